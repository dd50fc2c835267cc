-- What Shandong asks for beside the national columns.

local function yes_no(id, zh, en, note) return column(id) { name = { zh = zh, en = en }, type = "bool", note = note } end
local function evidence(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "text" } end

column_of "schools" {
  yes_no("meets_land_standard", "生均占地面积达标", "land per student meets the standard"),
  yes_no("meets_green_standard", "生均绿地面积达标", "green area per student meets the standard"),
  yes_no("meets_building_standard", "生均校舍建筑面积达标", "floor area per student meets the standard"),
  yes_no("meets_sports_standard", "生均体育场地面积达标", "sports ground per student meets the standard"),
  yes_no("meets_science_standard", "小学科学、初中理科教学仪器配备达标", "science equipment meets the standard"),
  yes_no("meets_pe_art_standard", "音体美器材配备达标", "equipment for music, PE and art meets the standard"),
  yes_no("meets_computer_standard", "百名学生计算机台数达标", "computers per 100 students meet the standard"),
  yes_no("meets_book_standard", "生均图书数达标", "books per student meet the standard"),
  yes_no("meets_staff_standard", "学生与教职工之比达标", "students per member of staff meet the standard"),
  yes_no("meets_degree_standard", "高于规定学历的专任教师比例达标", "the share of teachers above the required degree meets the standard"),
}

column_of "counties" {
  column "government_points_assessed" { type = "count", max = 200,
    name = { zh = "政府工作评估已评评价要点数", en = "points of assessment of the government's work that were looked at" } },
  yes_no("has_disabled_enrolment_met", "残疾儿童少年义务教育入学率达标", "enrolment of disabled children meets the standard",
    "标准由省规定；国家工作指标为80%"),
  evidence("disabled_enrolment_evidence", "残疾儿童少年入学率佐证", "evidence: enrolment of disabled children"),
  yes_no("has_finished_weak_schools", "完成义务教育薄弱学校改造任务", "the works on weak schools are finished"),
  evidence("weak_schools_evidence", "薄弱学校改造佐证", "evidence: works on weak schools"),
}

table_of "county_years" {
  name = { zh = "县历年情况", en = "counties, year by year" }, level = "county_year", parent = "counties", by = "county_code",
  optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" }, type = "code",
      required = true, filled = true },
    column "year" { name = { zh = "年份", en = "year" }, type = "count", min = 1980, max = 2100, filled = true, required = true },
    yes_no("has_three_increases", "三个增长达标", "the three increases of education funds are met",
      "财政拨款增长高于经常性收入增长，生均经费和教师工资、生均公用经费逐步增长"),
    column "three_increases_evidence" { name = { zh = "三个增长佐证", en = "evidence: three increases" }, type = "text" },
  },
}
