case "five for a hundred" {
  rule = "teachers_per_100", given = { students = 100, teachers = 5 }, expect = { verdict = "met", margin = "0" },
}
case "four for a hundred" { rule = "teachers_per_100", given = { students = 100, teachers = 4 }, expect = "unmet" }
case "teachers not known" { rule = "teachers_per_100", given = { students = 100, teachers = missing }, expect = "undetermined" }
case "a school of nine" { rule = "teachers_per_100", given = { students = 9, teachers = 0 }, expect = "not_applicable" }
case "a day school of a thousand" { rule = "size", given = { is_boarding = false, students = 1000 }, expect = "met" }
case "all of them" { rule = "enrolment", given = { rate_percent = 100 }, expect = "met" }
case "nearly all of them" { rule = "enrolment", given = { rate_percent = "99.99" }, expect = "unmet" }
case "two years" { rule = "years", given = { years = 2 }, expect = "unmet" }
case "three years" { rule = "years", given = { years = 3 }, expect = "met" }
case "fit" { rule = "fit", given = { is_planned = true, rate_percent = 100, years = 3 }, expect = "met" }
