-- Each indicator on its line, just below, just above, without data.
-- 210 primary students in town, outside the main city: 20 m² are 4200 m², 10 members of staff, 21 computers, 365 yuan are 7.665 万元.
-- 160 junior students: 25 m² are 4000 m², 10 members of staff, 16 computers, 695 yuan are 11.12 万元, 6.4 m² are 1024 m².

example "a primary school" { stage = "primary", school_type = "primary_school", organiser = "education_department", area_type = "town", land_class = "outside",
  is_land_constrained = false, students = 210, site_area_m2 = 4200, building_area_m2 = 2000, equipment_value_wan_yuan = "7.665", computers = 21,
  books = 5250, staff = 10, teachers = 100, qualified_teachers = 100, higher_degree_teachers = 85, yearly_retention_percent = 99, largest_class = 45 }
example "a junior school" { stage = "junior", school_type = "junior_school", organiser = "education_department", area_type = "urban", land_class = "outside",
  is_land_constrained = false, students = 160, site_area_m2 = 4000, building_area_m2 = 1024, equipment_value_wan_yuan = "11.12", computers = 16,
  books = 6400, staff = 10, teachers = 100, qualified_teachers = 98, higher_degree_teachers = 70, yearly_retention_percent = 97, largest_class = 50 }

for _, line in ipairs {
  { "land", "site_area_m2", "4199.99", "4200.01", "3999.99", "4000.01" },
  { "equipment", "equipment_value_wan_yuan", "7.6649", "7.6651", "11.1199", "11.1201" },
  { "computers", "computers", 20, 22, 15, 17 }, { "books", "books", 5249, 5251, 6399, 6401 }, { "staff", "staff", 9, 11, 9, 11 },
  { "higher_degree", "higher_degree_teachers", 84, 86, 69, 71 }, { "retention", "yearly_retention_percent", "98.9999", "99.0001", "96.9999", "97.0001" },
  { "class_size", "largest_class", 46, 44, 51, 49 },
} do
  local rule, field = line[1], line[2]
  for index, name in ipairs { "a primary school", "a junior school" } do
    case (rule .. ", " .. name .. ": exactly") { rule = rule, given = like (name) {}, expect = { verdict = "met", margin = "0" } }
    case (rule .. ", " .. name .. ": worse") { rule = rule, given = like (name) { [field] = line[1 + 2 * index] }, expect = "unmet" }
    case (rule .. ", " .. name .. ": better") { rule = rule, given = like (name) { [field] = line[2 + 2 * index] }, expect = "met" }
    case (rule .. ", " .. name .. ": no figure") { rule = rule, given = like (name) { [field] = missing }, expect = "undetermined" }
  end
end

case "degrees, primary: all" { rule = "qualified", given = like "a primary school" {}, expect = { verdict = "met", margin = "0" } }
case "degrees, primary: one has not" { rule = "qualified", given = like "a primary school" { qualified_teachers = 99 }, expect = "unmet" }
case "degrees, primary: no figure" { rule = "qualified", given = like "a primary school" { qualified_teachers = missing }, expect = "undetermined" }
case "degrees, junior: 98" { rule = "qualified", given = like "a junior school" {}, expect = { verdict = "met", margin = "0" } }
case "degrees, junior: 97" { rule = "qualified", given = like "a junior school" { qualified_teachers = 97 }, expect = "unmet" }
case "degrees, junior: 99" { rule = "qualified", given = like "a junior school" { qualified_teachers = 99 }, expect = "met" }
case "degrees, junior: no figure" { rule = "qualified", given = like "a junior school" { qualified_teachers = missing }, expect = "undetermined" }
case "buildings, junior: exactly" { rule = "building", given = like "a junior school" {}, expect = { verdict = "met", margin = "0" } }
case "buildings, junior: just below" { rule = "building", given = like "a junior school" { building_area_m2 = "1023.99" }, expect = "unmet" }
case "buildings, junior: just above" { rule = "building", given = like "a junior school" { building_area_m2 = "1024.01" }, expect = "met" }
case "buildings, junior: no figure" { rule = "building", given = like "a junior school" { building_area_m2 = missing }, expect = "undetermined" }
case "buildings, primary: the standard is lost" { rule = "building", given = like "a primary school" {}, expect = "undetermined" }

-- Land by class: 210 × 11.40 = 2394, × 15 = 3150, × 32 = 6720; 160 × 11.40 = 1824, × 20 = 3200, × 34 = 5440.
for _, line in ipairs { { "old_centre", 2394, 1824 }, { "new_centre", 3150, 3200 }, { "full_boarding", 6720, 5440 } } do
  for index, name in ipairs { "a primary school", "a junior school" } do
    local area = line[1 + index]
    case ("land, " .. name .. ", " .. line[1] .. ": exactly") { rule = "land", given = like (name) { land_class = line[1], site_area_m2 = area }, expect = { verdict = "met", margin = "0" } }
    case ("land, " .. name .. ", " .. line[1] .. ": just below") { rule = "land", given = like (name) { land_class = line[1], site_area_m2 = (area - 1) .. ".99" }, expect = "unmet" }
    case ("land, " .. name .. ", " .. line[1] .. ": just above") { rule = "land", given = like (name) { land_class = line[1], site_area_m2 = area .. ".01" }, expect = "met" }
  end
end
-- 10 % less: 18 and 22.5 m², that is 3780 and 3600 m²
case "land in the mountains, primary: exactly" { rule = "land", given = like "a primary school" { is_land_constrained = true, site_area_m2 = 3780 }, expect = { verdict = "met", bound = "18", margin = "0" } }
case "land in the mountains, primary: just below" { rule = "land", given = like "a primary school" { is_land_constrained = true, site_area_m2 = "3779.99" }, expect = "unmet" }
case "land in the mountains, junior: exactly" { rule = "land", given = like "a junior school" { is_land_constrained = true, site_area_m2 = 3600 }, expect = { verdict = "met", bound = "22.5", margin = "0" } }
case "land: of which class?" { rule = "land", given = like "a junior school" { land_class = missing }, expect = "undetermined" }

-- In the country 23 and 18 students to each member of staff.
case "staff in the country, primary: exactly" { rule = "staff", given = like "a primary school" { area_type = "rural", students = 230 }, expect = { verdict = "met", margin = "0" } }
case "staff in the country, primary: one student more" { rule = "staff", given = like "a primary school" { area_type = "rural", students = 231 }, expect = "unmet" }
case "staff in the country, junior: exactly" { rule = "staff", given = like "a junior school" { area_type = "rural", students = 180 }, expect = { verdict = "met", margin = "0" } }
case "staff in the country, junior: one student more" { rule = "staff", given = like "a junior school" { area_type = "rural", students = 181 }, expect = "unmet" }

for _, rule in ipairs { "land", "building", "equipment", "computers", "books", "staff", "qualified", "higher_degree", "retention", "class_size", "eight_of_ten" } do
  case (rule .. ": private") { rule = rule, given = like "a junior school" { organiser = "private" }, expect = "not_applicable" }
  case (rule .. ": no students") { rule = rule, given = like "a junior school" { students = 0 }, expect = "not_applicable" }
end
case "one student is judged" { rule = "class_size", given = like "a junior school" { students = 1, largest_class = 60 }, expect = "unmet" }
