-- On, below and above each line of the plan, without data.

example "a county" { newly_appointed_leaders = 20, newly_appointed_with_two_schools = 20,
  county_training_funds_wan_yuan = 250, staff_wages_wan_yuan = 10000,
  disabled_children = 200, disabled_in_special_schools = 100, disabled_in_ordinary_schools = 80, disabled_taught_at_home = 12,
  junior_entrants = 1000, junior_deaths = 0, junior_graduates = 970, junior_transferred_in = 0, junior_transferred_out = 0 }

case "networks: exactly" { rule = "paired_network", on = "2020-12-31", given = { paired_network_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "networks: just below" { rule = "paired_network", on = "2020-12-31", given = { paired_network_percent = "99.9999" }, expect = "unmet" }
case "networks: no figure" { rule = "paired_network", on = "2020-12-31", given = { paired_network_percent = missing }, expect = "undetermined" }

case "networks: not before the end of 2020" { rule = "paired_network", on = "2020-12-30", given = { paired_network_percent = 0 }, expect = "not_in_force" }
case "arts_conditions: yes" { rule = "arts_conditions", on = "2020-12-31", given = { is_arts_equipped_high = true }, expect = "met" }
case "arts_conditions: no" { rule = "arts_conditions", on = "2020-12-31", given = { is_arts_equipped_high = false }, expect = "unmet" }
case "arts_conditions: not known" { rule = "arts_conditions", on = "2020-12-31", given = { is_arts_equipped_high = missing }, expect = "undetermined" }
case "rural_pay: yes" { rule = "rural_pay", given = { is_rural_pay_equal = true }, expect = "met" }
case "rural_pay: no" { rule = "rural_pay", given = { is_rural_pay_equal = false }, expect = "unmet" }
case "rural_pay: not known" { rule = "rural_pay", given = { is_rural_pay_equal = missing }, expect = "undetermined" }
case "three_increases: yes" { rule = "three_increases", given = { has_three_increases = true }, expect = "met" }
case "three_increases: no" { rule = "three_increases", given = { has_three_increases = false }, expect = "unmet" }
case "three_increases: not known" { rule = "three_increases", given = { has_three_increases = missing }, expect = "undetermined" }
case "arts: not before the end of 2020" { rule = "arts_conditions", on = "2020-12-30", given = { is_arts_equipped_high = false }, expect = "not_in_force" }

case "county's training: exactly 2.5 %" { rule = "county_training_funds", given = like "a county" {}, expect = { verdict = "met", measure = "2.5", margin = "0" } }
case "county's training: just below" { rule = "county_training_funds", given = like "a county" { county_training_funds_wan_yuan = "249.9999" }, expect = "unmet" }
case "county's training: just above" { rule = "county_training_funds", given = like "a county" { county_training_funds_wan_yuan = "250.0001" }, expect = "met" }
case "county's training: no figure" { rule = "county_training_funds", given = like "a county" { county_training_funds_wan_yuan = missing }, expect = "undetermined" }

case "school's training: exactly 5 % of daily funds" { rule = "training_funds", on = "2019-04-16", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = { verdict = "met", measure = "5", margin = "0" } }
case "school's training: just below" { rule = "training_funds", on = "2019-04-16", given = { school_type = "primary_school", training_funds_wan_yuan = "4.9999", daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = "unmet" }
case "school's training: just above" { rule = "training_funds", on = "2019-04-16", given = { school_type = "primary_school", training_funds_wan_yuan = "5.0001", daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = "met" }
case "school's training: of the budget until the plan" { rule = "training_funds", on = "2019-04-15", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = { verdict = "unmet", measure = "0.5" } }
case "school's training: no figure" { rule = "training_funds", on = "2019-04-16", given = { school_type = "primary_school", training_funds_wan_yuan = missing, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = "undetermined" }
case "sport: exactly an hour" { rule = "daily_sport", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = 1 }, expect = { verdict = "met", margin = "0" } }
case "sport: just below" { rule = "daily_sport", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = "0.99" }, expect = "unmet" }
case "sport: just above" { rule = "daily_sport", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = "1.01" }, expect = "met" }
case "sport: not known" { rule = "daily_sport", given = { school_type = "primary_school", training_funds_wan_yuan = 5, daily_public_funds_wan_yuan = 100, public_funds_budget_wan_yuan = 1000, daily_sport_hours = missing }, expect = "undetermined" }
case "sport: not asked of a senior school" { rule = "daily_sport", given = { school_type = "senior_school", daily_sport_hours = 0 }, expect = "not_applicable" }

case "two schools: all of them" { rule = "worked_in_two_schools", given = like "a county" {}, expect = { verdict = "met", measure = "100", margin = "0" } }
case "two schools: one has not" { rule = "worked_in_two_schools", given = like "a county" { newly_appointed_with_two_schools = 19 }, expect = { verdict = "unmet", measure = "95" } }
case "two schools: nobody was appointed" { rule = "worked_in_two_schools", given = like "a county" { newly_appointed_leaders = 0, newly_appointed_with_two_schools = 0 }, expect = "not_applicable" }
case "two schools: not known" { rule = "worked_in_two_schools", given = like "a county" { newly_appointed_with_two_schools = missing }, expect = "undetermined" }

case "continuing education: exactly" { rule = "continuing_education", given = { continuing_education_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "continuing education: just below" { rule = "continuing_education", given = { continuing_education_percent = "99.9999" }, expect = "unmet" }
case "continuing education: no figure" { rule = "continuing_education", given = { continuing_education_percent = missing }, expect = "undetermined" }

case "meals: exactly" { rule = "meal_allowance", given = { meal_allowance_yuan = 1000 }, expect = { verdict = "met", margin = "0" } }
case "meals: just below" { rule = "meal_allowance", given = { meal_allowance_yuan = "999.99" }, expect = "unmet" }
case "meals: just above" { rule = "meal_allowance", given = { meal_allowance_yuan = "1000.01" }, expect = "met" }
case "meals: no figure" { rule = "meal_allowance", given = { meal_allowance_yuan = missing }, expect = "undetermined" }

case "boarding, primary: exactly" { rule = "boarding_allowance_primary", given = { boarding_allowance_primary_yuan = 1000 }, expect = { verdict = "met", margin = "0" } }
case "boarding, primary: just below" { rule = "boarding_allowance_primary", given = { boarding_allowance_primary_yuan = "999.99" }, expect = "unmet" }
case "boarding, primary: just above" { rule = "boarding_allowance_primary", given = { boarding_allowance_primary_yuan = "1000.01" }, expect = "met" }
case "boarding, primary: no figure" { rule = "boarding_allowance_primary", given = { boarding_allowance_primary_yuan = missing }, expect = "undetermined" }

case "boarding, junior: exactly" { rule = "boarding_allowance_junior", given = { boarding_allowance_junior_yuan = 1250 }, expect = { verdict = "met", margin = "0" } }
case "boarding, junior: just below" { rule = "boarding_allowance_junior", given = { boarding_allowance_junior_yuan = "1249.99" }, expect = "unmet" }
case "boarding, junior: just above" { rule = "boarding_allowance_junior", given = { boarding_allowance_junior_yuan = "1250.01" }, expect = "met" }
case "boarding, junior: no figure" { rule = "boarding_allowance_junior", given = { boarding_allowance_junior_yuan = missing }, expect = "undetermined" }

case "retention: exactly 97 %" { rule = "junior_retention", on = "2019-04-16", given = like "a county" {}, expect = { verdict = "met", measure = "97", bound = "97", margin = "0" } }
case "retention: one fewer" { rule = "junior_retention", on = "2019-04-16", given = like "a county" { junior_graduates = 969 }, expect = "unmet" }
case "retention: one more" { rule = "junior_retention", on = "2019-04-16", given = like "a county" { junior_graduates = 971 }, expect = "met" }
case "retention: 95 % until the plan" { rule = "junior_retention", on = "2019-04-15", given = like "a county" { junior_graduates = 950 }, expect = { verdict = "met", bound = "95", margin = "0" } }
case "retention: no figure" { rule = "junior_retention", on = "2019-04-16", given = like "a county" { junior_graduates = missing }, expect = "undetermined" }

case "disabled: exactly 96 %" { rule = "disabled_enrolment", on = "2019-04-16", given = like "a county" {}, expect = { verdict = "met", measure = "96", bound = "96", margin = "0" } }
case "disabled: one fewer" { rule = "disabled_enrolment", on = "2019-04-16", given = like "a county" { disabled_taught_at_home = 11 }, expect = "unmet" }
case "disabled: one more" { rule = "disabled_enrolment", on = "2019-04-16", given = like "a county" { disabled_taught_at_home = 13 }, expect = "met" }
case "disabled: 95 % until the plan" { rule = "disabled_enrolment", on = "2019-04-15", given = like "a county" { disabled_taught_at_home = 10 }, expect = { verdict = "met", bound = "95", margin = "0" } }
case "disabled: no figure" { rule = "disabled_enrolment", on = "2019-04-16", given = like "a county" { disabled_taught_at_home = missing }, expect = "undetermined" }
