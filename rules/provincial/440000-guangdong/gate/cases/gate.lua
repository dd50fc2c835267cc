-- On, below and above each line; what is not seen of junior schools; out of scope.

-- 池渡小学 as the form shows it, brought to whole numbers: 5.6 m², 631 yuan, 31 books, classes of 35, 0.07, 1150 yuan.
example "chidu school" {
  stage = "primary", school_type = "primary_school", organiser = "education_department", affiliation = "county", primary_students = 1000,
  migrant_students = 0, primary_largest_class = 35, primary_full_time_teachers = 70, primary_qualified_teachers = 70,
  building_area_m2 = 5600, has_track_of_standard = true, has_basketball_court_of_standard = true, has_other_sports_area_of_standard = false,
  science_rooms = 1, computer_rooms = 1, music_rooms = 1, art_rooms = 2, equipment_value_wan_yuan = "63.1", books = 31000,
  primary_funds_per_student_yuan = 1150,
}
example "junior school" {
  stage = "junior", school_type = "junior_school", organiser = "education_department", affiliation = "county", junior_students = 1000,
  junior_classes = 20, migrant_students = 0, junior_largest_class = 50, junior_full_time_teachers = 80, junior_qualified_teachers = 80,
  building_area_m2 = 8000, has_track_of_standard = true, has_basketball_court_of_standard = true, has_other_sports_area_of_standard = true,
  science_rooms = 6, computer_rooms = 2, music_rooms = 1, art_rooms = 1, equipment_value_wan_yuan = 100, books = 30000,
  junior_funds_per_student_yuan = 1550,
}

-- The same schools in a county of the higher ratio.
example "chidu" (like "chidu school" { teacher_ratio_standard = "higher" })
example "junior" (like "junior school" { teacher_ratio_standard = "higher" })

-- rule, school, column, on the line, worse, better, the line
local lines = {
  { "building_area_per_student", "chidu", "building_area_m2", 5160, "5159.99", "5160.01", "5.16" },
  { "laboratories", "chidu", "science_rooms", 1, 0, 2, "1" },
  { "computer_rooms", "chidu", "computer_rooms", 1, 0, 2, "1" },
  { "equipment_value_per_student", "chidu", "equipment_value_wan_yuan", 55, "54.999999", "55.000001", "550" },
  { "books_per_student", "chidu", "books", 20000, 19999, 20001, "20" },
  { "class_size", "chidu", "primary_largest_class", 45, 46, 44, "45" },
  { "class_size", "junior", "junior_largest_class", 50, 51, 49, "50" },
  { "teachers_per_student", "chidu", "primary_full_time_teachers", 49, 48, 50, "0.049" },
  { "qualified_teachers", "chidu", "primary_qualified_teachers", 70, 69, 71, "100" },
  { "qualified_teachers", "junior", "junior_qualified_teachers", 80, 79, 81, "100" },
  { "public_funds_per_student", "chidu", "primary_funds_per_student_yuan", 950, "949.99", "950.01", "950" },
  { "public_funds_per_student", "junior", "junior_funds_per_student_yuan", 1550, "1549.99", "1550.01", "1550" },
}
for _, one in ipairs(lines) do
  local rule, base, column = one[1], one[2], one[3]
  local name = rule .. ", " .. base .. ": "
  case(name .. "on the line") { rule = rule, given = like(base) { [column] = one[4] }, expect = { verdict = "met", bound = one[7], margin = "0" } }
  case(name .. "worse") { rule = rule, given = like(base) { [column] = one[5] }, expect = "unmet" }
  case(name .. "better") { rule = rule, given = like(base) { [column] = one[6] }, expect = "met" }
  case(name .. "blank") { rule = rule, given = like(base) { [column] = missing }, expect = "undetermined" }
  case(name .. "a private school is out") { rule = rule, given = like(base) { organiser = "private" }, expect = "not_applicable" }
end

-- Who is in.
case "a school of the city is out" { rule = "class_size", given = like "chidu" { affiliation = "prefecture" }, expect = "not_applicable" }
case "a teaching point is out" { rule = "class_size", given = like "chidu" { school_type = "teaching_point" }, expect = "not_applicable" }
case "no students" { rule = "class_size", given = like "chidu" { primary_students = 0 }, expect = "not_applicable" }
case "one student" { rule = "class_size", given = like "chidu" { primary_students = 1 }, expect = "met" }
case "no teachers" { rule = "qualified_teachers", given = like "chidu" { primary_full_time_teachers = 0 }, expect = "not_applicable" }
case "one teacher" { rule = "qualified_teachers", given = like "chidu" { primary_full_time_teachers = 1, primary_qualified_teachers = 1 }, expect = "met" }

-- Junior values that were not seen stay open, whatever is there.
for _, rule in ipairs { "building_area_per_student", "laboratories", "music_and_art_rooms", "equipment_value_per_student", "books_per_student", "teachers_per_student" } do
  case(rule .. ": not known of junior schools") { rule = rule, given = like "junior" {}, expect = "undetermined" }
end

-- Sports: the track, and one of the two others.
case "ground: track and court" { rule = "sports_ground", given = like "chidu" {}, expect = "met" }
case "ground: track and other area" {
  rule = "sports_ground", given = like "chidu" { has_basketball_court_of_standard = false, has_other_sports_area_of_standard = true }, expect = "met",
}
case "ground: track alone" { rule = "sports_ground", given = like "chidu" { has_basketball_court_of_standard = false }, expect = "unmet" }
case "ground: no track" { rule = "sports_ground", given = like "junior" { has_track_of_standard = false }, expect = "unmet" }
case "ground: court not stated, other area there" { rule = "sports_ground", given = like "junior" { has_basketball_court_of_standard = missing }, expect = "met" }
case "ground: court not stated, no other area" { rule = "sports_ground", given = like "chidu" { has_basketball_court_of_standard = missing }, expect = "undetermined" }
case "ground: a private school" { rule = "sports_ground", given = like "chidu" { organiser = "private" }, expect = "not_applicable" }

-- Computers: a junior school of 31 classes needs one more than others, so two at least.
case "computers: junior, none" { rule = "computer_rooms", given = like "junior" { computer_rooms = 0 }, expect = "unmet" }
case "computers: junior, one of 30 classes" { rule = "computer_rooms", given = like "junior" { junior_classes = 30, computer_rooms = 1 }, expect = "undetermined" }
case "computers: junior, one of 31 classes" { rule = "computer_rooms", given = like "junior" { junior_classes = 31, computer_rooms = 1 }, expect = "unmet" }
case "computers: junior, two of 31 classes" { rule = "computer_rooms", given = like "junior" { junior_classes = 31, computer_rooms = 2 }, expect = "undetermined" }

case "music and art: one each" { rule = "music_and_art_rooms", given = like "chidu" {}, expect = { verdict = "met", measure = "1", margin = "0" } }
case "music and art: no music" { rule = "music_and_art_rooms", given = like "chidu" { music_rooms = 0 }, expect = "unmet" }
case "music and art: no art" { rule = "music_and_art_rooms", given = like "chidu" { art_rooms = 0 }, expect = "unmet" }
case "music and art: more" { rule = "music_and_art_rooms", given = like "chidu" { music_rooms = 2 }, expect = { verdict = "met", measure = "2" } }
case "music and art: not known" { rule = "music_and_art_rooms", given = like "chidu" { art_rooms = missing }, expect = "undetermined" }

-- Migrants: 300 of 1000 and more may have classes of 50, junior 55.
local classes = {
  { "chidu", "primary", 300, 50, "met" }, { "chidu", "primary", 299, 50, "unmet" }, { "chidu", "primary", 300, 51, "unmet" },
  { "chidu", "primary", 299, 46, "unmet" }, { "chidu", "primary", 301, 46, "met" }, { "chidu", "primary", 300, 49, "met" },
  { "junior", "junior", 300, 55, "met" }, { "junior", "junior", 300, 54, "met" }, { "junior", "junior", 299, 55, "unmet" }, { "junior", "junior", 300, 56, "unmet" },
}
for _, one in ipairs(classes) do
  case("class of " .. one[4] .. ", " .. one[2] .. ", migrants " .. one[3]) {
    rule = "class_size", given = like(one[1]) { migrant_students = one[3], [one[2] .. "_largest_class"] = one[4] }, expect = one[5],
  }
end
case "class of 48, migrants not known" { rule = "class_size", given = like "chidu" { migrant_students = missing, primary_largest_class = 48 }, expect = "undetermined" }
case "class of 45, migrants not known" { rule = "class_size", given = like "chidu" { migrant_students = missing, primary_largest_class = 45 }, expect = "met" }

-- Teachers: one of two values for the whole county.
case "ratio: the lower value" { rule = "teachers_per_student", given = like "chidu" { teacher_ratio_standard = "lower", primary_full_time_teachers = 43 }, expect = { verdict = "met", bound = "0.043", margin = "0" } }
case "ratio: below it" { rule = "teachers_per_student", given = like "chidu" { teacher_ratio_standard = "lower", primary_full_time_teachers = 42 }, expect = "unmet" }
case "ratio: which one is not known, enough for both" { rule = "teachers_per_student", given = like "chidu" { teacher_ratio_standard = missing }, expect = "met" }
case "ratio: which one is not known" { rule = "teachers_per_student", given = like "chidu" { teacher_ratio_standard = missing, primary_full_time_teachers = 45 }, expect = "undetermined" }

-- Funds: in 2015 the standard of 2014; in 2016 that of 2015, from the table.
-- Two indicators are missed already, so the funds decide.
local standards = { { year = 2015, primary_standard_yuan = 1150, junior_standard_yuan = 1950 }, { year = 2014, primary_standard_yuan = 1, junior_standard_yuan = 1 } }
local function funds(name, day, yuan, table, expected)
  case("funds: " .. name) {
    rule = "all_schools", on = day, expect = expected,
    given = { teacher_ratio_standard = "higher", funds_standards = table, stages = { like "chidu school" { books = 0, science_rooms = 0, primary_funds_per_student_yuan = yuan } } },
  }
end
funds("at the end of 2015, 950", "2015-12-31", 950, standards, "met")
funds("at the end of 2015, less", "2015-12-31", "949.99", standards, "unmet")
funds("in 2016 on the line of 2015", "2016-01-01", 1150, standards, "met")
funds("in 2016 below it", "2016-01-01", "1149.99", standards, "unmet")
funds("in 2016, no table", "2016-01-01", 1150, {}, "undetermined")
case "funds: in 2016, junior" {
  rule = "all_schools", on = "2016-01-01", expect = "unmet",
  given = { teacher_ratio_standard = "higher", funds_standards = standards, stages = { like "junior school" { junior_largest_class = 51, junior_qualified_teachers = 79, junior_funds_per_student_yuan = "1949.99" } } },
}

-- Eleven indicators, two may be missed.
case "池渡小学 misses none" { rule = "at_most_two_missed", given = like "chidu" {}, expect = "met" }
case "two missed" { rule = "at_most_two_missed", given = like "chidu" { books = 0, science_rooms = 0 }, expect = "met" }
case "three missed" { rule = "at_most_two_missed", given = like "chidu" { books = 0, science_rooms = 0, music_rooms = 0 }, expect = "unmet" }
case "two missed, one not known" { rule = "at_most_two_missed", given = like "chidu" { books = 0, science_rooms = 0, music_rooms = missing }, expect = "undetermined" }
case "one missed, one not known" { rule = "at_most_two_missed", given = like "chidu" { books = 0, music_rooms = missing }, expect = "met" }
case "a junior school neither passes" { rule = "at_most_two_missed", given = like "junior" {}, expect = "undetermined" }
case "nor fails by what was not seen" { rule = "at_most_two_missed", given = like "junior" { junior_largest_class = 51, junior_qualified_teachers = 79 }, expect = "undetermined" }
case "a junior school that misses three that were seen" {
  rule = "at_most_two_missed", given = like "junior" { junior_largest_class = 51, junior_qualified_teachers = 79, junior_funds_per_student_yuan = 1 }, expect = "unmet",
}
case "a private school is not asked" { rule = "at_most_two_missed", given = like "chidu" { organiser = "private" }, expect = "not_applicable" }

local good, bad = like "chidu school" {}, like "chidu school" { books = 0, science_rooms = 0, music_rooms = 0 }
case "all schools" { rule = "all_schools", given = { teacher_ratio_standard = "higher", stages = { good, good } }, expect = "met" }
case "one school misses three" { rule = "all_schools", given = { stages = { good, bad } }, expect = "unmet" }
case "so the county may not apply" { rule = "gate", given = { teacher_ratio_standard = "higher", stages = { good, bad } }, expect = "unmet" }
case "no failure among what is encoded" { rule = "gate", given = { teacher_ratio_standard = "higher", stages = { good } }, expect = "met" }
case "a junior school leaves it open" { rule = "gate", given = { teacher_ratio_standard = "higher", stages = { good, like "junior school" {} } }, expect = "undetermined" }

-- Who passes only by the larger classes is told: "met" is to pass by them alone.
case "passes only by the relaxation" { rule = "relax.class_size.1", given = like "chidu" { migrant_students = 300, primary_largest_class = 46 }, expect = "met" }
case "on the larger line" { rule = "relax.class_size.1", given = like "chidu" { migrant_students = 300, primary_largest_class = 50 }, expect = "met" }
case "needs no relaxation" { rule = "relax.class_size.1", given = like "chidu" { migrant_students = 300, primary_largest_class = 45 }, expect = "unmet" }
case "is too large even so" { rule = "relax.class_size.1", given = like "chidu" { migrant_students = 300, primary_largest_class = 51 }, expect = "unmet" }
case "has too few migrants for it" { rule = "relax.class_size.1", given = like "chidu" { migrant_students = 299, primary_largest_class = 46 }, expect = "not_applicable" }
