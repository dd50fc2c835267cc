-- One primary and one junior school. 170 students for 10 teachers are 17; 135 for 10 are 13.5; 9 of 10 classes are small;
-- 4 % of 1700 students are 68, 6 % of 1350 are 81.

local primary = { school_type = "primary_school", primary_students = 1700, primary_full_time_teachers = 100, primary_bachelor_teachers = 85,
  primary_master_teachers = 4, primary_doctor_teachers = 1, primary_classes = 40, primary_small_classes = 36, primary_titled_teachers = 68, books = 51000 }
local junior = { school_type = "junior_school", junior_students = 1350, junior_full_time_teachers = 100, junior_bachelor_teachers = 80,
  junior_master_teachers = 9, junior_doctor_teachers = 1, junior_classes = 30, junior_small_classes = 27, junior_titled_teachers = 81, books = 54000 }
example "primary" (primary)
example "junior" (junior)
local function county(changes)
  return { schools = { like "primary" (changes), like "junior" (changes) } }
end

for _, line in ipairs {
  { "primary_students_per_teacher", "primary_students", 1701, 1699 }, { "junior_students_per_teacher", "junior_students", 1351, 1349 },
  { "primary_bachelor", "primary_bachelor_teachers", 84, 86 }, { "junior_bachelor", "junior_bachelor_teachers", 79, 81 },
  { "primary_small_classes", "primary_small_classes", 35, 37 }, { "junior_small_classes", "junior_small_classes", 26, 28 },
  { "primary_titled", "primary_titled_teachers", 67, 69 }, { "junior_titled", "junior_titled_teachers", 80, 82 },
} do
  local rule, field = line[1], line[2]
  case (rule .. ": exactly") { rule = rule, given = county {}, expect = { verdict = "met", margin = "0" } }
  case (rule .. ": worse") { rule = rule, given = county { [field] = line[3] }, expect = "unmet" }
  case (rule .. ": better") { rule = rule, given = county { [field] = line[4] }, expect = "met" }
  case (rule .. ": no figure") { rule = rule, given = county { [field] = missing }, expect = "undetermined" }
end
for _, stage_name in ipairs { "primary", "junior" } do
  for _, rule in ipairs { "students_per_teacher", "bachelor", "small_classes", "titled" } do
    case (stage_name .. "_" .. rule .. ": no students") { rule = stage_name .. "_" .. rule, given = { schools = {} }, expect = "not_applicable" }
    case (stage_name .. "_" .. rule .. ": one student, no teachers to speak of") { rule = stage_name .. "_" .. rule,
      given = { schools = { { school_type = stage_name .. "_school", [stage_name .. "_students"] = 1, [stage_name .. "_full_time_teachers"] = 1,
        [stage_name .. "_bachelor_teachers"] = 1, [stage_name .. "_master_teachers"] = 0, [stage_name .. "_doctor_teachers"] = 0,
        [stage_name .. "_classes"] = 1, [stage_name .. "_small_classes"] = 1, [stage_name .. "_titled_teachers"] = 1 } } }, expect = "met" }
  end
end
for _, line in ipairs { { "primary_books", "primary", 50999, 51001 }, { "junior_books", "junior", 53999, 54001 } } do
  local rule, name = line[1], line[2]
  case (rule .. ": exactly") { rule = rule, given = like (name) {}, expect = { verdict = "met", margin = "0" } }
  case (rule .. ": one fewer") { rule = rule, given = like (name) { books = line[3] }, expect = "unmet" }
  case (rule .. ": one more") { rule = rule, given = like (name) { books = line[4] }, expect = "met" }
  case (rule .. ": no figure") { rule = rule, given = like (name) { books = missing }, expect = "undetermined" }
  case (rule .. ": no students") { rule = rule, given = like (name) { [name .. "_students"] = 0 }, expect = "not_applicable" }
  case (rule .. ": one student") { rule = rule, given = like (name) { [name .. "_students"] = 1, books = 1 }, expect = "unmet" }
  case (rule .. ": a nine-year school") { rule = rule, given = like (name) { school_type = "nine_year_school" }, expect = "not_applicable" }
end
case "county: all" { rule = "modernisation", given = county {}, expect = "met" }
case "county: too few books in one school" { rule = "modernisation", given = { schools = { like "primary" { books = 1 }, junior } }, expect = "unmet" }
case "county: too few small classes" { rule = "modernisation", given = county { primary_small_classes = 35 }, expect = "unmet" }
case "county: not known" { rule = "modernisation", given = county { primary_small_classes = missing }, expect = "undetermined" }
