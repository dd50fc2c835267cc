-- Eight of ten with a floor of 60 %.

-- the junior school of ten.lua, written as a school of a county
local sound = { school_type = "junior_school", organiser = "education_department", area_type = "urban", land_class = "outside", is_land_constrained = false,
  junior_students = 160, site_area_m2 = 4000, building_area_m2 = 1024, equipment_value_wan_yuan = "11.12", computers = 16, books = 6400, staff = 10,
  junior_full_time_teachers = 100, qualified_teachers = 98, junior_bachelor_teachers = 69, junior_master_teachers = 1, junior_doctor_teachers = 0,
  yearly_retention_percent = 97, junior_largest_class = 50 }
example "a school" (sound)
example "a junior unit" { stage = "junior", school_type = "junior_school", organiser = "education_department", area_type = "urban", land_class = "outside",
  is_land_constrained = false, students = 160, site_area_m2 = 4000, building_area_m2 = 1024, equipment_value_wan_yuan = "11.12", computers = 16,
  books = 6400, staff = 10, teachers = 100, qualified_teachers = 98, higher_degree_teachers = 70, yearly_retention_percent = 97, largest_class = 50 }

case "ten" { rule = "eight_of_ten", given = like "a junior unit" {}, expect = { verdict = "met" } }
case "eight, the others at 60 %: 3840 books, 2400 m² of land" { rule = "eight_of_ten", given = like "a junior unit" { books = 3840, site_area_m2 = 2400 }, expect = "met" }
case "eight, one of the others just below 60 %" { rule = "eight_of_ten", given = like "a junior unit" { books = 3839, site_area_m2 = 2400 }, expect = "unmet" }
case "nine, the other below 60 %" { rule = "eight_of_ten", given = like "a junior unit" { site_area_m2 = 2399 }, expect = "unmet" }
case "seven, the others at 60 %" { rule = "eight_of_ten", given = like "a junior unit" { books = 3840, site_area_m2 = 2400, computers = 12 }, expect = "unmet" }
-- 50 students to a class are 60 % of the standard at 83.3…: a class of 83 is within, one of 84 is not
case "a class of 83 is within 60 %" { rule = "eight_of_ten", given = like "a junior unit" { largest_class = 83 }, expect = "met" }
case "a class of 84 is not" { rule = "eight_of_ten", given = like "a junior unit" { largest_class = 84 }, expect = "unmet" }
case "two are blank: below the floor or not?" { rule = "eight_of_ten", given = like "a junior unit" { books = missing, site_area_m2 = missing }, expect = "undetermined" }
case "three are too low, one is blank" { rule = "eight_of_ten", given = like "a junior unit" { books = 5000, site_area_m2 = 3000, computers = 12, staff = missing }, expect = "unmet" }

case "county: all schools" { rule = "gate", given = { schools = { sound, sound } }, expect = "met" }
case "county: one fails" { rule = "gate", given = { schools = { sound, like "a school" { books = 3000 } } }, expect = "unmet" }
case "county: one is not known" { rule = "gate", given = { schools = { sound, like "a school" { books = missing } } }, expect = "undetermined" }

-- Exactly 60 % of each of the others is within the floor.
for _, line in ipairs {
  { "building_area_m2", "614.4", "614.39" }, { "equipment_value_wan_yuan", "6.672", "6.6719" }, { "staff", 6, 5 },
  { "higher_degree_teachers", 42, 41 }, { "yearly_retention_percent", "58.2", "58.1999" },
} do
  case (line[1] .. " at 60 %") { rule = "eight_of_ten", given = like "a junior unit" { [line[1]] = line[2] }, expect = "met" }
  case (line[1] .. " below 60 %") { rule = "eight_of_ten", given = like "a junior unit" { [line[1]] = line[3] }, expect = "unmet" }
end
-- 98 % of 1000 teachers are 980, 60 % of that are 588; 150 students need 15 computers, at the floor 9
case "degrees at 60 %" { rule = "eight_of_ten", given = like "a junior unit" { teachers = 1000, qualified_teachers = 588, higher_degree_teachers = 700 }, expect = "met" }
case "degrees below 60 %" { rule = "eight_of_ten", given = like "a junior unit" { teachers = 1000, qualified_teachers = 587, higher_degree_teachers = 700 }, expect = "unmet" }
case "computers at 60 %" { rule = "eight_of_ten", given = like "a junior unit" { students = 150, computers = 9 }, expect = "met" }
case "computers below 60 %" { rule = "eight_of_ten", given = like "a junior unit" { students = 150, computers = 8 }, expect = "unmet" }
