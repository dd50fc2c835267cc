-- Each row at both of its ends.

local function primary(classes, area, incomplete)
  return { school_type = "primary_school", primary_classes = classes, site_area_m2 = area, is_complete_primary = incomplete ~= "incomplete" }
end
for _, line in ipairs { { 6, 3183 }, { 7, 6021 }, { 12, 6021 }, { 13, 7814 }, { 18, 7814 }, { 19, 10093 }, { 24, 10093 } } do
  local classes, area = line[1], line[2]
  case (classes .. " classes: exactly") { rule = "land_area", given = primary(classes, area), expect = { verdict = "met", margin = "0" } }
  case (classes .. " classes: just below") { rule = "land_area", given = primary(classes, (area - 1) .. ".99"), expect = "unmet" }
  case (classes .. " classes: just above") { rule = "land_area", given = primary(classes, area .. ".01"), expect = "met" }
end
case "4 classes, not complete: exactly" { rule = "land_area", given = primary(4, 2233, "incomplete"), expect = { verdict = "met", margin = "0" } }
case "4 classes, not complete: just below" { rule = "land_area", given = primary(4, "2232.99", "incomplete"), expect = "unmet" }
case "4 classes, not complete: just above" { rule = "land_area", given = primary(4, "2233.01", "incomplete"), expect = "met" }
case "one class, not complete" { rule = "land_area", given = primary(1, 2000, "incomplete"), expect = "unmet" }
case "complete or not?" { rule = "land_area", given = { school_type = "primary_school", primary_classes = 6, site_area_m2 = 2500 }, expect = "undetermined" }
case "no classes" { rule = "land_area", given = primary(0, 0), expect = "not_applicable" }
case "a junior school" { rule = "land_area", given = { school_type = "junior_school", site_area_m2 = 0 }, expect = "not_applicable" }
case "county: all" { rule = "land", given = { schools = { primary(6, 3183), primary(12, 6021) } }, expect = "met" }
case "county: one has too little" { rule = "land", given = { schools = { primary(6, 3183), primary(12, 6020) } }, expect = "unmet" }
case "county: one is not known" { rule = "land", given = { schools = { primary(6, 3183), primary(12, missing) } }, expect = "undetermined" }
