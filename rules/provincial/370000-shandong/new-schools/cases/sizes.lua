-- Cases of sizes and green areas.
example "a school of 2020" {
  school_type = "primary_school", built_year = 2020, green_area_m2 = 3500,
  campus_area_m2 = 10000, serves_housing_estate = true, stages = { { stage = "primary", classes = 36, students = 1500 } },
}
local function classes(count) return { { stage = "primary", classes = count, students = 1500 } } end
for _, line in ipairs { { 35, "met" }, { 36, "met" }, { 37, "unmet" }, { missing, "undetermined" } } do
  case("classes of new schools: " .. line[2] .. " " .. _) {
    rule = "classes_of_new_schools", given = like "a school of 2020" { stages = classes(line[1]) }, expect = line[2],
  }
  case("classes of estate schools: " .. line[2] .. " " .. _) {
    rule = "classes_of_estate_schools", given = like "a school of 2020" { stages = classes(line[1]) }, expect = line[2],
  }
end
case "a school of 2019 may be larger" {
  rule = "classes_of_new_schools", given = like "a school of 2020" { built_year = 2019, stages = classes(60) }, expect = "not_applicable",
}
case "no school of an estate" {
  rule = "classes_of_estate_schools", given = like "a school of 2020" { serves_housing_estate = false },
  expect = "not_applicable",
}
for _, line in ipairs { { 44, "met" }, { 45, "met" }, { 46, "unmet" } } do
  case("classes of nine-year estate schools: " .. line[1]) {
    rule = "classes_of_estate_schools", on = "2020-01-01",
    given = like "a school of 2020" { school_type = "nine_year_school", stages = classes(line[1]) }, expect = line[2],
  }
end
for _, line in ipairs { { "3499.99", "unmet" }, { "3500", "met" }, { "3500.01", "met" }, { missing, "undetermined" } } do
  case("green share of new schools " .. _) {
    rule = "green_share_of_new_schools", given = like "a school of 2020" { green_area_m2 = line[1] }, expect = line[2],
  }
end
case "green share of an older school" {
  rule = "green_share_of_new_schools", given = like "a school of 2020" { built_year = 2019 }, expect = "not_applicable",
}
for _, line in ipairs { { "primary", 44, 45, 46 }, { "junior", 49, 50, 51 } } do
  local function class(size, changes)
    local unit = {
      stage = line[1], school_type = line[1] .. "_school",
      serves_housing_estate = true, students = 500, largest_class = size,
    }
    for key, value in pairs(changes) do unit[key] = value end
    return { rule = "class_size_of_estate_schools", given = unit }
  end
  local function judged(name, record, expect)
    record.expect = expect
    case("class of an estate school, " .. line[1] .. ": " .. name) (record)
  end
  judged("below", class(line[2], {}), "met")
  judged("on the line", class(line[3], {}), { verdict = "met", margin = "0" })
  judged("above", class(line[4], {}), "unmet")
  judged("not known", class(missing, {}), "undetermined")
  judged("of no estate", class(line[4], { serves_housing_estate = false }), "not_applicable")
end


local county_schools = { like "a school of 2020" {}, like "a school of 2020" { serves_housing_estate = false } }
for _, unit in ipairs(county_schools) do unit.stages = { { stage = "primary", classes = 36, students = 1500, largest_class = 45 } } end
case "a county whose new schools fit" { rule = "new_schools_fit", given = { schools = county_schools }, expect = "met" }
case "one new school is too large" {
  rule = "new_schools_fit",
  given = { schools = { county_schools[1], like "a school of 2020" { stages = { { stage = "primary", classes = 37, students = 1500, largest_class = 45 } } } } },
  expect = "unmet",
}
case "one new school is not known" {
  rule = "new_schools_fit", given = { schools = { county_schools[1], like "a school of 2020" { green_area_m2 = missing, stages = county_schools[1].stages } } },
  expect = "undetermined",
}
case "before 2020" { rule = "new_schools_fit", on = "2019-12-31", given = { schools = county_schools }, expect = "not_in_force" }
case "a class where nobody learns" {
  rule = "class_size_of_estate_schools",
  given = { stage = "primary", school_type = "primary_school", serves_housing_estate = true, students = 0, largest_class = 60 },
  expect = "not_applicable",
}
case "a class of one" {
  rule = "class_size_of_estate_schools",
  given = { stage = "primary", school_type = "primary_school", serves_housing_estate = true, students = 1, largest_class = 60 },
  expect = "unmet",
}
