-- Yinchuan (Ningxia): land of a primary school by its classes. The page seen mixes documents; the attribution is weak.

pack "local/640100-yinchuan/land" {
  name     = { zh = "银川市小学用地面积（推断）", en = "Yinchuan: land of primary schools (inferred)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "6401",
  document = document "银川市小学用地表（文件未见）" { title = "银川市小学用地表（标题未见）", issuer = "银川市（推断）" },
  in_force  = "2012-01-01", -- neither day nor number was seen; found beside a form of 2012
  coverage  = "partial",
  missing   = {
    zh = "所见页面混排多份文件，归属银川系推断；只见用地一表，其余指标、文号和日期未见，取2012年初",
    en = "the page seen mixes documents, that this one is Yinchuan's is inferred; only the table of land was seen, not other indicators, number or day, "
      .. "hence the beginning of 2012",
  },
  certainty = "unverified",
  files = { "land" },
}
