-- Each figure on its line, just below, just above, without data, out of scope.

local function central(kind, students) return { county_type = kind, school_type = "primary_school", is_central_primary = true, primary_students = students } end
for _, line in ipairs { { "plains", 200 }, { "mountain", 200 }, { "poor_mountain", 150 } } do
  local kind, size = line[1], line[2]
  case ("central, " .. kind .. ": exactly") { rule = "central_primary_size", given = central(kind, size), expect = { verdict = "met", margin = "0" } }
  case ("central, " .. kind .. ": one fewer") { rule = "central_primary_size", given = central(kind, size - 1), expect = "unmet" }
  case ("central, " .. kind .. ": one more") { rule = "central_primary_size", given = central(kind, size + 1), expect = "met" }
  case ("central, " .. kind .. ": no figure") { rule = "central_primary_size", given = central(kind, missing), expect = "undetermined" }
end
case "another primary school" { rule = "central_primary_size", given = { school_type = "primary_school", is_central_primary = false, primary_students = 10 }, expect = "not_applicable" }

for _, line in ipairs { { "primary", 6 }, { "junior", 10 } } do
  local kind, most = line[1], line[2]
  case ("tracks, " .. kind .. ": exactly") { rule = "tracks", given = { stage = kind, tracks = most }, expect = { verdict = "met", margin = "0" } }
  case ("tracks, " .. kind .. ": one more") { rule = "tracks", given = { stage = kind, tracks = most + 1 }, expect = "unmet" }
  case ("tracks, " .. kind .. ": one fewer") { rule = "tracks", given = { stage = kind, tracks = most - 1 }, expect = "met" }
  case ("tracks, " .. kind .. ": no figure") { rule = "tracks", given = { stage = kind }, expect = "undetermined" }
end

case "town of 15,000: one school" { rule = "junior_schools_of_towns", given = { population = 15000, junior_schools = 1 }, expect = { verdict = "met", margin = "0" } }
case "town of 15,000: none" { rule = "junior_schools_of_towns", given = { population = 15000, junior_schools = 0 }, expect = "unmet" }
case "town of 15,000: two" { rule = "junior_schools_of_towns", given = { population = 15000, junior_schools = 2 }, expect = "met" }
case "town of 29,999: one school" { rule = "junior_schools_of_towns", given = { population = 29999, junior_schools = 1 }, expect = { verdict = "met", margin = "0" } }
case "town of 30,000: two" { rule = "junior_schools_of_towns", given = { population = 30000, junior_schools = 2 }, expect = { verdict = "met", margin = "0" } }
case "town of 30,000: one" { rule = "junior_schools_of_towns", given = { population = 30000, junior_schools = 1 }, expect = "unmet" }
case "town of 30,000: three" { rule = "junior_schools_of_towns", given = { population = 30000, junior_schools = 3 }, expect = "met" }
case "town of 30,000: no figure" { rule = "junior_schools_of_towns", given = { population = 30000 }, expect = "undetermined" }
case "town of 14,999" { rule = "junior_schools_of_towns", given = { population = 14999, junior_schools = 0 }, expect = "not_applicable" }

-- 100 students
local function built(kind, area)
  return { stage = kind, students = 100, school_type = kind .. "_school", [kind .. "_students"] = 100, building_area_m2 = area, all_students = 100 }
end
for _, line in ipairs { { "primary", 500 }, { "junior", 600 } } do
  local kind, area = line[1], line[2]
  case ("buildings, " .. kind .. ": exactly") { rule = "building_per_student", given = built(kind, area), expect = { verdict = "met", margin = "0" } }
  case ("buildings, " .. kind .. ": just below") { rule = "building_per_student", given = built(kind, (area - 1) .. ".99"), expect = "unmet" }
  case ("buildings, " .. kind .. ": just above") { rule = "building_per_student", given = built(kind, area .. ".01"), expect = "met" }
  case ("buildings, " .. kind .. ": no figure") { rule = "building_per_student", given = built(kind, missing), expect = "undetermined" }
  case ("dormitory, " .. kind .. ": exactly") { rule = "dormitory_per_boarder", given = { stage = kind, boarders = 100, dormitory_area_m2 = 300 }, expect = { verdict = "met", margin = "0" } }
  case ("dormitory, " .. kind .. ": just below") { rule = "dormitory_per_boarder", given = { stage = kind, boarders = 100, dormitory_area_m2 = "299.99" }, expect = "unmet" }
  case ("dormitory, " .. kind .. ": just above") { rule = "dormitory_per_boarder", given = { stage = kind, boarders = 100, dormitory_area_m2 = "300.01" }, expect = "met" }
  case ("dormitory, " .. kind .. ": no figure") { rule = "dormitory_per_boarder", given = { stage = kind, boarders = 100 }, expect = "undetermined" }
  case ("dormitory, " .. kind .. ": one boarder") { rule = "dormitory_per_boarder", given = { stage = kind, boarders = 1, dormitory_area_m2 = 2 }, expect = "unmet" }
end
case "buildings: one student" { rule = "building_per_student", given = { stage = "primary", students = 1, all_students = 1, building_area_m2 = 4 }, expect = "unmet" }
case "buildings: no students" { rule = "building_per_student", given = { stage = "primary", students = 0, building_area_m2 = 0 }, expect = "not_applicable" }
case "dormitory: nobody boards" { rule = "dormitory_per_boarder", given = { stage = "primary", boarders = 0, dormitory_area_m2 = 0 }, expect = "not_applicable" }

local sound = { school_type = "primary_school", is_central_primary = true, primary_students = 200, primary_tracks = 6, building_area_m2 = 1000, boarders = 0 }
example "a school" (sound)
case "county: no gaps" { rule = "without_gaps", given = { county_type = "plains", schools = { sound }, towns = { { population = 15000, junior_schools = 1 } } }, expect = "met" }
case "county: a gap" { rule = "without_gaps", given = { county_type = "plains", schools = { sound }, towns = { { population = 15000, junior_schools = 0 } } }, expect = "unmet" }
case "county: a school with a gap" { rule = "without_gaps", given = { county_type = "plains", schools = { like "a school" { building_area_m2 = 999 } } }, expect = "unmet" }
case "county: not known" { rule = "without_gaps", given = { county_type = "plains", schools = { like "a school" { building_area_m2 = missing } } }, expect = "undetermined" }
