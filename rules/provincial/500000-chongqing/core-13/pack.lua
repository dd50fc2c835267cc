-- Chongqing: thirteen core indicators, all of which each school must reach. Which they are was not seen.

pack "provincial/500000-chongqing/core-13" {
  name     = { zh = "重庆市义务教育学校办学条件13项核心指标", en = "Chongqing: thirteen core indicators of a school" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "50",
  document = document "重庆市义务教育均衡发展核心指标（文号未见）" {
    title = "13项核心指标（见于大足区自评报告）", issuer = "重庆市（机关未见）",
  },
  in_force  = "2019-08-31", -- the day of the report that names them
  coverage  = "partial",
  missing   = {
    zh = "13项核心指标的名称和数值均未见，按各校达标项数取数；只见大足区2019年8月31日自评报告，以报告日期为施行日",
    en = "neither names nor figures of the thirteen were seen: how many a school reaches is read; only the report of one district, of 31 August 2019, "
      .. "was seen, its day stands for the first",
  },
  certainty = "single_source",
  files = { "schools" },
}
