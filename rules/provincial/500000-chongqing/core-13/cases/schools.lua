-- 13 and no fewer.

local function school_with(n) return { school_type = "primary_school", core_indicators_met = n } end
case "thirteen" { rule = "core_indicators", given = school_with(13), expect = { verdict = "met", margin = "0" } }
case "twelve" { rule = "core_indicators", given = school_with(12), expect = "unmet" }
case "not known" { rule = "core_indicators", given = school_with(missing), expect = "undetermined" }
case "a senior school" { rule = "core_indicators", given = { school_type = "senior_school", core_indicators_met = 0 }, expect = "not_applicable" }
case "county: all schools" { rule = "core_indicators_met", given = { schools = { school_with(13), { school_type = "senior_school", core_indicators_met = 0 } } }, expect = "met" }
case "county: one has twelve" { rule = "core_indicators_met", given = { schools = { school_with(13), school_with(12) } }, expect = "unmet" }
case "county: one is not known" { rule = "core_indicators_met", given = { schools = { school_with(13), school_with(missing) } }, expect = "undetermined" }
