-- columns.lua - what Yunnan's plan needs beside the national dictionary.

column_of "schools" {
  column "daily_sport_hours" {
    name = { zh = "学生每天校内体育锻炼时间", en = "students' sport at school each day" }, also = { "每天校内锻炼小时数" },
    type = "decimal", unit = "hour", scale = 2, max = 12,
  },
}

column_of "counties" {
  column "compulsory_education_reports" {
    name = { zh = "县级政府年度听取义务教育工作汇报次数", en = "reports on compulsory education heard by the county's government in the year" },
    type = "count", max = 1000,
  },
}
