-- Cases of article 8: the nine items of quality.

example "three junior years" {
  junior_entrants = 2002, junior_deaths = 2, junior_transferred_in = 40, junior_transferred_out = 30, junior_graduates = 1910,
}
case "1900 of 2000 are kept" {
  rule = "junior_retention", given = like "three junior years" {},
  expect = { verdict = "met", measure = "95", margin = "0" },
}
case "one graduate fewer" {
  rule = "junior_retention", given = like "three junior years" { junior_graduates = 1909 }, expect = "unmet",
}
case "one graduate more" {
  rule = "junior_retention", given = like "three junior years" { junior_graduates = 1911 }, expect = "met",
}
case "who came later does not count" {
  rule = "junior_retention", given = like "three junior years" { junior_transferred_in = 41 }, expect = "unmet",
}
case "graduates not known" {
  rule = "junior_retention", given = like "three junior years" { junior_graduates = missing }, expect = "undetermined",
}
case "no junior students three years ago" {
  rule = "junior_retention", given = like "three junior years" { junior_entrants = 0 }, expect = "not_applicable",
}
case "a single student who began is enough to be judged" {
  rule = "junior_retention",
  given = {
    junior_entrants = 1, junior_deaths = 0, junior_transferred_in = 0, junior_transferred_out = 0, junior_graduates = 1,
  },
  expect = { verdict = "met", measure = "100" },
}

example "disabled children" {
  disabled_children = 200, disabled_in_special_schools = 85, disabled_in_ordinary_schools = 90, disabled_taught_at_home = 15,
}
case "190 of 200 are at school" {
  rule = "disabled_enrolment", given = like "disabled children" {}, expect = { verdict = "met", measure = "95", margin = "0" },
}
case "189 of 200" { rule = "disabled_enrolment", given = like "disabled children" { disabled_taught_at_home = 14 }, expect = "unmet" }
case "191 of 200" { rule = "disabled_enrolment", given = like "disabled children" { disabled_taught_at_home = 16 }, expect = "met" }
case "those at home are not known" {
  rule = "disabled_enrolment", given = like "disabled children" { disabled_taught_at_home = missing }, expect = "undetermined",
}
case "those at home are not known, the others suffice" {
  rule = "disabled_enrolment",
  given = like "disabled children" { disabled_taught_at_home = missing, disabled_in_special_schools = 100 }, expect = "met",
}
case "no disabled children" {
  rule = "disabled_enrolment", given = like "disabled children" { disabled_children = 0 }, expect = "not_applicable",
}
case "a single disabled child is enough to be judged" {
  rule = "disabled_enrolment",
  given = {
    disabled_children = 1, disabled_in_special_schools = 0, disabled_in_ordinary_schools = 1, disabled_taught_at_home = 0,
  },
  expect = { verdict = "met", measure = "100" },
}

-- Judgements of each school.
for _, judged in ipairs {
  { "charter", "has_charter" }, { "ict_management", "is_ict_managed" }, { "ict_use", "is_ict_used_well" },
  { "moral_culture", "is_moral_culture_good" }, { "curriculum", "is_curriculum_complete" },
  { "workload", "is_workload_light" },
} do
  local rule, column = judged[1], judged[2]
  case(rule .. ": yes") { rule = rule, given = { school_type = "primary_school", [column] = true }, expect = "met" }
  case(rule .. ": no") { rule = rule, given = { school_type = "primary_school", [column] = false }, expect = "unmet" }
  case(rule .. ": not judged") {
    rule = rule, given = { school_type = "primary_school", [column] = missing }, expect = "undetermined",
  }
  case(rule .. ": special schools too") {
    rule = rule, given = { school_type = "special_education", [column] = false }, expect = "unmet",
  }
  case(rule .. ": senior schools are not compulsory") {
    rule = rule, given = { school_type = "senior_school", [column] = false }, expect = "not_applicable",
  }
end

local function funds(training, kind)
  return { school_type = kind, public_funds_budget_wan_yuan = 200, training_funds_wan_yuan = training }
end
case "training: ten of two hundred" {
  rule = "training_funds", given = funds(10, "primary_school"), expect = { verdict = "met", measure = "5", margin = "0" },
}
case "training: a yuan less" { rule = "training_funds", given = funds("9.9999", "primary_school"), expect = "unmet" }
case "training: a yuan more" { rule = "training_funds", given = funds("10.0001", "primary_school"), expect = "met" }
case "training: not known" { rule = "training_funds", given = funds(missing, "primary_school"), expect = "undetermined" }
case "training: senior schools are not compulsory" {
  rule = "training_funds", given = funds(1, "senior_school"), expect = "not_applicable",
}

case "level III" { rule = "monitored_level", given = { attained_level = 3 }, expect = { verdict = "met", margin = "0" } }
case "level II" { rule = "monitored_level", given = { attained_level = 2 }, expect = "unmet" }
case "level IV" { rule = "monitored_level", given = { attained_level = 4 }, expect = "met" }
case "level not known" { rule = "monitored_level", given = { attained_level = missing }, expect = "undetermined" }

case "0.15 is not below 0.15" {
  rule = "monitored_difference", given = { difference_rate = "0.15" },
  expect = { verdict = "unmet", measure = "0.15", margin = "0" },
}
case "0.1499 is" { rule = "monitored_difference", given = { difference_rate = "0.1499" }, expect = "met" }
case "0.1501 is not" { rule = "monitored_difference", given = { difference_rate = "0.1501" }, expect = "unmet" }
case "difference not known" { rule = "monitored_difference", given = { difference_rate = missing }, expect = "undetermined" }

case "a result for each monitored subject" {
  rule = "monitoring_complete",
  given = { monitored_subjects = 1, monitoring = { { subject = "science", attained_level = 3, difference_rate = "0.1" } } },
  expect = "met",
}
case "one result is missing" {
  rule = "monitoring_complete",
  given = { monitored_subjects = 2, monitoring = { { subject = "science", attained_level = 3, difference_rate = "0.1" } } },
  expect = "unmet",
}
case "nothing was monitored" { rule = "monitoring_complete", given = { monitored_subjects = 0 }, expect = "unmet" }
case "whether anything was monitored is not known" {
  rule = "monitoring_complete", given = { monitored_subjects = missing }, expect = "undetermined",
}
