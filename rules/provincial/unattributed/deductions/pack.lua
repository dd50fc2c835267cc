-- A table of points for balanced education that works by deductions; its province is not named.

pack "provincial/unattributed/deductions" {
  name     = { zh = "推进义务教育均衡发展督导评估指标（扣分制，省份未具名）", en = "Supervision of balanced education, by deductions (province not named)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  document = document "推进义务教育均衡发展督导评估指标" {
    title = "推进义务教育均衡发展督导评估指标", issuer = "省份未具名",
  },
  in_force  = "2012-01-01", -- neither day nor number was seen; such tables follow the national measures of 2012
  coverage  = "partial",
  missing   = {
    zh = "省份、文号和日期未见（取2012年初）；只见A1入学机会（20分）、A2保障机制（25分）的扣分规则，各项分值、其余部分和合格线未见，"
      .. "“为0分”的项目扣去多少按其所在部分的分值范围计为未知",
    en = "province, number and day were not seen (hence the beginning of 2012); only the deductions of A1, access (20 points), and A2, guarantees (25), "
      .. "were seen, not the points of their items, the other parts or the pass mark: where an item falls to nothing, what is lost is unknown within its part",
  },
  certainty = "unverified",
  files = { "points", "verdict" },
}
