-- Cases of labour education, of training funds in the accounts, of the six subjects.

for _, judged in ipairs {
  { "labour_base", "has_labour_base" }, { "labour_course", "has_labour_course" }, { "labour_teachers", "has_labour_teachers" },
} do
  local rule, column = judged[1], judged[2]
  case(rule .. ": yes") { rule = rule, given = { school_type = "primary_school", [column] = true }, expect = "met" }
  case(rule .. ": no") { rule = rule, given = { school_type = "primary_school", [column] = false }, expect = "unmet" }
  case(rule .. ": not judged") { rule = rule, given = { school_type = "primary_school", [column] = missing }, expect = "undetermined" }
  case(rule .. ": not asked of a senior school") { rule = rule, given = { school_type = "senior_school", [column] = false },
    expect = "not_applicable" }
end

-- 70 of 140 hours
example "hours" { school_type = "primary_school", labour_practice_hours = 70, comprehensive_practice_hours = 140 }
case "labour: half of the hours" { rule = "labour_practice", given = like "hours" {},
  expect = { verdict = "met", measure = "50", margin = "0" } }
case "labour: just below half" { rule = "labour_practice", given = like "hours" { labour_practice_hours = "69.99" }, expect = "unmet" }
case "labour: just above half" { rule = "labour_practice", given = like "hours" { labour_practice_hours = "70.01" }, expect = "met" }
case "labour: hours not known" { rule = "labour_practice", given = like "hours" { labour_practice_hours = missing }, expect = "undetermined" }
case "labour: not asked of a senior school" { rule = "labour_practice", given = like "hours" { school_type = "senior_school" },
  expect = "not_applicable" }

-- 4 of 80 万元 in the accounts; the budget is another rule's
example "funds" {
  school_type = "primary_school", training_funds_accounts_wan_yuan = 4, public_funds_accounts_wan_yuan = 80,
  training_funds_wan_yuan = 4, public_funds_budget_wan_yuan = 80,
}
case "accounts: exactly 5 %" { rule = "training_funds_of_accounts", given = like "funds" {},
  expect = { verdict = "met", measure = "5", margin = "0" } }
case "accounts: just below" {
  rule = "training_funds_of_accounts", given = like "funds" { training_funds_accounts_wan_yuan = "3.9999" }, expect = "unmet",
}
case "accounts: just above" {
  rule = "training_funds_of_accounts", given = like "funds" { training_funds_accounts_wan_yuan = "4.0001" }, expect = "met",
}
case "accounts: not closed yet" {
  rule = "training_funds_of_accounts", given = like "funds" { public_funds_accounts_wan_yuan = missing }, expect = "undetermined",
}
case "accounts: not asked of a senior school" {
  rule = "training_funds_of_accounts", given = like "funds" { school_type = "senior_school" }, expect = "not_applicable",
}
case "budget: judged by itself" {
  rule = "training_funds", on = "2022-01-01", given = like "funds" { training_funds_accounts_wan_yuan = 0 }, expect = "met",
}

-- Six subjects are judged, English is not of them.
for _, name in ipairs { "chinese", "mathematics", "science", "physical_education", "arts", "moral_education" } do
  case(name .. ": level II") { rule = "monitored_level", given = { subject = name, attained_level = 2 }, expect = "unmet" }
  case(name .. ": too much difference") { rule = "monitored_difference", given = { subject = name, difference_rate = "0.15" }, expect = "unmet" }
end
for _, rule in ipairs { "monitored_level", "monitored_difference" } do
  case(rule .. ": English is not in the list") {
    rule = rule, given = { subject = "english", attained_level = 1, difference_rate = "0.9" }, expect = "not_applicable",
  }
  case(rule .. ": English was judged until then") {
    rule = rule, on = "2021-12-31", given = { subject = "english", attained_level = 1, difference_rate = "0.9" }, expect = "unmet",
  }
end

local function result(name) return { subject = name, monitored_stage = "primary", attained_level = 3, difference_rate = "0.1" } end
example "six results" {
  monitoring = {
    result "chinese", result "mathematics", result "science", result "physical_education", result "arts", result "moral_education",
  },
}
case "all six have a result" { rule = "listed_subjects_complete", given = like "six results" {}, expect = "met" }
case "moral education has none" {
  rule = "listed_subjects_complete",
  given = { monitoring = { result "chinese", result "mathematics", result "science", result "physical_education", result "arts" } },
  expect = "unmet",
}
case "English does not stand for another" {
  rule = "listed_subjects_complete",
  given = { monitoring = { result "english", result "mathematics", result "science", result "physical_education", result "arts",
    result "moral_education" } },
  expect = "unmet",
}
case "a result of which the subject is not known" {
  rule = "listed_subjects_complete",
  given = { monitoring = { result(missing), result "mathematics", result "science", result "physical_education", result "arts",
    result "moral_education" } },
  expect = "undetermined",
}
