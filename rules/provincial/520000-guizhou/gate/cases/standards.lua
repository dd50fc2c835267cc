-- On, below and above each line of the standards; without data; out of scope.

example "primary" {
  stage = "primary", school_type = "primary_school", organiser = "education_department", area_type = "town", built_year = 2012,
  primary_students = 500, primary_classes = 12, primary_largest_class = 55, primary_full_time_teachers = 25, site_area_m2 = 10000,
  toilet_area_m2 = 100, equipment_value_wan_yuan = "3.5", books = 10000, computers = 30, sports_area_m2 = 2250,
}
example "junior" {
  stage = "junior", school_type = "junior_school", organiser = "education_department", area_type = "town", built_year = 2012,
  junior_students = 425, junior_classes = 9, junior_largest_class = 55, junior_full_time_teachers = 25, site_area_m2 = 10625,
  toilet_area_m2 = "106.25", equipment_value_wan_yuan = 10, books = 12750, computers = 43, sports_area_m2 = "2337.5",
}

-- rule, school, column, on the line, worse, better, the line; without the fourth no margin is shown
local lines = {
  { "land_per_student", "primary", "site_area_m2", 10000, "9999.99", "10000.01", "20" },
  { "land_per_student", "junior", "site_area_m2", 10625, "10624.99", "10625.01", "25" },
  { "largest_class", "primary", "primary_largest_class", 55, 56, 54, "55" },
  { "largest_class", "junior", "junior_largest_class", 55, 56, 54, "55" },
  { "toilets_per_student", "primary", "toilet_area_m2", 100, "99.99", "100.01", "0.2" },
  { "toilets_per_student", "junior", "toilet_area_m2", "106.25", "106.24", "106.26", "0.25" },
  { "equipment_value", "primary", "equipment_value_wan_yuan", "3.5", "3.499999", "3.500001", "35000" },
  { "equipment_value", "junior", "equipment_value_wan_yuan", 10, "9.999999", "10.000001", "100000" },
  { "books_per_student", "primary", "books", 10000, 9999, 10001, "20" },
  { "books_per_student", "junior", "books", 12750, 12749, 12751, "30" },
  { "computers_per_100", "primary", "computers", 30, 29, 31, "6" },
  { "sports_area_per_student", "primary", "sports_area_m2", 2250, "2249.99", "2250.01", "4.5" },
  { "sports_area_per_student", "junior", "sports_area_m2", "2337.5", "2337.49", "2337.51", "5.5" },
}
for _, one in ipairs(lines) do
  local rule, base, column = one[1], one[2], one[3]
  local name = rule .. ", " .. base .. ": "
  case(name .. "on the line") { rule = rule, given = like(base) { [column] = one[4] }, expect = { verdict = "met", bound = one[7], margin = "0" } }
  case(name .. "worse") { rule = rule, given = like(base) { [column] = one[5] }, expect = "unmet" }
  case(name .. "better") { rule = rule, given = like(base) { [column] = one[6] }, expect = "met" }
  case(name .. "blank") { rule = rule, given = like(base) { [column] = missing }, expect = "undetermined" }
  case(name .. "a private school is not scored") { rule = rule, given = like(base) { organiser = "private" }, expect = "not_applicable" }
end

-- Land is asked only of schools built after 2011.
case "land: built in 2011" { rule = "land_per_student", given = like "primary" { built_year = 2011, site_area_m2 = 1 }, expect = "not_applicable" }
case "land: built in 2012" { rule = "land_per_student", given = like "primary" { site_area_m2 = 1 }, expect = "unmet" }
case "land: year not known" { rule = "land_per_student", given = like "primary" { built_year = missing, site_area_m2 = 1 }, expect = "undetermined" }

-- Mean size: 540 students in 12 classes are 45, 450 in 9 are 50.
case "mean class: exactly 45" { rule = "mean_class_size", given = like "primary" { primary_students = 540 }, expect = { verdict = "met", measure = "45", margin = "0" } }
case "mean class: one more" { rule = "mean_class_size", given = like "primary" { primary_students = 541 }, expect = "unmet" }
case "mean class: one fewer" { rule = "mean_class_size", given = like "primary" { primary_students = 539 }, expect = "met" }
case "mean class: junior, exactly 50" { rule = "mean_class_size", given = like "junior" { junior_students = 450 }, expect = { verdict = "met", measure = "50", margin = "0" } }
case "mean class: junior, one more" { rule = "mean_class_size", given = like "junior" { junior_students = 451 }, expect = "unmet" }
case "mean class: classes not known" { rule = "mean_class_size", given = like "primary" { primary_classes = missing }, expect = "undetermined" }
case "mean class: no classes" { rule = "mean_class_size", given = like "primary" { primary_classes = 0 }, expect = "not_applicable" }
case "mean class: one class" { rule = "mean_class_size", given = like "primary" { primary_classes = 1, primary_students = 45 }, expect = "met" }

-- Equipment by classes: up to 12 and above, junior up to 9 and above.
case "equipment: 13 classes" { rule = "equipment_value", given = like "primary" { primary_classes = 13, equipment_value_wan_yuan = "4.999999" }, expect = { verdict = "unmet", bound = "50000" } }
case "equipment: 13 classes, 50 000" { rule = "equipment_value", given = like "primary" { primary_classes = 13, equipment_value_wan_yuan = 5 }, expect = { verdict = "met", margin = "0" } }
case "equipment: junior, 10 classes" { rule = "equipment_value", given = like "junior" { junior_classes = 10, equipment_value_wan_yuan = "14.999999" }, expect = { verdict = "unmet", bound = "150000" } }
case "equipment: junior, 10 classes, 150 000" { rule = "equipment_value", given = like "junior" { junior_classes = 10, equipment_value_wan_yuan = 15 }, expect = { verdict = "met", margin = "0" } }
case "equipment: classes not known, between" { rule = "equipment_value", given = like "primary" { primary_classes = missing, equipment_value_wan_yuan = 4 }, expect = "undetermined" }
case "equipment: classes not known, enough" { rule = "equipment_value", given = like "primary" { primary_classes = missing, equipment_value_wan_yuan = 5 }, expect = "met" }

-- 10 computers for 100 junior students: 42.5 for 425.
case "computers: junior, 43" { rule = "computers_per_100", given = like "junior" {}, expect = { verdict = "met", bound = "10" } }
case "computers: junior, 42" { rule = "computers_per_100", given = like "junior" { computers = 42 }, expect = "unmet" }
case "computers: junior, exactly 10" { rule = "computers_per_100", given = like "junior" { junior_students = 430 }, expect = { verdict = "met", measure = "10", margin = "0" } }

-- 22 students for each of 25 teachers: 550; junior 17: 425.
case "teachers: exactly 22" { rule = "students_per_teacher", given = like "primary" { primary_students = 550 }, expect = { verdict = "met", measure = "22", margin = "0" } }
case "teachers: one student more" { rule = "students_per_teacher", given = like "primary" { primary_students = 551 }, expect = "unmet" }
case "teachers: junior, exactly 17" { rule = "students_per_teacher", given = like "junior" {}, expect = { verdict = "met", measure = "17", margin = "0" } }
case "teachers: junior, one more student" { rule = "students_per_teacher", given = like "junior" { junior_students = 426 }, expect = "unmet" }
case "teachers: not known" { rule = "students_per_teacher", given = like "junior" { junior_full_time_teachers = missing }, expect = "undetermined" }
case "teachers: none" { rule = "students_per_teacher", given = like "junior" { junior_full_time_teachers = 0 }, expect = "not_applicable" }
case "teachers: one" { rule = "students_per_teacher", given = like "junior" { junior_full_time_teachers = 1, junior_students = 17 }, expect = "met" }
case "no students" { rule = "largest_class", given = like "primary" { primary_students = 0 }, expect = "not_applicable" }

case "no gap" { rule = "standards_reached", given = like "junior" {}, expect = "met" }
case "one gap" { rule = "standards_reached", given = like "junior" { books = 1 }, expect = "unmet" }
case "one not known" { rule = "standards_reached", given = like "junior" { books = missing }, expect = "undetermined" }
case "a private school has no gaps" { rule = "standards_reached", given = like "junior" { organiser = "private" }, expect = "not_applicable" }
case "county without gaps" { rule = "without_gaps", given = { stages = { like "junior" {}, like "primary" {} } }, expect = "met" }
case "county with one" { rule = "without_gaps", given = { stages = { like "junior" {}, like "primary" { books = 1 } } }, expect = "unmet" }
