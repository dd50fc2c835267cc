-- Cases of the notice.

example "a county" {
  has_policy_guarantee = true, years_since_basic_balance = 3, has_solved_recognition_problems = true, is_quality_rising = true,
  has_reduced_burdens = true, has_regulated_private_schools = true, has_guaranteed_pay = true, is_satisfaction_high = true,
  all_schools_meet_conditions = true, social_recognition_percent = 85,
}

for _, line in ipairs {
  { "years_since_basic_balance", "years_since_basic_balance", 2, 3, 4 },
  { "social_recognition", "social_recognition_percent", "84.99", 85, "85.01" },
} do
  local rule, column, below, on, above = line[1], line[2], line[3], line[4], line[5]
  case(rule .. ": just below") { rule = rule, given = { [column] = below }, expect = "unmet" }
  case(rule .. ": on the line") { rule = rule, given = { [column] = on }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": just above") { rule = rule, given = { [column] = above }, expect = "met" }
  case(rule .. ": not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end

for _, judged in ipairs {
  { "policy_guarantee", "has_policy_guarantee" }, { "solved_problems", "has_solved_recognition_problems" },
  { "rising_quality", "is_quality_rising" }, { "healthy_development", "has_reduced_burdens" },
  { "healthy_development", "has_regulated_private_schools" }, { "healthy_development", "has_guaranteed_pay" },
  { "healthy_development", "is_satisfaction_high" }, { "school_conditions", "all_schools_meet_conditions" },
} do
  local rule, column = judged[1], judged[2]
  case(rule .. ", " .. column .. ": yes") { rule = rule, given = like "a county" {}, expect = "met" }
  case(rule .. ", " .. column .. ": no") { rule = rule, given = like "a county" { [column] = false }, expect = "unmet" }
  case(rule .. ", " .. column .. ": not known") {
    rule = rule, given = like "a county" { [column] = missing }, expect = "undetermined",
  }
end

-- What is here. A report does not pass a county by it, because the pack is partial.
case "all that is here is met" { rule = "may_be_put_forward", given = like "a county" {}, expect = "met" }
case "one condition is not known" {
  rule = "may_be_put_forward", given = like "a county" { is_quality_rising = missing }, expect = "undetermined",
}
case "two years" { rule = "may_be_put_forward", given = like "a county" { years_since_basic_balance = 2 }, expect = "unmet" }
case "the tasks are not the conditions" {
  rule = "may_be_put_forward", given = like "a county" { is_quality_rising = false, social_recognition_percent = 99 },
  expect = "unmet",
}
case "tasks" { rule = "basic_tasks", given = like "a county" {}, expect = "met" }
case "one task is not known" {
  rule = "basic_tasks", given = like "a county" { social_recognition_percent = missing }, expect = "undetermined",
}
case "recognition is a task" { rule = "basic_tasks", given = like "a county" { social_recognition_percent = 80 }, expect = "unmet" }
case "before the notice" {
  rule = "may_be_put_forward", on = "2021-11-24", given = like "a county" {}, expect = "not_in_force",
}
