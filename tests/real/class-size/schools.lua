-- schools.lua - each row of the tables is one stage unit; what is counted in it, and what is not.

stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.stage:is "primary" },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.stage:is "junior" },
}

quantity "has_students" {
  of = stage, name = { zh = "当年有学生", en = "has students this year" }, clause = "试验一",
  value = known(school.students),
  note = "停办或暂无学生的学校各列均为“-”",
}

quantity "students" {
  of = stage, name = { zh = "学生数", en = "students" }, clause = "试验一", value = school.students,
}

quantity "classes" {
  of = stage, name = { zh = "班级数", en = "classes" }, clause = "试验一", value = school.classes,
}

-- Where one of the two columns holds a number, "-" in the other means that there is none of that
-- sex (6 rows of 10,838). Where both hold "-", the teachers are counted in the parent school (the
-- departments 附設國中部 and the like): not zero, but not known here. No zero is put anywhere: the
-- sum of what is known, and missing when neither is.
quantity "teachers" {
  of = stage, name = { zh = "专任教师数", en = "full-time teachers" }, clause = "试验二",
  value = choose(
    known(school.male_teachers),
    choose(
      known(school.female_teachers),
      school.male_teachers + school.female_teachers,
      school.male_teachers),
    school.female_teachers),
}

quantity "has_own_teachers" {
  of = stage, name = { zh = "教师在本校统计", en = "teachers are counted here" }, clause = "试验二",
  value = known(school.male_teachers) | known(school.female_teachers),
}
