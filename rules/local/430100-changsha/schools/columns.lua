-- columns.lua - what was judged of each school.

column_of "schools" {
  column "is_hunan_standard_met" {
    name = { zh = "基本达到湘教发〔2016〕4号办学标准", en = "practically meets 湘教发〔2016〕4号" }, type = "bool",
  },
  column "is_point_standard_met" {
    name = { zh = "教学点达到湘教发〔2012〕14号标准", en = "teaching point, meets 湘教发〔2012〕14号" }, type = "bool",
  },
  column "standard_evidence" { name = { zh = "办学标准佐证", en = "evidence: standard of schools" }, type = "text" },
}
