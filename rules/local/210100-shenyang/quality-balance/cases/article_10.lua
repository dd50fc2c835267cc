-- Cases of the seventh veto.

case "burden_control: it did not happen" { rule = "burden_control", given = { has_weak_burden_control = false }, expect = "met" }
case "burden_control: it happened" { rule = "burden_control", given = { has_weak_burden_control = true }, expect = "unmet" }
case "burden_control: not known" { rule = "burden_control", given = { has_weak_burden_control = missing }, expect = "undetermined" }
