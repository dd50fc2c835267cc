-- Cases of article 7: the fifteen items of government guarantee.

-- Judgements: yes, no, not judged yet.
for _, judged in ipairs {
  { "layout_plan", "is_layout_planned" },
  { "performance_pay", "has_full_performance_pay" },
  { "allocated_posts", "has_county_allocated_posts" },
  { "rural_quota", "has_rural_quota_tilt" },
  { "left_behind_care", "has_left_behind_care" },
} do
  local rule, column = judged[1], judged[2]
  case(rule .. ": yes") { rule = rule, given = { [column] = true }, expect = "met" }
  case(rule .. ": no") { rule = rule, given = { [column] = false }, expect = "unmet" }
  case(rule .. ": not judged") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end

example "unified standards" {
  has_unified_building_standard = true, has_unified_staffing_standard = true,
  has_unified_funding_standard = true, has_unified_equipment_standard = true,
}
case "four unified standards" { rule = "unified_standards", given = like "unified standards" {}, expect = "met" }
case "three of four" {
  rule = "unified_standards", given = like "unified standards" { has_unified_funding_standard = false }, expect = "unmet",
}
case "three, and one not judged" {
  rule = "unified_standards", given = like "unified standards" { has_unified_funding_standard = missing },
  expect = "undetermined",
}
case "one not judged, one refused" {
  rule = "unified_standards",
  given = like "unified standards" { has_unified_funding_standard = missing, has_unified_staffing_standard = false },
  expect = "unmet",
}

-- Shares and amounts of a county: rule, the county on the line, what to change to be just below and above, what to
-- leave out, what puts it out of scope.
local amounts = {
  { rule = "special_education_funds_per_student", measure = "6000",
    on = { special_education_funds_wan_yuan = 51, special_education_students = 85 },
    below = { special_education_funds_wan_yuan = "50.9999" }, above = { special_education_funds_wan_yuan = "51.0001" },
    blank = { special_education_funds_wan_yuan = missing }, out = { special_education_students = 0 } },
  { rule = "teacher_pay", measure = "80000",
    on = { teacher_mean_pay_yuan = 80000, civil_servant_mean_pay_yuan = 80000 },
    below = { teacher_mean_pay_yuan = "79999.99" }, above = { teacher_mean_pay_yuan = "80000.01" },
    blank = { civil_servant_mean_pay_yuan = missing } },
  { rule = "rotation", measure = "10",
    on = { rotated_teachers = 50, rotation_eligible_teachers = 500 },
    below = { rotated_teachers = 49 }, above = { rotated_teachers = 51 },
    blank = { rotated_teachers = missing }, out = { rotation_eligible_teachers = 0 } },
  { rule = "backbone_rotation", measure = "20",
    on = { rotated_backbone_teachers = 10, rotated_teachers = 50 },
    below = { rotated_backbone_teachers = 9 }, above = { rotated_backbone_teachers = 11 },
    blank = { rotated_backbone_teachers = missing }, out = { rotated_teachers = 0 } },
  { rule = "senior_quota", measure = "50",
    on = { quota_places = 400, quality_senior_places = 800 },
    below = { quota_places = 399 }, above = { quota_places = 401 },
    blank = { quota_places = missing }, out = { quality_senior_places = 0 } },
  { rule = "migrant_enrolment", measure = "85",
    on = { migrant_children = 400, migrant_children_in_public_schools = 330, migrant_children_in_purchased_places = 10 },
    below = { migrant_children_in_purchased_places = 9 }, above = { migrant_children_in_purchased_places = 11 },
    blank = { migrant_children_in_public_schools = missing }, out = { migrant_children = 0 } },
}

for _, amount in ipairs(amounts) do
  local function with(changes)
    local given = {}
    for column, value in pairs(amount.on) do given[column] = value end
    for column, value in pairs(changes) do given[column] = value end
    return given
  end
  case(amount.rule .. ": on the line") {
    rule = amount.rule, given = with {}, expect = { verdict = "met", measure = amount.measure, margin = "0" },
  }
  case(amount.rule .. ": just below") { rule = amount.rule, given = with(amount.below), expect = "unmet" }
  case(amount.rule .. ": just above") { rule = amount.rule, given = with(amount.above), expect = "met" }
  case(amount.rule .. ": a figure is blank") { rule = amount.rule, given = with(amount.blank), expect = "undetermined" }
  if amount.out then
    case(amount.rule .. ": nothing to judge") { rule = amount.rule, given = with(amount.out), expect = "not_applicable" }
  end
end

-- A county with a single student, teacher or place of the kind is judged all the same.
for _, single in ipairs {
  { "special_education_funds_per_student", { special_education_funds_wan_yuan = "0.6", special_education_students = 1 }, "6000" },
  { "rotation", { rotated_teachers = 1, rotation_eligible_teachers = 1 }, "100" },
  { "backbone_rotation", { rotated_backbone_teachers = 1, rotated_teachers = 1 }, "100" },
  { "senior_quota", { quota_places = 1, quality_senior_places = 1 }, "100" },
  { "migrant_enrolment",
    { migrant_children = 1, migrant_children_in_public_schools = 1, migrant_children_in_purchased_places = 0 }, "100" },
} do
  case(single[1] .. ": a single one") {
    rule = single[1], given = single[2], expect = { verdict = "met", measure = single[3] },
  }
end

case "purchased places alone suffice, whatever the public schools have" {
  rule = "migrant_enrolment",
  given = {
    migrant_children = 400, migrant_children_in_public_schools = missing, migrant_children_in_purchased_places = 340,
  },
  expect = "met",
}
case "7000 yuan of spring 2025 is a funding standard, not this one" {
  rule = "special_education_funds_per_student", on = "2025-09-01",
  given = { special_education_funds_wan_yuan = 51, special_education_students = 85 }, expect = "met",
}

-- Rooms for music and art.
for _, kind in ipairs { { "music_rooms", "music", "96", "95.99" }, { "art_rooms", "fine_arts", "90", "89.99" } } do
  local rule, room, enough, small = kind[1], kind[2], kind[3], kind[4]
  local function school(classes, rooms)
    return { school_type = "primary_school", compulsory_classes = classes, rooms = rooms }
  end
  case(rule .. ": one for twelve classes, of the smallest area that counts") {
    rule = rule, given = school(12, { { kind = room, area_m2 = enough } }),
    expect = { verdict = "met", measure = "1", bound = "1", margin = "0" },
  }
  case(rule .. ": a hundredth of a square metre too small") {
    rule = rule, given = school(12, { { kind = room, area_m2 = small } }), expect = "unmet",
  }
  case(rule .. ": thirteen classes need two") {
    rule = rule, given = school(13, { { kind = room, area_m2 = enough } }),
    expect = { verdict = "unmet", bound = "2", margin = "-1" },
  }
  case(rule .. ": thirteen classes have two") {
    rule = rule, given = school(13, { { kind = room, area_m2 = enough }, { kind = room, area_m2 = enough } }), expect = "met",
  }
  case(rule .. ": one more than needed") {
    rule = rule, given = school(12, { { kind = room, area_m2 = enough }, { kind = room, area_m2 = enough } }), expect = "met",
  }
  case(rule .. ": one for a single class") {
    rule = rule, given = school(1, { { kind = room, area_m2 = enough } }), expect = "met",
  }
  case(rule .. ": rooms of other kinds do not count") {
    rule = rule, given = school(12, { { kind = "other", area_m2 = 200 } }), expect = "unmet",
  }
  case(rule .. ": no rooms") { rule = rule, given = school(6, {}), expect = "unmet" }
  case(rule .. ": a room of unknown size") {
    rule = rule, given = school(12, { { kind = room, area_m2 = missing } }), expect = "undetermined",
  }
  case(rule .. ": a room of unknown size beside enough others") {
    rule = rule, given = school(12, { { kind = room, area_m2 = missing }, { kind = room, area_m2 = 100 } }), expect = "met",
  }
  case(rule .. ": classes not known") {
    rule = rule, given = school(missing, { { kind = room, area_m2 = enough } }), expect = "undetermined",
  }
  case(rule .. ": a special school needs none by this rule") {
    rule = rule, given = { school_type = "special_education", compulsory_classes = 9, rooms = {} },
    expect = "not_applicable",
  }
  case(rule .. ": a teaching point below 50 needs none") {
    rule = rule,
    given = { school_type = "teaching_point", compulsory_students = 49, compulsory_classes = 3, rooms = {} },
    expect = "not_applicable",
  }
  case(rule .. ": a teaching point of 50 does") {
    rule = rule,
    given = { school_type = "teaching_point", compulsory_students = 50, compulsory_classes = 3, rooms = {} },
    expect = "unmet",
  }
end

-- Size of schools.
for _, size in ipairs {
  { "primary_school", 2000 }, { "junior_school", 2000 }, { "complete_secondary", 2000 },
  { "nine_year_school", 2500 }, { "twelve_year_school", 2500 },
} do
  local kind, most = size[1], size[2]
  case("size: " .. kind .. " on the line") {
    rule = "school_size", given = { school_type = kind, compulsory_students = most },
    expect = { verdict = "met", margin = "0" },
  }
  case("size: " .. kind .. " one student above") {
    rule = "school_size", given = { school_type = kind, compulsory_students = most + 1 },
    expect = { verdict = "unmet", margin = "-1" },
  }
  case("size: " .. kind .. " one student below") {
    rule = "school_size", given = { school_type = kind, compulsory_students = most - 1 }, expect = "met",
  }
end
case "size: students not known" {
  rule = "school_size", given = { school_type = "primary_school", compulsory_students = missing }, expect = "undetermined",
}
case "size: a special school has no limit here" {
  rule = "school_size", given = { school_type = "special_education", compulsory_students = 3000 }, expect = "not_applicable",
}

-- Size of classes.
for _, class in ipairs { { "primary", "primary_school", 45 }, { "junior", "junior_school", 50 } } do
  local stage_id, kind, most = class[1], class[2], class[3]
  local function unit(largest)
    return { stage = stage_id, school_type = kind, students = 400, largest_class = largest }
  end
  case("class of " .. stage_id .. ": on the line") {
    rule = "class_size", given = unit(most), expect = { verdict = "met", margin = "0" },
  }
  case("class of " .. stage_id .. ": one above") { rule = "class_size", given = unit(most + 1), expect = "unmet" }
  case("class of " .. stage_id .. ": one below") { rule = "class_size", given = unit(most - 1), expect = "met" }
  case("class of " .. stage_id .. ": not known") { rule = "class_size", given = unit(missing), expect = "undetermined" }
  case("class of " .. stage_id .. ": no students") {
    rule = "class_size", given = { stage = stage_id, school_type = kind, students = 0 }, expect = "not_applicable",
  }
end

-- Small village schools.
example "a village school" {
  school_type = "primary_school", area_type = "rural", compulsory_students = 62, funded_students = 100,
}
case "funded as if for 100" {
  rule = "small_school_funding", given = like "a village school" {}, expect = { verdict = "met", margin = "0" },
}
case "funded for 99" { rule = "small_school_funding", given = like "a village school" { funded_students = 99 }, expect = "unmet" }
case "funded for 101" { rule = "small_school_funding", given = like "a village school" { funded_students = 101 }, expect = "met" }
case "funding not known" {
  rule = "small_school_funding", given = like "a village school" { funded_students = missing }, expect = "undetermined",
}
case "a village school of 99 is small" {
  rule = "small_school_funding", given = like "a village school" { compulsory_students = 99, funded_students = 99 },
  expect = "unmet",
}
case "a village school of 100 is not small" {
  rule = "small_school_funding", given = like "a village school" { compulsory_students = 100, funded_students = 99 },
  expect = "not_applicable",
}
case "a town school is no village school" {
  rule = "small_school_funding", given = like "a village school" { area_type = "town", funded_students = 62 },
  expect = "not_applicable",
}
case "a teaching point is small wherever it is" {
  rule = "small_school_funding",
  given = like "a village school" { school_type = "teaching_point", area_type = "town", funded_students = 62 },
  expect = "unmet",
}

-- Training and certificates: every single teacher.
for _, all in ipairs { { "teacher_training", "trained_360h_teachers" }, { "certified_teachers", "certified_teachers" } } do
  local rule, column = all[1], all[2]
  local function county_of(count)
    return {
      schools = {
        { school_type = "primary_school", full_time_teachers = 60, [column] = 60 },
        { school_type = "special_education", full_time_teachers = 40, [column] = count },
        { school_type = "senior_school", full_time_teachers = 90, [column] = 0 },
      },
    }
  end
  case(rule .. ": all of them") {
    rule = rule, given = county_of(40), expect = { verdict = "met", measure = "100", margin = "0" },
  }
  case(rule .. ": all but one") {
    rule = rule, given = county_of(39), expect = { verdict = "unmet", measure = "99", margin = "-1" },
  }
  case(rule .. ": not known") { rule = rule, given = county_of(missing), expect = "undetermined" }
end

-- Enrolment by catchment.
for _, part in ipairs {
  { "nearby_enrolment_primary", "primary", "primary_school", 200, 199 },
  { "nearby_enrolment_junior", "junior", "junior_school", 190, 189 },
} do
  local rule, stage_id, kind, enough, few = part[1], part[2], part[3], part[4], part[5]
  local function county_of(count, changes)
    local school = {
      school_type = kind, area_type = "urban", organiser = "education_department", is_boarding = false,
      [stage_id .. "_students"] = 200, [stage_id .. "_catchment_students"] = count,
    }
    for column, value in pairs(changes) do school[column] = value end
    return { schools = { school } }
  end
  case(rule .. ": on the line") { rule = rule, given = county_of(enough, {}), expect = { verdict = "met", margin = "0" } }
  case(rule .. ": one too few") { rule = rule, given = county_of(few, {}), expect = "unmet" }
  case(rule .. ": not known") { rule = rule, given = county_of(missing, {}), expect = "undetermined" }
  case(rule .. ": all of them") { rule = rule, given = county_of(200, {}), expect = "met" }
  case(rule .. ": town schools too") { rule = rule, given = county_of(few, { area_type = "town" }), expect = "unmet" }
  case(rule .. ": not in villages") { rule = rule, given = county_of(few, { area_type = "rural" }), expect = "not_applicable" }
  case(rule .. ": not in private schools") {
    rule = rule, given = county_of(few, { organiser = "private" }), expect = "not_applicable",
  }
  case(rule .. ": not in boarding schools") {
    rule = rule, given = county_of(few, { is_boarding = true }), expect = "not_applicable",
  }
end
