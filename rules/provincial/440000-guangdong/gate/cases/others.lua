-- Land of standardised schools; the one figure of the strong city.

example "school" { stage = "primary", school_type = "primary_school", primary_students = 100, is_city_centre = false, site_area_m2 = 1800 }

local land = {
  { false, "primary", 1800, "met", "18" }, { false, "primary", "1799.99", "unmet", "18" }, { false, "primary", "1800.01", "met", "18" },
  { true, "primary", 940, "met", "9.4" }, { true, "primary", "939.99", "unmet", "9.4" }, { true, "primary", "940.01", "met", "9.4" },
  { false, "junior", 2300, "met", "23" }, { false, "junior", "2299.99", "unmet", "23" }, { false, "junior", "2300.01", "met", "23" },
  { true, "junior", 1010, "met", "10.1" }, { true, "junior", "1009.99", "unmet", "10.1" }, { true, "junior", "1010.01", "met", "10.1" },
}
for _, one in ipairs(land) do
  local place = one[1] and "city centre" or "elsewhere"
  case("land, " .. one[2] .. ", " .. place .. ", " .. one[3]) {
    rule = "land_per_student",
    given = { stage = one[2], school_type = one[2] .. "_school", [one[2] .. "_students"] = 100, is_city_centre = one[1], site_area_m2 = one[3] },
    expect = { verdict = one[4], bound = one[5] },
  }
end
case "land: centre or not is not known, too little for both" { rule = "land_per_student", given = like "school" { is_city_centre = missing, site_area_m2 = 939 }, expect = "unmet" }
case "land: centre or not is not known" { rule = "land_per_student", given = like "school" { is_city_centre = missing, site_area_m2 = 940 }, expect = "undetermined" }
case "land: not known" { rule = "land_per_student", given = like "school" { site_area_m2 = missing }, expect = "undetermined" }
case "land: no students" { rule = "land_per_student", given = like "school" { primary_students = 0 }, expect = "not_applicable" }
case "land: one student" { rule = "land_per_student", given = like "school" { primary_students = 1, site_area_m2 = 17 }, expect = "unmet" }
case "land: a teaching point, too" { rule = "land_per_student", given = like "school" { school_type = "teaching_point", site_area_m2 = 1799 }, expect = "unmet" }
case "land: a twelve-year school is not meant" { rule = "land_per_student", given = like "school" { school_type = "twelve_year_school" }, expect = "not_applicable" }
case "land: all schools" { rule = "standard_schools_land", given = { stages = { like "school" {} } }, expect = "met" }
case "land: one has too little" { rule = "standard_schools_land", given = { stages = { like "school" {}, like "school" { site_area_m2 = 1 } } }, expect = "unmet" }

example "county" { disabled_children = 200, disabled_in_special_schools = 100, disabled_in_ordinary_schools = 80, disabled_taught_at_home = 14 }
case "disabled: exactly 97 %" { rule = "disabled_enrolment", given = like "county" {}, expect = { verdict = "met", measure = "97", margin = "0" } }
case "disabled: one fewer" { rule = "disabled_enrolment", given = like "county" { disabled_taught_at_home = 13 }, expect = "unmet" }
case "disabled: one more" { rule = "disabled_enrolment", given = like "county" { disabled_in_special_schools = 101 }, expect = "met" }
case "disabled: not known" { rule = "disabled_enrolment", given = like "county" { disabled_in_ordinary_schools = missing }, expect = "undetermined" }
case "disabled: there are none" { rule = "disabled_enrolment", given = like "county" { disabled_children = 0 }, expect = "not_applicable" }
case "disabled: one child" { rule = "disabled_enrolment", given = { disabled_children = 1, disabled_in_special_schools = 1, disabled_in_ordinary_schools = 0, disabled_taught_at_home = 0 }, expect = "met" }
case "strong city: reached" { rule = "strong_city", given = like "county" {}, expect = "met" }
case "strong city: not reached" { rule = "strong_city", given = like "county" { disabled_taught_at_home = 0 }, expect = "unmet" }
