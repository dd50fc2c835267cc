-- Points, worked by hand.

example "village school" {
  stage = "primary", school_type = "primary_school", organiser = "education_department", area_type = "rural", built_year = 2005,
  primary_students = 200, primary_classes = 6, primary_full_time_teachers = 12, boarders = 40, site_area_m2 = 3000,
  building_area_m2 = 1020, dormitory_area_m2 = 120, sports_area_m2 = 900, computers = 12, layout_points = 5,
  has_classroom_links = true, has_lesson_preparation_system = false, has_network = false, has_distance_education_kit = true,
  has_arts_kit = true, has_sports_kit = false, has_usable_ground = true, are_salaries_paid = true, is_staffed = true,
}

-- The standard is 4.5 m² × 200 = 900 m². Bands without gaps: 99.9… % belongs to 80 %, 79.9… % to 60 %.
local bands = {
  { 1020, "5" }, { "1019.99", "4" }, { 840, "4" }, { "839.99", "2.5" }, { 660, "2.5" }, { "659.99", "0" }, { 120, "0" },
}
for _, one in ipairs(bands) do
  case("floor area of " .. one[1] .. " m² with the dormitory") {
    rule = "conditions.buildings.floor_area", given = like "village school" { building_area_m2 = one[1] }, expect = { verdict = "met", measure = one[2] },
  }
end
-- Junior: 5.5 m² × 200 = 1100 m².
for _, one in ipairs { { 1220, "5" }, { "1219.99", "4" }, { 1000, "4" }, { "999.99", "2.5" }, { 780, "2.5" }, { "779.99", "0" } } do
  case("junior, floor area of " .. one[1] .. " m²") {
    rule = "conditions.buildings.floor_area",
    given = like "village school" { stage = "junior", school_type = "junior_school", primary_students = missing, junior_students = 200, building_area_m2 = one[1] },
    expect = { verdict = "met", measure = one[2] },
  }
end
-- Dormitories: 3 m² × 40 = 120 m²; junior 3.5 × 40 = 140 m².
case "dormitory: enough" { rule = "conditions.buildings.dormitory", given = like "village school" {}, expect = { verdict = "met", measure = "3" } }
case "dormitory: too small" { rule = "conditions.buildings.dormitory", given = like "village school" { dormitory_area_m2 = "119.99" }, expect = { verdict = "met", measure = "0" } }
case "dormitory: junior, enough" {
  rule = "conditions.buildings.dormitory",
  given = like "village school" { stage = "junior", school_type = "junior_school", junior_students = 200, dormitory_area_m2 = 140 }, expect = { verdict = "met", measure = "3" },
}
case "dormitory: junior, too small" {
  rule = "conditions.buildings.dormitory",
  given = like "village school" { stage = "junior", school_type = "junior_school", junior_students = 200, dormitory_area_m2 = "139.99" }, expect = { verdict = "met", measure = "0" },
}
case "dormitory: nobody boards" { rule = "conditions.buildings.dormitory", given = like "village school" { boarders = 0 }, expect = "not_applicable" }
case "dormitory: one boards" { rule = "conditions.buildings.dormitory", given = like "village school" { boarders = 1, dormitory_area_m2 = 3 }, expect = { verdict = "met", measure = "3" } }

-- All or nothing.
for _, one in ipairs {
  { "equipment.classroom_links", "has_classroom_links", "4" }, { "equipment.arts_kit", "has_arts_kit", "2" },
  { "equipment.sports_kit", "has_sports_kit", "2" }, { "equipment.ground", "has_usable_ground", "1" },
  { "teachers.salaries", "are_salaries_paid", "2" }, { "teachers.staffing", "is_staffed", "1" },
  { "equipment.distance_education", "has_distance_education_kit", "1" },
} do
  case(one[1] .. ": yes") { rule = "conditions." .. one[1], given = like "village school" { [one[2]] = true }, expect = { verdict = "met", measure = one[3] } }
  case(one[1] .. ": no") { rule = "conditions." .. one[1], given = like "village school" { [one[2]] = false }, expect = { verdict = "met", measure = "0" } }
end
case "computers: 12 for 200" { rule = "conditions.equipment.computers", given = like "village school" {}, expect = { verdict = "met", measure = "5" } }
case "computers: 11 for 200" { rule = "conditions.equipment.computers", given = like "village school" { computers = 11 }, expect = { verdict = "met", measure = "0" } }
case "sports: 900 m²" { rule = "conditions.equipment.sports_area", given = like "village school" {}, expect = { verdict = "met", measure = "3" } }
case "sports: less" { rule = "conditions.equipment.sports_area", given = like "village school" { sports_area_m2 = "899.99" }, expect = { verdict = "met", measure = "0" } }
case "siting: as given" { rule = "conditions.setting.layout", given = like "village school" {}, expect = { verdict = "met", measure = "5" } }
case "siting: full" { rule = "conditions.setting.layout", given = like "village school" { layout_points = 6 }, expect = { verdict = "met", measure = "6" } }

-- Asked of some schools only.
case "lesson system: 1000 students" { rule = "conditions.equipment.lesson_preparation", given = like "village school" { primary_students = 1000 }, expect = { verdict = "met", measure = "0" } }
case "lesson system: it is there" { rule = "conditions.equipment.lesson_preparation", given = like "village school" { primary_students = 1000, has_lesson_preparation_system = true }, expect = { verdict = "met", measure = "1" } }
case "lesson system: 999 students" { rule = "conditions.equipment.lesson_preparation", given = like "village school" { primary_students = 999 }, expect = "not_applicable" }
case "distance education: in town" { rule = "conditions.equipment.distance_education", given = like "village school" { area_type = "town" }, expect = "not_applicable" }
case "distance education: with a network" { rule = "conditions.equipment.distance_education", given = like "village school" { has_network = true }, expect = "not_applicable" }
case "land: built before" { rule = "conditions.setting.land", given = like "village school" {}, expect = "not_applicable" }
case "land: built after 2011, 15 m²" { rule = "conditions.setting.land", given = like "village school" { built_year = 2012 }, expect = { verdict = "met", measure = "0" } }
case "land: built after 2011, 20 m²" { rule = "conditions.setting.land", given = like "village school" { built_year = 2012, site_area_m2 = 4000 }, expect = { verdict = "met", measure = "3" } }

-- What was seen: section one 5 + 3 given (built before), two 5 + 3, three 5 + 4 + 1 given (below 1000) + 1 + 2 + 0 + 1 + 3 = 17,
-- four 2 + 1: 36 points; 61 were not seen: the school has between 36 and 97. The pass mark was not seen.
case "sections with points unseen stay open to the top, never below what was seen" { rule = "conditions.buildings", given = like "village school" {}, expect = "met" }
case "section three" { rule = "conditions.equipment", given = like "village school" {}, expect = "met" }
case "the whole stays open" { rule = "conditions", given = like "village school" {}, expect = "undetermined" }
case "a private school" { rule = "conditions", given = like "village school" { organiser = "private" }, expect = "not_applicable" }
case "all schools" { rule = "all_schools", given = { stages = { like "village school" {} } }, expect = "undetermined" }
case "the gate stays open" { rule = "gate", given = { stages = { like "village school" {} } }, expect = "undetermined" }

-- None at all is no failure by itself.
case "siting: none" { rule = "conditions.setting.layout", given = like "village school" { layout_points = 0 }, expect = { verdict = "met", measure = "0", margin = "0" } }
case "teachers: nothing that was seen" { rule = "conditions.teachers", given = like "village school" { are_salaries_paid = false, is_staffed = false }, expect = "met" }
case "one student" { rule = "land_per_student", given = like "village school" { built_year = 2012, primary_students = 1 }, expect = "met" }
