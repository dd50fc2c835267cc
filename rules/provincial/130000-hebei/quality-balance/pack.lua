-- Hebei: the national measures, with the scope of the resource part spelled out. The national pack has
-- that scope already (it is known from this text), so that nothing differs.

overlay "provincial/130000-hebei/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "13",
  name     = { zh = "河北省县域义务教育优质均衡发展督导评估", en = "Hebei: quality-balanced compulsory education" },
  document = document "河北省督导评估具体办法（文号未见）" {
    title = "河北省县域义务教育优质均衡发展督导评估具体办法", issuer = "河北省",
  },
  in_force  = "2017-04-19",
  coverage  = "partial",
  missing   = { zh = "只见开头至第三项指标；其后各条、省级否决项和年度规划未见；施行日未见，取国家办法之日",
    en = "only the opening up to the third indicator was seen, neither the rest nor provincial vetoes or a plan by years; the day is not known, taken as that of the national measures" },
  certainty = "single_source",
  contract  = "tighten_only",
}
