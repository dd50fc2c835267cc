-- Yangquan (Shanxi): what its rules for standardised schools ask of sizes, buildings and dormitories.
-- The points of the items were not seen, so each line tells by itself what is reached.

pack "local/140300-yangquan/standard" {
  name     = { zh = "阳泉市义务教育标准化学校建设评估验收标准（细则）", en = "Yangquan: acceptance of standardised schools, detailed rules" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "1403",
  document = document "阳泉市义务教育标准化学校建设评估验收标准（细则）" {
    title = "阳泉市义务教育标准化学校建设评估验收标准（细则）", issuer = "阳泉市（机关未见）",
  },
  in_force  = "2012-01-01", -- neither day nor number was seen; as the province's standard
  coverage  = "partial",
  missing   = {
    zh = "细则按分计（A1设置规划100分：B1 30、B2 70；A2校舍150分），各项分值、其余部分和合格线未见，只编入所见数值标准，达不到不等于验收不通过；"
      .. "文号和印发日期未见，取2012年初",
    en = "the rules go by points (A1 siting 100: B1 30, B2 70; A2 buildings 150); the points of the items, the other parts and the pass mark were not "
      .. "seen: only the figures seen are here, missing one is not yet failing; nor number and day, hence the beginning of 2012",
  },
  certainty = "single_source",
  files = { "schools", "standards", "verdict" },
}
