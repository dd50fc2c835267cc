-- Each level, and what a blank leaves open.

case "basic balance" { rule = "level_of_balance", given = { is_initially_balanced = true, is_basically_balanced = true },
  expect = { verdict = "met", measure = "2", margin = "1" } }
case "initial balance" { rule = "level_of_balance", given = { is_initially_balanced = true, is_basically_balanced = false },
  expect = { verdict = "met", measure = "1", margin = "0" } }
case "neither" { rule = "level_of_balance", given = { is_initially_balanced = false, is_basically_balanced = false },
  expect = { verdict = "unmet", measure = "0" } }
case "basic balance alone is enough" { rule = "initially_balanced", given = { is_initially_balanced = missing, is_basically_balanced = true },
  expect = "met" }
case "which level is not known, but one is" { rule = "level_of_balance",
  given = { is_initially_balanced = true, is_basically_balanced = missing }, expect = "met" }
case "nothing known" { rule = "level_of_balance", given = {}, expect = "undetermined" }
case "basic balance not known" { rule = "basically_balanced", given = { is_initially_balanced = true }, expect = "undetermined" }
case "no basic balance" { rule = "basically_balanced", given = { is_basically_balanced = false }, expect = "unmet" }
