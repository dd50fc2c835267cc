-- Shenyang: the list of indicators, forms and formulas with which the city's counties and districts work. It repeats
-- the national measures and adds to them. X1 to X7, the national relaxations it quotes, are in relaxations.lua.

overlay "local/210100-shenyang/quality-balance" {
  on       = "provincial/210000-liaoning/quality-balance",
  region   = "2101",
  name     = { zh = "沈阳市创建国家义务教育优质均衡发展县（市、区）", en = "Shenyang: towards quality-balanced counties" },
  document = document "沈阳市优质均衡指标体系（文号未见）" {
    title = "沈阳市创建国家义务教育优质均衡发展县（市、区）指标体系及学校自评表（附件4）", issuer = "沈阳市",
  },
  in_force  = "2022-01-01",
  coverage  = "complete",
  certainty = "single_source",
  contract  = "may_relax",
  columns   = { "columns" },
  files     = { "article_7", "article_8", "article_9", "article_10", "relaxations" },
  note = {
    zh = "文号、日期未见；内容含2021年“双减”要求，故以2022年第一天计。指标体系全部收入，但省级实施办法正文未见，故仍只能判不达标",
    en = "number and day are not known; it asks what was only asked from 2021 on, so the first of 2022 is taken. All of the list "
      .. "is here, but the text of the province's measures was not seen, so a county can still only be refused",
  },
}
