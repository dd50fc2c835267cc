-- What counts.

case "recognised" { rule = "basically_balanced", given = { is_basically_balanced = true }, expect = "met" }
case "not recognised" { rule = "basically_balanced", given = { is_basically_balanced = false }, expect = "unmet" }
case "not known" { rule = "basically_balanced", given = {}, expect = "undetermined" }
