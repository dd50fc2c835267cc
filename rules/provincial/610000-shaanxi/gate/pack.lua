-- Shaanxi: rooms and grounds of a school. Most indicators can be met in two ways: room by room, or by student.

pack "provincial/610000-shaanxi/gate" {
  name     = { zh = "陕西省义务教育均衡发展评估指标（办学条件）", en = "Shaanxi: conditions of schools for balanced education" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "61",
  document = document "陕西省义务教育均衡发展评估指标" {
    title = "义务教育均衡发展评估指标", issuer = "陕西省（机关未见）",
  },
  in_force  = "2012-01-01", -- neither day nor number was seen; counties were recognised under 陕政发〔2012〕7号
  coverage  = "partial",
  missing   = {
    zh = "只见前四项指标，其余未见；文号和印发日期未见，按2012年已开展认定取年初；一贯制学校、完全中学如何分摊用房未见，未编入；"
      .. "语言教室、理化生各室的面积数值未见",
    en = "only the first four indicators were seen; nor number and day: recognition was under way in 2012, hence the first day of that year; how "
      .. "through-schools share their rooms was not seen, they are not judged; nor were the areas of language rooms",
  },
  certainty = "single_source",
  files = { "schools", "primary", "junior", "verdict" },
}
