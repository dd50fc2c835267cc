-- columns.lua - what Shanxi asks beside the national dictionary.

local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

column_of "counties" {
  column "county_type" {
    name = { zh = "县类型", en = "type of county" }, type = "choice",
    choices = {
      { "plains", name = { zh = "平川县", en = "plains" } },
      { "mountain", name = { zh = "山区县", en = "mountain" } },
      { "poor_mountain", name = { zh = "贫困山区县", en = "poor mountain" } },
    },
  },
  percent_of("primary_enrolment_percent", "小学适龄儿童入学率", "children of primary age at school"),
  percent_of("junior_enrolment_percent", "初中阶段入学率", "children of junior age at school"),
  percent_of("disabled_enrolment_percent", "三类残疾儿童少年入学率", "children with three kinds of disability at school"),
  percent_of("primary_retention_percent", "小学年巩固率", "primary students kept over the year"),
  percent_of("junior_retention_percent", "初中年巩固率", "junior students kept over the year"),
  percent_of("junior_dropout_percent", "初中年辍学率", "junior students who drop out in the year"),
  percent_of("disabled_retention_percent", "三类残疾儿童少年巩固率", "children with three kinds of disability kept at school"),
  percent_of("primary_completion_percent", "14周岁人口小学完成率", "of those aged 14, finished primary school"),
  percent_of("junior_completion_percent", "16周岁人口初中完成率", "of those aged 16, finished junior school"),
  percent_of("two_grade_percent", "两级复式教学点（班）比例", "schools or points where two grades share a class"),
  percent_of("three_grade_percent", "三级复式教学点（班）比例", "schools or points where three grades share a class"),
  percent_of("four_grade_percent", "四级复式教学点（班）比例", "schools or points where four grades share a class"),
}
