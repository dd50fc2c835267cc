-- Degrees: two schools with 100 teachers in each stage. 90 of 100 primary teachers with a bachelor's degree, 8 of 100 with a master's.

local primary = { school_type = "primary_school", primary_full_time_teachers = 100, primary_diploma_teachers = 10, primary_bachelor_teachers = 85,
  primary_master_teachers = 4, primary_doctor_teachers = 1 }
local junior = { school_type = "junior_school", junior_full_time_teachers = 100, junior_bachelor_teachers = 92, junior_master_teachers = 7,
  junior_doctor_teachers = 1 }
example "a primary school" (primary)
example "a junior school" (junior)
local function county(a, b) return { schools = { a, b } } end

case "college: all" { rule = "primary_college", given = county(primary, junior), expect = { verdict = "met", measure = "100", margin = "0" } }
case "college: one has none" { rule = "primary_college", given = county(like "a primary school" { primary_diploma_teachers = 9 }, junior), expect = { verdict = "unmet", measure = "99" } }
case "college: no figure" { rule = "primary_college", given = county(like "a primary school" { primary_diploma_teachers = missing }, junior), expect = "undetermined" }
case "bachelor: 90 of 100" { rule = "primary_bachelor", given = county(primary, junior), expect = { verdict = "met", measure = "90", margin = "0" } }
case "bachelor: 89" { rule = "primary_bachelor", given = county(like "a primary school" { primary_bachelor_teachers = 84 }, junior), expect = "unmet" }
case "bachelor: 91" { rule = "primary_bachelor", given = county(like "a primary school" { primary_bachelor_teachers = 86 }, junior), expect = "met" }
case "bachelor: no figure" { rule = "primary_bachelor", given = county(like "a primary school" { primary_bachelor_teachers = missing }, junior), expect = "undetermined" }
case "junior bachelor: all" { rule = "junior_bachelor", given = county(primary, junior), expect = { verdict = "met", measure = "100", margin = "0" } }
case "junior bachelor: one has none" { rule = "junior_bachelor", given = county(primary, like "a junior school" { junior_bachelor_teachers = 91 }), expect = "unmet" }
case "junior bachelor: no figure" { rule = "junior_bachelor", given = county(primary, like "a junior school" { junior_bachelor_teachers = missing }), expect = "undetermined" }
case "master: 8 of 100" { rule = "junior_master", given = county(primary, junior), expect = { verdict = "met", measure = "8", margin = "0" } }
case "master: 7" { rule = "junior_master", given = county(primary, like "a junior school" { junior_master_teachers = 6 }), expect = "unmet" }
case "master: 9" { rule = "junior_master", given = county(primary, like "a junior school" { junior_master_teachers = 8 }), expect = "met" }
case "master: no figure" { rule = "junior_master", given = county(primary, like "a junior school" { junior_master_teachers = missing }), expect = "undetermined" }

local function funds(area, type_name, training, budget, wages)
  return { school_type = type_name, area_type = area, training_funds_wan_yuan = training, public_funds_budget_wan_yuan = budget, staff_wages_wan_yuan = wages }
end
case "rural training: exactly 5 % of public funds" { rule = "rural_training_funds", given = funds("rural", "primary_school", 5, 100, 1000), expect = { verdict = "met", measure = "5", margin = "0" } }
case "rural training: just below" { rule = "rural_training_funds", given = funds("rural", "primary_school", "4.9999", 100, 1000), expect = "unmet" }
case "rural training: just above" { rule = "rural_training_funds", given = funds("rural", "primary_school", "5.0001", 100, 1000), expect = "met" }
case "rural training: no figure" { rule = "rural_training_funds", given = funds("rural", "primary_school", missing, 100, 1000), expect = "undetermined" }
case "rural training: in town" { rule = "rural_training_funds", given = funds("town", "primary_school", 1, 100, 1000), expect = "not_applicable" }
case "rural training: a senior school" { rule = "rural_training_funds", given = funds("rural", "senior_school", 1, 100, 1000), expect = "not_applicable" }
case "other training: exactly 1.5 % of wages" { rule = "other_training_funds", given = funds("town", "primary_school", 15, 100, 1000), expect = { verdict = "met", measure = "1.5", margin = "0" } }
case "other training: just below" { rule = "other_training_funds", given = funds("urban", "primary_school", "14.9999", 100, 1000), expect = "unmet" }
case "other training: just above" { rule = "other_training_funds", given = funds("urban", "primary_school", "15.0001", 100, 1000), expect = "met" }
case "other training: no figure" { rule = "other_training_funds", given = funds("urban", "primary_school", 15, 100, missing), expect = "undetermined" }
case "other training: in the country" { rule = "other_training_funds", given = funds("rural", "primary_school", 1, 100, 1000), expect = "not_applicable" }
case "other training: a senior school" { rule = "other_training_funds", given = funds("urban", "senior_school", 1, 100, 1000), expect = "not_applicable" }

local function class(stage_name, most) return { stage = stage_name, students = 1, largest_class = most } end
case "classes: 40" { rule = "class_size", given = class("primary", 40), expect = { verdict = "met", margin = "0" } }
case "classes: 41" { rule = "class_size", given = class("primary", 41), expect = "unmet" }
case "classes: 39" { rule = "class_size", given = class("primary", 39), expect = "met" }
case "classes: 45" { rule = "class_size", given = class("junior", 45), expect = { verdict = "met", margin = "0" } }
case "classes: 46" { rule = "class_size", given = class("junior", 46), expect = "unmet" }
case "classes: 44" { rule = "class_size", given = class("junior", 44), expect = "met" }
case "classes: no figure" { rule = "class_size", given = { stage = "junior", students = 1 }, expect = "undetermined" }
case "classes: nobody" { rule = "class_size", given = { stage = "junior", students = 0 }, expect = "not_applicable" }

for _, pair in ipairs { { "one", "met" }, { "two", "met" }, { "below", "unmet" } } do
  case ("equipment: " .. pair[1]) { rule = "equipment", given = { school_type = "junior_school", equipment_class = pair[1] }, expect = pair[2] }
end
case "equipment: not known" { rule = "equipment", given = { school_type = "junior_school" }, expect = "undetermined" }
case "equipment: a senior school" { rule = "equipment", given = { school_type = "senior_school", equipment_class = "below" }, expect = "not_applicable" }

-- n of 20 schools; a senior school is not counted.
local function schools(n, field, yes, no)
  local list = { { school_type = "senior_school", [field] = no } }
  for i = 1, 20 do table.insert(list, { school_type = "primary_school", [field] = i <= n and yes or no }) end
  return list
end
for _, line in ipairs {
  { "equipment_class_one", "equipment_class", "one", "two", 6 }, { "characteristic_schools", "is_characteristic_school", true, false, 14 },
  { "modernised_schools", "is_modernised", true, false, 17 },
} do
  local rule, field, yes, no, n = line[1], line[2], line[3], line[4], line[5]
  case (rule .. ": " .. n .. " of 20") { rule = rule, given = { schools = schools(n, field, yes, no) }, expect = { verdict = "met", margin = "0" } }
  case (rule .. ": one fewer") { rule = rule, given = { schools = schools(n - 1, field, yes, no) }, expect = "unmet" }
  case (rule .. ": one more") { rule = rule, given = { schools = schools(n + 1, field, yes, no) }, expect = "met" }
  case (rule .. ": not known") { rule = rule, given = { schools = { { school_type = "primary_school" } } }, expect = "undetermined" }
end

-- A county: one school fails, all fail. The report of a partial pack says nothing better than "not determined".
local sound = { school_type = "nine_year_school", area_type = "rural", training_funds_wan_yuan = 5, public_funds_budget_wan_yuan = 100,
  primary_students = 100, primary_largest_class = 40, junior_students = 100, junior_largest_class = 45, equipment_class = "one",
  is_characteristic_school = true, is_modernised = true,
  primary_full_time_teachers = 10, primary_diploma_teachers = 1, primary_bachelor_teachers = 9, primary_master_teachers = 0, primary_doctor_teachers = 0,
  junior_full_time_teachers = 10, junior_bachelor_teachers = 9, junior_master_teachers = 1, junior_doctor_teachers = 0 }
example "a sound school" (sound)
local results = { academic_pass_percent = 95, fitness_pass_percent = 90, fitness_excellent_percent = 10, arts_pass_percent = 95,
  comprehensive_good_percent = 90, city_satisfaction_percent = 90 }
example "results" (results)
case "county: all that was seen" { rule = "city_quality_balance", given = like "results" { schools = { sound } }, expect = "met" }
case "county: one class too large" { rule = "city_quality_balance", given = like "results" { schools = { sound, like "a sound school" { junior_largest_class = 46 } } }, expect = "unmet" }
case "county: results too low" { rule = "city_quality_balance", given = like "results" { academic_pass_percent = 94, schools = { sound } }, expect = "unmet" }
case "county: a degree is not known" { rule = "city_quality_balance", given = like "results" { schools = { like "a sound school" { junior_master_teachers = missing } } }, expect = "undetermined" }
