-- On, below and above each line, without data, out of scope.

local good_school = { school_type = "primary_school", organiser = "education_department", full_time_teachers = 100,
  primary_backbone_teachers = 40, primary_students = 200, primary_largest_class = 40, entrants = 100, choice_entrants = 9,
  is_modern_standard_met = true, principal_terms = 2, has_classroom_links = true, is_seismic_code_met = true,
  has_maintenance_system = true, is_teacher_ratio_met = true }

example "a school" (good_school)
example "a county" { compulsory_retention_percent = 99,
  disabled_children = 200, disabled_in_special_schools = 100, disabled_in_ordinary_schools = 80, disabled_taught_at_home = 16,
  migrant_children = 1000, migrant_children_in_public_schools = 900, migrant_children_in_purchased_places = 100,
  quality_senior_places = 1000, quota_places = 700, rotated_teachers = 15, rotated_backbone_teachers = 6,
  schools = { good_school } }

case "retention: exactly 99 %" { rule = "retention", given = like "a county" {}, expect = { verdict = "met", margin = "0" } }
case "retention: just below" { rule = "retention", given = like "a county" { compulsory_retention_percent = "98.9999" }, expect = "unmet" }
case "retention: just above" { rule = "retention", given = like "a county" { compulsory_retention_percent = "99.0001" }, expect = "met" }
case "retention: no figure" { rule = "retention", given = like "a county" { compulsory_retention_percent = missing }, expect = "undetermined" }

-- 100 + 80 + 16 of 200 are 98 %
case "disabled: exactly 98 %" { rule = "disabled_enrolment", given = like "a county" {}, expect = { verdict = "met", measure = "98", margin = "0" } }
case "disabled: one fewer" { rule = "disabled_enrolment", given = like "a county" { disabled_taught_at_home = 15 }, expect = "unmet" }
case "disabled: one more" { rule = "disabled_enrolment", given = like "a county" { disabled_taught_at_home = 17 }, expect = "met" }
case "disabled: no figure" { rule = "disabled_enrolment", given = like "a county" { disabled_in_ordinary_schools = missing }, expect = "undetermined" }
case "disabled: no such children" { rule = "disabled_enrolment", given = like "a county" { disabled_children = 0 }, expect = "not_applicable" }

case "migrants: exactly 90 %, bought places do not count" { rule = "migrant_enrolment", given = like "a county" {}, expect = { verdict = "met", measure = "90", margin = "0" } }
case "migrants: one fewer" { rule = "migrant_enrolment", given = like "a county" { migrant_children_in_public_schools = 899 }, expect = "unmet" }
case "migrants: one more" { rule = "migrant_enrolment", given = like "a county" { migrant_children_in_public_schools = 901 }, expect = "met" }
case "migrants: no figure" { rule = "migrant_enrolment", given = like "a county" { migrant_children_in_public_schools = missing }, expect = "undetermined" }
case "migrants: none" { rule = "migrant_enrolment", given = like "a county" { migrant_children = 0 }, expect = "not_applicable" }

case "quota: exactly 70 %" { rule = "senior_quota", given = like "a county" {}, expect = { verdict = "met", measure = "70", margin = "0" } }
case "quota: one fewer" { rule = "senior_quota", given = like "a county" { quota_places = 699 }, expect = "unmet" }
case "quota: one more" { rule = "senior_quota", given = like "a county" { quota_places = 701 }, expect = "met" }
case "quota: no figure" { rule = "senior_quota", given = like "a county" { quota_places = missing }, expect = "undetermined" }
case "quota: no such places" { rule = "senior_quota", given = like "a county" { quality_senior_places = 0 }, expect = "not_applicable" }

-- 15 of 100 teachers, 6 of 40 backbone teachers
case "rotation: exactly 15 %" { rule = "rotation", given = like "a county" {}, expect = { verdict = "met", measure = "15", margin = "0" } }
case "rotation: one fewer" { rule = "rotation", given = like "a county" { rotated_teachers = 14 }, expect = "unmet" }
case "rotation: one more" { rule = "rotation", given = like "a county" { rotated_teachers = 16 }, expect = "met" }
case "rotation: no figure" { rule = "rotation", given = like "a county" { rotated_teachers = missing }, expect = "undetermined" }
case "backbone: exactly 15 %" { rule = "backbone_rotation", given = like "a county" {}, expect = { verdict = "met", measure = "15", margin = "0" } }
case "backbone: one fewer" { rule = "backbone_rotation", given = like "a county" { rotated_backbone_teachers = 5 }, expect = "unmet" }
case "backbone: one more" { rule = "backbone_rotation", given = like "a county" { rotated_backbone_teachers = 7 }, expect = "met" }
case "backbone: no figure" { rule = "backbone_rotation", given = like "a county" { rotated_backbone_teachers = missing }, expect = "undetermined" }
case "backbone: there is none" { rule = "backbone_rotation",
  given = like "a county" { schools = { like "a school" { primary_backbone_teachers = 0 } } }, expect = "not_applicable" }

case "choice: 9 %" { rule = "school_choice", given = like "a school" {}, expect = { verdict = "met", measure = "9" } }
case "choice: just below" { rule = "school_choice", given = like "a school" { entrants = 1000, choice_entrants = 99 }, expect = "met" }
case "choice: exactly 10 % is too much" { rule = "school_choice", given = like "a school" { choice_entrants = 10 }, expect = { verdict = "unmet", margin = "0" } }
case "choice: no figure" { rule = "school_choice", given = like "a school" { choice_entrants = missing }, expect = "undetermined" }
case "choice: private" { rule = "school_choice", given = like "a school" { organiser = "private", choice_entrants = 50 }, expect = "not_applicable" }

local function class(stage_name, most)
  return { stage = stage_name, students = 100, largest_class = most }
end
case "classes: 40 in primary" { rule = "class_size", given = class("primary", 40), expect = { verdict = "met", margin = "0" } }
case "classes: 41 in primary" { rule = "class_size", given = class("primary", 41), expect = "unmet" }
case "classes: 39 in primary" { rule = "class_size", given = class("primary", 39), expect = "met" }
case "classes: 45 in junior" { rule = "class_size", given = class("junior", 45), expect = { verdict = "met", margin = "0" } }
case "classes: 46 in junior" { rule = "class_size", given = class("junior", 46), expect = "unmet" }
case "classes: 44 in junior" { rule = "class_size", given = class("junior", 44), expect = "met" }
case "classes: no figure" { rule = "class_size", given = { stage = "junior", students = 100 }, expect = "undetermined" }
case "classes: no students" { rule = "class_size", given = { stage = "junior", students = 0 }, expect = "not_applicable" }

case "terms: two" { rule = "principal_terms", given = like "a school" {}, expect = { verdict = "met", margin = "0" } }
case "terms: three" { rule = "principal_terms", given = like "a school" { principal_terms = 3 }, expect = "unmet" }
case "terms: one" { rule = "principal_terms", given = like "a school" { principal_terms = 1 }, expect = "met" }
case "terms: not known" { rule = "principal_terms", given = like "a school" { principal_terms = missing }, expect = "undetermined" }
case "terms: a senior school" { rule = "principal_terms", given = like "a school" { school_type = "senior_school", principal_terms = 5 }, expect = "not_applicable" }

for _, pair in ipairs {
  { "modern_standard", "is_modern_standard_met" }, { "classroom_links", "has_classroom_links" }, { "seismic_code", "is_seismic_code_met" },
  { "maintenance", "has_maintenance_system" }, { "teacher_ratio", "is_teacher_ratio_met" },
} do
  local rule, field = pair[1], pair[2]
  case (rule .. ": yes") { rule = rule, given = like "a school" { [field] = true }, expect = "met" }
  case (rule .. ": no") { rule = rule, given = like "a school" { [field] = false }, expect = "unmet" }
  case (rule .. ": not known") { rule = rule, given = like "a school" { [field] = missing }, expect = "undetermined" }
  case (rule .. ": a senior school") { rule = rule, given = like "a school" { school_type = "senior_school", [field] = false }, expect = "not_applicable" }
end

-- One child, one place, one entrant: the share is asked for.
case "disabled: one, at school" { rule = "disabled_enrolment", given = like "a county" { disabled_children = 1, disabled_in_special_schools = 1,
  disabled_in_ordinary_schools = 0, disabled_taught_at_home = 0 }, expect = { verdict = "met", measure = "100" } }
case "migrants: one, elsewhere" { rule = "migrant_enrolment", given = like "a county" { migrant_children = 1, migrant_children_in_public_schools = 0 }, expect = "unmet" }
case "quota: one place" { rule = "senior_quota", given = like "a county" { quality_senior_places = 1, quota_places = 1 }, expect = "met" }
case "backbone: there is one" { rule = "backbone_rotation", given = like "a county" { rotated_backbone_teachers = 0,
  schools = { like "a school" { primary_backbone_teachers = 1 } } }, expect = "unmet" }
case "choice: one entrant" { rule = "school_choice", given = like "a school" { entrants = 1, choice_entrants = 0 }, expect = "met" }
case "choice: just above" { rule = "school_choice", given = like "a school" { entrants = 1000, choice_entrants = 101 }, expect = "unmet" }
case "choice: nobody entered" { rule = "school_choice", given = like "a school" { entrants = 0, choice_entrants = 0 }, expect = "not_applicable" }
case "classes: one student" { rule = "class_size", given = { stage = "junior", students = 1, largest_class = 1 }, expect = "met" }

-- The pack is partial: the report of a county for which all is met says "not determined"; here is what the rule itself says.
case "all that was seen is met" { rule = "quality_balance_2012", given = like "a county" {}, expect = "met" }
case "one school fails" { rule = "quality_balance_2012",
  given = like "a county" { schools = { like "a school" { choice_entrants = 10 } } }, expect = "unmet" }
case "the county fails" { rule = "quality_balance_2012", given = like "a county" { compulsory_retention_percent = 98 }, expect = "unmet" }
case "one figure of a school is blank" { rule = "quality_balance_2012",
  given = like "a county" { schools = { like "a school" { choice_entrants = missing } } }, expect = "undetermined" }
