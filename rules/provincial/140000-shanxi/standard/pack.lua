-- Shanxi: schools brought up to a standard, by points; a starred item must be full. County types have their own lines.

pack "provincial/140000-shanxi/standard" {
  name     = { zh = "山西省义务教育标准化建设验收标准（修）", en = "Shanxi: acceptance of standardised compulsory education (revised)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "14",
  document = document "山西省义务教育标准化建设验收标准（修）" {
    title = "山西省义务教育标准化建设验收标准（修）", issuer = "山西省（机关未见）",
  },
  in_force  = "2012-01-01", -- neither day nor number was seen; the basic standards that it goes with are of 2012 or later
  coverage  = "partial",
  missing   = {
    zh = "A1中2项（20分）、B5中除C15、C16外的分值（30分，含C13）、B6（40分）及其余各部分均未见；合格分数线、★的说明（按必须得满分理解）、"
      .. "未达标准时如何扣分均未见；文号和印发日期未见，取2012年初",
    en = "two items of A1 (20 points), the points of B5 but for C15 and C16 (30, C13 among them), B6 (40) and all other parts were not seen; nor the "
      .. "pass mark, the legend of the star (taken as \"must be full\"), what is taken off below a standard, number and day (hence the beginning of 2012)",
  },
  certainty = "single_source",
  files = { "county", "layout", "points", "verdict" },
}
