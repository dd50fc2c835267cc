-- columns.lua - what Anxi's plan needs beside the national dictionary.

local function evidence(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "text" } end
local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local function amount(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "yuan/student", scale = 2, max = 1000000 }
end
local function wan_yuan(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "wan_yuan", scale = 6, max = 100000000 }
end
local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

column_of "counties" {
  percent_of("paired_network_percent", "“一校带多校”网络覆盖率", "schools reached by networks in which one leads several"),
  yes_no("is_arts_equipped_high", "美育条件达到高标准配备", "equipment for the arts is at the high level"),
  evidence("arts_equipment_evidence", "美育条件佐证", "evidence: equipment for the arts"),
  wan_yuan("county_training_funds_wan_yuan", "县级教师培训经费", "the county's funds for the training of teachers"),
  wan_yuan("staff_wages_wan_yuan", "教职工工资总额", "wages of all staff"),
  column "newly_appointed_leaders" { name = { zh = "新聘校长、高级职称教师和名师人数", en = "newly appointed heads, senior and master teachers" },
    type = "count", unit = "teacher", max = 100000 },
  column "newly_appointed_with_two_schools" { name = { zh = "其中具有两所以上学校任职经历人数", en = "of these, have worked in two schools or more" },
    type = "count", unit = "teacher", max = 100000 },
  percent_of("continuing_education_percent", "教师继续教育培训完成率", "teachers who completed continuing education"),
  yes_no("is_rural_pay_equal", "乡村教师实际工资不低于同职级城镇教师", "rural teachers earn no less than urban ones of the same rank"),
  evidence("rural_pay_evidence", "乡村教师工资佐证", "evidence: pay of rural teachers"),
  amount("meal_allowance_yuan", "寄宿生营养餐补助标准", "meal allowance of boarders"),
  amount("boarding_allowance_primary_yuan", "小学困难寄宿生生活补助标准", "living allowance of poor boarders, primary"),
  amount("boarding_allowance_junior_yuan", "初中困难寄宿生生活补助标准", "living allowance of poor boarders, junior"),
  yes_no("has_three_increases", "教育经费“三个增长”", "the three increases of funds"),
  evidence("three_increases_evidence", "“三个增长”佐证", "evidence: the three increases"),
}

column_of "schools" {
  wan_yuan("daily_public_funds_wan_yuan", "年度日常公用经费总额", "yearly daily public funds"),
  column "daily_sport_hours" {
    name = { zh = "学生每天校内体育锻炼时间", en = "students' sport at school each day" }, also = { "每天校内锻炼小时数" },
    type = "decimal", unit = "hour", scale = 2, max = 12,
  },
}
