-- Cases of article 4.

case "three years since recognition are exactly enough" {
  rule = "years_since_basic_balance", given = { years_since_basic_balance = 3 },
  expect = { verdict = "met", measure = "3", margin = "0" },
}
case "two years are not" {
  rule = "years_since_basic_balance", given = { years_since_basic_balance = 2 }, expect = "unmet",
}
case "four years are more than asked" {
  rule = "years_since_basic_balance", given = { years_since_basic_balance = 4 },
  expect = { verdict = "met", margin = "1" },
}
case "without a year of recognition nothing can be said" {
  rule = "years_since_basic_balance", given = { years_since_basic_balance = missing }, expect = "undetermined",
}
case "before the measures were issued they asked nothing" {
  rule = "years_since_basic_balance", on = "2017-04-18", given = { years_since_basic_balance = 1 },
  expect = "not_in_force",
}

case "monitoring judged to be high" {
  rule = "monitoring_since_recognition", given = { is_monitoring_high = true }, expect = "met",
}
case "monitoring judged not to be high" {
  rule = "monitoring_since_recognition", given = { is_monitoring_high = false }, expect = "unmet",
}
case "monitoring not judged yet" {
  rule = "monitoring_since_recognition", given = { is_monitoring_high = missing }, expect = "undetermined",
}
