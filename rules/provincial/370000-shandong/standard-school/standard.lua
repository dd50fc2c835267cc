-- Sixteen items, A, B or C, and the conclusion.

local items = {
  school.grade_of_siting, school.grade_of_building_design, school.grade_of_building_quality, school.grade_of_classrooms,
  school.grade_of_subject_rooms, school.grade_of_public_rooms, school.grade_of_living_rooms, school.grade_of_track,
  school.grade_of_courts, school.grade_of_laboratory, school.grade_of_books, school.grade_of_technology,
  school.grade_of_practice, school.grade_of_pe_health_art, school.grade_of_network, school.grade_of_staffing,
}

local function how_many(grade)
  local sum = 0
  for _, item in ipairs(items) do sum = choose(item:is(grade), 1, 0) + sum end
  return sum
end

quantity "items_of_grade_a" { of = school, name = { zh = "A等项数", en = "items graded A" }, clause = "达标认定表", value = how_many "a" }
quantity "items_of_grade_c" { of = school, name = { zh = "C等项数", en = "items graded C" }, clause = "达标认定表", value = how_many "c" }

quantity "is_compulsory_school" {
  of = school, name = { zh = "义务教育学校", en = "compulsory school" }, clause = "达标认定表",
  value = school.school_type:is_one_of {
    "primary_school", "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school", "teaching_point",
  } }

-- Certain is only: with all A a school meets the standard, with all C it does not even basically. The numbers in
-- between were not seen, and nobody passes or fails by them.
grade "school_conditions" {
  name = { zh = "学校办学条件达标认定", en = "Conditions of the school" }, clause = "达标认定表", of = school,
  only_where = school.is_compulsory_school, certainty = "inferred",
  note = { zh = "全部A为达标、全部C为不达标系推断；其间的界限未查到，不作判定",
    en = "that all A meets it and all C does not is inferred; where the lines between are was not found, so nothing is said" },
  values = {
    { "met", name = { zh = "达标", en = "met" }, when = school.items_of_grade_a:at_least(unknown_between(1, 16)) },
    { "basic", name = { zh = "基本达标", en = "basically met" }, when = school.items_of_grade_c:at_most(unknown_between(0, 15)) },
    { "unmet", name = { zh = "不达标", en = "not met" } },
  },
  at_least = "basic",
}

verdict "all_schools_standard" {
  name = { zh = "全县学校办学条件达标", en = "All schools of the county meet the conditions" },
  clause = "达标认定表", of = county, certainty = "inferred",
  note = { zh = "县级只作汇总，是否要求校校达标未见", en = "the county is summed up; whether every school must meet it was not seen" },
  holds = all_of { grade "school_conditions" },
}
