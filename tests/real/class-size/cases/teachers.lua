-- teachers.lua - a sign beside a number is none; two signs are counted elsewhere.

case "a school with women only has the teachers that it has" {
  rule = "teachers_per_100",
  given = {
    stage = "primary", has_students = true, students = 50,
    male_teachers = missing, female_teachers = 6,
  },
  expect = { verdict = "met", measure = "12" },
}

case "a department whose teachers are counted in the parent school is left out" {
  rule = "teachers_per_100",
  given = {
    stage = "junior", has_students = true, students = 722,
    male_teachers = missing, female_teachers = missing,
  },
  expect = "not_applicable",
}

case "forty-five on average is not above forty-five" {
  rule = "class_size", given = { stage = "primary", has_students = true, students = 270, classes = 6 },
  expect = { verdict = "met", measure = "45", margin = "0" },
}

case "one student more is above it" {
  rule = "class_size", given = { stage = "primary", has_students = true, students = 271, classes = 6 },
  expect = "unmet",
}

case "students in a school whose classes are not known" {
  rule = "class_size", given = { stage = "primary", has_students = true, students = 12, classes = missing },
  expect = "undetermined",
}
