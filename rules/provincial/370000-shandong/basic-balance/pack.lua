-- Shandong's rules of basic balance, as a sheet of basic knowledge for counties gives them: one gate, two assessments,
-- one reference, and four vetoes. Number and day of the document are not printed there.

overlay "provincial/370000-shandong/basic-balance" {
  on       = "national/basic-balance-2012",
  region   = "37",
  name     = { zh = "山东省县域义务教育均衡发展督导评估", en = "Shandong: basically balanced compulsory education" },
  document = document "山东省县域义务教育均衡发展督导评估（文号未见）" {
    title = "山东省县域义务教育均衡发展督导评估内容和标准", issuer = "山东省人民政府教育督导室",
  },
  in_force  = "2013-01-01",
  coverage  = "partial",
  missing   = {
    zh = "办学基本标准十项指标的数值见于本省小学、初级中学基本办学条件标准及其附件，未查到，只能录入达标结论；"
      .. "政府工作23项指标、34个评价要点各占多少分未查到，只能录入总分",
    en = "the figures of the ten indicators of the gate stand in annexes that were not found, only whether a school meets them "
      .. "can be stated; the points of the 23 indicators and 34 points of assessment were not found, only their total can",
  },
  certainty = "single_source",
  contract  = "may_relax",
  columns   = { "columns" },
  files     = { "gate", "government", "vetoes" },
  note = {
    zh = "文号和日期未印，按国家认定开始的2013年1月1日计（推断）。没有一条比国家宽：may_relax 只因公式的增减无法自动判定方向",
    en = "neither number nor day is printed; taken from 1 January 2013, when national recognition began (inferred). Nothing "
      .. "here is laxer than the nation: may_relax only because the direction of a formula cannot be shown",
  },
}
