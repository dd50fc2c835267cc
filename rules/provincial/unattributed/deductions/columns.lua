-- columns.lua - what the table asks beside the national dictionary.

local function percent_of(id, zh, en, max)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = max or 100 }
end
local function growth(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, min = -100, max = 1000 }
end
local none = { "none", name = { zh = "没有", en = "none" } }
local weak = { "weak", name = { zh = "不健全、不足", en = "incomplete" } }
local full = { "full", name = { zh = "健全、足额", en = "complete" } }
local function state(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "choice", choices = { full, weak, none } }
end

column_of "counties" {
  percent_of("primary_enrolment_percent", "小学适龄儿童入学率", "children of primary age at school"),
  percent_of("junior_gross_percent", "初中毛入学率", "gross enrolment, junior", 300),
  percent_of("disabled_enrolment_percent", "残疾儿童少年入学率", "disabled children at school"),
  percent_of("primary_dropout_percent", "小学辍学率", "primary students who drop out"),
  percent_of("junior_dropout_percent", "初中辍学率", "junior students who drop out"),
  state("assistance_system", "帮扶制度", "system of assistance"),
  column "migrant_inclusion_points" {
    name = { zh = "随迁子女纳入情况得分", en = "points for taking in migrant children" }, type = "decimal", scale = 2, min = "0.5", max = 2,
  },
  state("funds_provision", "专项经费计提", "setting aside of funds"),
  percent_of("reform_transfer_percent", "农村税费改革转移支付用于义务教育比例", "rural tax-reform transfers spent on compulsory education"),
  column "has_standard_school_construction" { name = { zh = "实施标准化学校建设", en = "builds schools to a standard" }, type = "bool" },
}

table_of "funds_history" {
  name = { zh = "历年经费增长", en = "growth of funds by year" }, level = "funds_year", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "year" { name = { zh = "年份", en = "year" }, type = "count", unit = "year", min = 1990, max = 2100, required = true, filled = true },
    growth("appropriation_growth_percent", "教育财政拨款增长高于经常性收入增长（百分点）", "growth of appropriations above that of revenue, in points"),
    growth("cost_growth_percent", "生均教育费用增长", "growth of costs per student"),
    growth("public_funds_growth_percent", "教师工资和生均公用经费增长", "growth of pay and public funds per student"),
  },
}
