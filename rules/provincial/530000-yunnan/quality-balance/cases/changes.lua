-- On, below and above the lines that Yunnan draws, without data, and before its plan.

example "a school" { school_type = "primary_school", public_funds_budget_wan_yuan = 100, training_funds_wan_yuan = 10,
  daily_sport_hours = 1 }

case "training: exactly a tenth" { rule = "training_funds", given = like "a school" {},
  expect = { verdict = "met", measure = "10", bound = "10", margin = "0" } }
case "training: just below a tenth" { rule = "training_funds", given = like "a school" { training_funds_wan_yuan = "9.9999" }, expect = "unmet" }
case "training: just above a tenth" { rule = "training_funds", given = like "a school" { training_funds_wan_yuan = "10.0001" }, expect = "met" }
case "training: the national 5 % held until the plan" {
  rule = "training_funds", on = "2022-07-07", given = like "a school" { training_funds_wan_yuan = 5 },
  expect = { verdict = "met", bound = "5", margin = "0" },
}
case "training: 5 % is too little from the plan on" {
  rule = "training_funds", on = "2022-07-08", given = like "a school" { training_funds_wan_yuan = 5 },
  expect = { verdict = "unmet", bound = "10" },
}
case "training: no figure" { rule = "training_funds", given = like "a school" { training_funds_wan_yuan = missing }, expect = "undetermined" }

case "sport: exactly an hour" { rule = "daily_sport", given = like "a school" {}, expect = { verdict = "met", margin = "0" } }
case "sport: just below an hour" { rule = "daily_sport", given = like "a school" { daily_sport_hours = "0.99" }, expect = "unmet" }
case "sport: just above an hour" { rule = "daily_sport", given = like "a school" { daily_sport_hours = "1.01" }, expect = "met" }
case "sport: not known" { rule = "daily_sport", given = like "a school" { daily_sport_hours = missing }, expect = "undetermined" }
case "sport: not asked of a senior school" { rule = "daily_sport", given = like "a school" { school_type = "senior_school" },
  expect = "not_applicable" }
case "sport: not before the plan" { rule = "daily_sport", on = "2022-07-07", given = like "a school" {}, expect = "not_in_force" }

case "report: once" { rule = "yearly_report", given = { compulsory_education_reports = 1 }, expect = { verdict = "met", margin = "0" } }
case "report: never" { rule = "yearly_report", given = { compulsory_education_reports = 0 }, expect = "unmet" }
case "report: twice" { rule = "yearly_report", given = { compulsory_education_reports = 2 }, expect = "met" }
case "report: not known" { rule = "yearly_report", given = { compulsory_education_reports = missing }, expect = "undetermined" }
