-- Henan: counties commended for advances in balance, fourth round, 2014. A competition within a quota: its
-- scoring rules and the quota were annexed and not seen, so the pack can refuse a county and never chooses one.

pack "provincial/410000-henan/advanced-county" {
  name     = { zh = "河南省义务教育均衡发展先进县（市、区）评选", en = "Henan: advanced counties in balanced compulsory education" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  uses     = { "national/basic-balance-2012" }, -- for the spread of the eight indicators
  region   = "41",
  document = document "第四批全省义务教育均衡发展先进县（市、区）评选活动通知（2014年8月21日）" {
    title = "关于开展第四批全省义务教育均衡发展先进县（市、区）评选活动的通知",
    issuer = "河南省人力资源和社会保障厅、河南省教育厅、河南省财政厅", date = "2014-08-21",
  },
  in_force  = "2014-08-21",
  coverage  = "partial",
  missing   = {
    zh = "名额分配表（附件1）、评估细则（附件2）和文号未见；评选按名额择优，只能判一票否决，不能判入选；"
      .. "八项指标的差异系数须分小学、初中计算，通知未定限值，按教督〔2012〕3号的算式列出，不计入判定；"
      .. "超大班额、择校和不规范办学从严考评，尺度未见",
    en = "the quota (annex 1), the scoring rules (annex 2) and the number were not seen; counties are chosen within the quota, so only "
      .. "vetoes can be judged, not who is chosen; the spread of eight indicators is to be computed for primary and junior schools, "
      .. "no limit is set: it is told as the national measures compute it and decides nothing; over-large classes, school choice and irregular running "
      .. "are judged strictly, by a measure that was not seen",
  },
  certainty = "single_source",
  files = { "rules" },
}
