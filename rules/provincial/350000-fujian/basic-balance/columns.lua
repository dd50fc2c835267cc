-- columns.lua - what the sheet asks of a county beside the national dictionary.

local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end
local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local function points(id, zh, en, max)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", scale = 2, max = max, note = "未达标时由评估人给分" }
end

column_of "counties" {
  yes_no("are_all_primary_enrolled", "小学适龄人口全部按时入学", "all children of primary age enrolled in time"),
  percent_of("junior_enrolment_percent", "初中入学率", "enrolled in junior schools"),
  points("enrolment_points", "C1入学率得分（未达标时）", "points for enrolment, below the standard", 5),
  yes_no("is_resident_population_planned", "常住人口全部纳入教育发展规划", "plans count all residents"),
  yes_no("are_migrants_treated_alike", "随迁子女由公办学校吸纳并同等待遇", "public schools take migrant children on the same terms"),
  yes_no("may_migrants_sit_local_exams", "随迁子女可在就学地参加中考中招", "migrant children may sit the local examination"),
  points("planning_points", "C2纳入发展规划得分（未达标时）", "points for planning, below the standard", 2),
  yes_no("are_migrants_funded", "随迁子女教育全部纳入财政保障", "the budget covers all migrant children"),
  yes_no("are_private_schools_funded_alike", "民办学校随迁子女按公办标准减免", "migrant children in private schools at the public rate"),
  points("funding_points", "C3纳入财政保障得分（未达标时）", "points for funding, below the standard", 2),
  yes_no("has_left_behind_files", "留守儿童档案和联系卡制度健全", "files and cards for left-behind children"),
  yes_no("has_left_behind_pairing", "留守儿童结对帮扶机制完善", "left-behind children are paired with adults"),
  yes_no("has_home_contact", "家校联系机制完善", "home and school keep in touch"),
  yes_no("has_counselling", "心理疏导机制完善", "counselling"),
  points("care_points", "C4管理制度得分（未达标时）", "points for care, below the standard", 4),
  percent_of("three_types_disabled_percent", "6—14岁三类残疾人口入学率", "disabled (mind, hearing, sight) of 6 to 14 enrolled"),
  points("disabled_points", "C5残疾入学率得分（未达标时）", "points for disabled children, below the standard", 3),
  percent_of("senior_entry_percent", "应届初中毕业生升入高中阶段比例", "graduates of junior schools who go on to senior ones"),
  points("admission_points", "C6招生政策得分（未达标时）", "points for admission, below the standard", 4),
}

table_of "county_years" {
  name = { zh = "县历年情况", en = "counties by year" }, level = "county_year", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "year" { name = { zh = "年份", en = "year" }, type = "count", min = 1990, max = 2100, required = true, filled = true },
    percent_of("quota_share_percent", "优质普高名额分配比例", "places of good senior schools given to junior schools"),
  },
}
