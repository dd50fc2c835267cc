-- What this document asks for beside the national dictionary.

column_of "counties" {
  column "government_work_score" { type = "decimal", scale = 3, max = 100,
    name = { zh = "政府推进义务教育均衡发展工作评估得分", en = "points for the county government's work on balance" },
    also = { "政府工作评估得分", "政府工作得分" }, note = "按本省指标体系评出，满分100分" },
  column "government_indicators_scored" { type = "count", max = 200,
    name = { zh = "政府工作评估已评指标数", en = "indicators of the government's work that were scored" },
    also = { "政府工作已评指标数" }, note = "国家规定4个方面17项指标，本省可以增加" },
  column "satisfaction_percent" { type = "decimal", unit = "percent", scale = 2, max = 100,
    name = { zh = "公众对县域义务教育均衡发展满意度", en = "public satisfaction with the balance of compulsory education" },
    also = { "综合满意度", "公众满意度" }, note = "问卷综合满意度，写 85，不写 0.85" },
}

column_of "schools" {
  column "affiliation" { type = "choice",
    name = { zh = "学校隶属关系", en = "to whom the school belongs" }, also = { "隶属关系" },
    note = "基本均衡评估只含县属学校",
    choices = {
      { "county", name = { zh = "县属", en = "county" }, also = { "县级", "区属", "乡镇属" } },
      { "prefecture", name = { zh = "市属", en = "prefecture" }, also = { "地市属", "市级" } },
      { "province", name = { zh = "省属", en = "province" }, also = { "省级", "部属" } },
      { "university", name = { zh = "高校附属", en = "university" }, also = { "大学附属" } },
      { "enterprise", name = { zh = "企业所属", en = "enterprise" }, also = { "企业办" } },
    } },
  column "meets_provincial_standard" { type = "bool",
    name = { zh = "达到本省义务教育学校办学基本标准", en = "meets the province's basic standard of schools" },
    also = { "达到省定办学基本标准" }, note = "由本省标准判定；一贯制学校两个学段都达到才填是" },
  column "provincial_standard_evidence" { type = "text",
    name = { zh = "办学基本标准佐证", en = "evidence: basic standard of schools" } },
  column "computers" { type = "count", unit = "computer", max = 20000,
    name = { zh = "计算机台数", en = "computers" }, also = { "学生用计算机数", "教学用计算机台数" } },
  column "books" { type = "count", unit = "book", max = 5000000,
    name = { zh = "图书册数", en = "books" }, also = { "图书册", "图书数" } },
  column "primary_mid_title_teachers" { type = "count", unit = "teacher", max = 2000,
    name = { zh = "小学中级及以上专业技术职务教师数", en = "primary teachers with an intermediate or higher title" },
    note = "没有该学段的留空" },
  column "junior_mid_title_teachers" { type = "count", unit = "teacher", max = 2000,
    name = { zh = "初中中级及以上专业技术职务教师数", en = "junior teachers with an intermediate or higher title" },
    note = "没有该学段的留空" },
}
