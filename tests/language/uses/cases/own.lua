case "its own quantity" { rule = "size", given = { students = 60, stage = "primary" }, expect = { verdict = "met", bound = 60 } }
case "one more" { rule = "size", given = { students = 61, stage = "primary" }, expect = "unmet" }
case "both hold" {
  rule = "both", given = { school_type = "nine_year_school", primary_students = 30, junior_students = 35 }, expect = "met",
}
case "only its own does" {
  rule = "both", given = { school_type = "nine_year_school", primary_students = 30, junior_students = 36 }, expect = "unmet",
}
case "only the other does" {
  rule = "both", given = { school_type = "nine_year_school", primary_students = 30, junior_students = missing, ["gate.all_students"] = 65 },
  expect = "undetermined",
}
case "just small enough" { rule = "small", given = { all_students = 50 }, expect = "met" }
case "too large" { rule = "small", given = { all_students = 51 }, expect = "unmet" }
case "a rule of the other, by its name here" { rule = "gate.size", given = { ["gate.students"] = 41, stage = "junior" }, expect = "unmet" }
case "the county" {
  rule = "passed", given = { schools = { { school_type = "nine_year_school", primary_students = 30, junior_students = 36 } } }, expect = "unmet",
}
case "stages of a school" {
  rule = "size", given = { stage = "primary", primary_students = 30 }, expect = { verdict = "met", measure = 60 },
}
case "the other stage" {
  rule = "size", given = { stage = "junior", junior_students = 30 }, expect = { verdict = "met", measure = 60 },
}
case "nothing known" { rule = "size", given = { stage = "primary" }, expect = "undetermined" }
case "no students told" { rule = "small", given = {}, expect = "undetermined" }
case "a county where both hold" {
  rule = "passed", given = { schools = { { school_type = "nine_year_school", primary_students = 30, junior_students = 30 } } }, expect = "met",
}
case "a county without students told" { rule = "passed", given = { schools = { { school_type = "nine_year_school" } } }, expect = "undetermined" }
case "just below" { rule = "size", given = { students = 59, stage = "primary" }, expect = "met" }
case "just below in the other stage" { rule = "size", given = { students = 59, stage = "junior" }, expect = "met" }
case "just above in the other stage" { rule = "size", given = { students = 61, stage = "junior" }, expect = "unmet" }
case "a county that meets the other standard only" {
  rule = "passed", given = { schools = { { school_type = "nine_year_school", primary_students = 31, junior_students = 10 } } }, expect = "unmet",
}
