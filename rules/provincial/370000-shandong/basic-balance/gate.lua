-- The gate: the ten indicators of the province's basic standard of schools. Their figures were not found, so what is stated
-- for each school is whether it meets them; a school must meet all ten.

section "gate_indicators" {
  name = { zh = "办学基本标准十项指标", en = "Ten indicators of the basic standard" }, clause = "三（一）", only_where = school.is_assessed,
}

local ten = {
  { "land_standard", "生均占地面积", "Land per student", school.meets_land_standard },
  { "green_standard", "生均绿地面积", "Green area per student", school.meets_green_standard },
  { "building_standard", "生均校舍建筑面积", "Floor area per student", school.meets_building_standard },
  { "sports_standard", "生均体育场地面积", "Sports ground per student", school.meets_sports_standard },
  { "science_standard", "小学科学、初中理科教学仪器配备", "Science equipment", school.meets_science_standard },
  { "pe_art_standard", "音体美器材配备", "Equipment for music, PE and art", school.meets_pe_art_standard },
  { "computer_standard", "百名学生计算机台数", "Computers per 100 students", school.meets_computer_standard },
  { "book_standard", "生均图书数", "Books per student", school.meets_book_standard },
  { "staff_standard", "学生与教职工之比", "Students per member of staff", school.meets_staff_standard },
  { "degree_standard", "高于规定学历的专任教师比例", "Share of teachers above the required degree", school.meets_degree_standard },
}
for _, one in ipairs(ten) do
  indicator(one[1]) {
    name = { zh = one[2], en = one[3] }, clause = "三（一）", of = school, holds = one[4],
    evidence = school.provincial_standard_evidence,
  }
end

change "provincial_standard.holds" {
  was = school.meets_provincial_standard, now = at_least_n { 10, of = section "gate_indicators" }, clause = "三（一）",
  note = { zh = "十项全部达标（推断：未写可以有几项不达标）", en = "all ten (inferred: nothing says that some may fail)" },
}
