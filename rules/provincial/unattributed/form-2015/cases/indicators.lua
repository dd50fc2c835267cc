-- 100 students in each stage; rural 500 and 600 m², urban 420 and 510 m².

example "a primary school" { stage = "primary", school_type = "primary_school", area_type = "rural", is_counted_as_school = true, students = 100, classes = 6,
  largest_class = 40, teachers = 10, building_area_m2 = 500, multimedia_sets = 6, computers = 40, qualified_teachers = 10, science_labs = 1, equipment_kinds = 60 }
example "a junior school" { stage = "junior", school_type = "junior_school", area_type = "rural", is_counted_as_school = true, students = 100, classes = 6,
  largest_class = 40, teachers = 10, building_area_m2 = 600, multimedia_sets = 6, computers = 40, qualified_teachers = 10, physics_labs = 1, chemistry_labs = 1,
  biology_labs = 1, equipment_kinds = 61 }

for _, line in ipairs {
  { "building", "building_area_m2", "499.99", "500.01", "599.99", "600.01" }, { "multimedia", "multimedia_sets", 5, 7, 5, 7 },
  { "computers", "computers", 39, 41, 39, 41 }, { "qualified", "qualified_teachers", 9, 11, 9, 11 }, { "equipment_kinds", "equipment_kinds", 59, 61, 60, 62 },
} do
  local rule, field = line[1], line[2]
  for index, name in ipairs { "a primary school", "a junior school" } do
    case (rule .. ", " .. name .. ": exactly") { rule = rule, given = like (name) {}, expect = { verdict = "met", margin = "0" } }
    case (rule .. ", " .. name .. ": less") { rule = rule, given = like (name) { [field] = line[1 + 2 * index] }, expect = "unmet" }
    case (rule .. ", " .. name .. ": more") { rule = rule, given = like (name) { [field] = line[2 + 2 * index] }, expect = "met" }
    case (rule .. ", " .. name .. ": no figure") { rule = rule, given = like (name) { [field] = missing }, expect = "undetermined" }
  end
end
for _, line in ipairs { { "a primary school", "urban", 420 }, { "a primary school", "town", 420 }, { "a junior school", "urban", 510 } } do
  case (line[1] .. " " .. line[2] .. ": exactly") { rule = "building", given = like (line[1]) { area_type = line[2], building_area_m2 = line[3] }, expect = { verdict = "met", margin = "0" } }
  case (line[1] .. " " .. line[2] .. ": less") { rule = "building", given = like (line[1]) { area_type = line[2], building_area_m2 = (line[3] - 1) .. ".99" }, expect = "unmet" }
  case (line[1] .. " " .. line[2] .. ": more") { rule = "building", given = like (line[1]) { area_type = line[2], building_area_m2 = line[3] .. ".01" }, expect = "met" }
end
case "building: in a town or the country?" { rule = "building", given = like "a primary school" { area_type = missing, building_area_m2 = 450 }, expect = "undetermined" }

case "laboratories, primary: one" { rule = "laboratories", given = like "a primary school" {}, expect = { verdict = "met", margin = "0" } }
case "laboratories, primary: none" { rule = "laboratories", given = like "a primary school" { science_labs = 0 }, expect = "unmet" }
case "laboratories, primary: two" { rule = "laboratories", given = like "a primary school" { science_labs = 2 }, expect = "met" }
case "laboratories, primary: no figure" { rule = "laboratories", given = like "a primary school" { science_labs = missing }, expect = "undetermined" }
case "laboratories, junior: one each" { rule = "laboratories", given = like "a junior school" {}, expect = { verdict = "met", margin = "0" } }
case "laboratories, junior: two each" { rule = "laboratories", given = like "a junior school" { physics_labs = 2, chemistry_labs = 2, biology_labs = 2 }, expect = "met" }
case "laboratories, junior: no figure" { rule = "laboratories", given = like "a junior school" { biology_labs = missing }, expect = "undetermined" }
for _, field in ipairs { "physics_labs", "chemistry_labs", "biology_labs" } do
  case ("laboratories, junior, none: " .. field) { rule = "laboratories", given = like "a junior school" { [field] = 0 }, expect = "unmet" }
end

for _, rule in ipairs { "building", "multimedia", "computers", "qualified", "laboratories", "equipment_kinds" } do
  case (rule .. ": not a main campus") { rule = rule, given = like "a primary school" { is_counted_as_school = false }, expect = "not_applicable" }
  case (rule .. ": no students") { rule = rule, given = like "a primary school" { students = 0 }, expect = "not_applicable" }
end
case "one student is judged" { rule = "multimedia", given = like "a primary school" { students = 1, multimedia_sets = 0 }, expect = "unmet" }

local sound = { school_type = "primary_school", area_type = "rural", is_counted_as_school = true, primary_students = 100, primary_classes = 6,
  primary_largest_class = 40, primary_full_time_teachers = 10, building_area_m2 = 500, multimedia_sets = 6, computers = 40, qualified_teachers = 10,
  science_labs = 1, equipment_kinds = 60 }
example "a school" (sound)
case "county: all that was seen" { rule = "conditions", given = { schools = { sound, like "a school" { is_counted_as_school = false, computers = 0 } } }, expect = "met" }
case "county: one school fails" { rule = "conditions", given = { schools = { sound, like "a school" { computers = 0 } } }, expect = "unmet" }
case "county: one is not known" { rule = "conditions", given = { schools = { sound, like "a school" { computers = missing } } }, expect = "undetermined" }
