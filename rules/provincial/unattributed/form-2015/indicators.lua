-- The figures of the form that were seen.

section "indicators" { name = { zh = "办学条件", en = "Conditions" }, clause = "填表说明", only_where = stage.is_judged }

indicator "building" {
  name = { zh = "生均校舍面积", en = "Buildings per student" }, clause = "生均建筑", of = stage, unit = "m2/student",
  measure = school.building_area_m2 / stage.students,
  at_least = by_choice(school.area_type, {
    rural = { primary = 5, junior = 6 }, otherwise = { primary = "4.2", junior = "5.1" },
  }),
  note = { zh = "城市数值用于城区和镇区（推断，取较低者）", en = "the urban figures stand for cities and towns (inferred, the lower of the two)" },
}

indicator "multimedia" {
  name = { zh = "多媒体设备套数（不少于班数）", en = "Multimedia sets, as many as classes" }, clause = "多媒体", of = stage,
  measure = school.multimedia_sets, at_least = stage.classes / number(1, "class"),
}
indicator "computers" {
  name = { zh = "学生用计算机（不少于最大班额）", en = "Computers, as many as students in the largest class" }, clause = "计算机", of = stage,
  measure = school.computers / number(1, "computer"), at_least = stage.largest_class / number(1, "student/class"),
}

indicator "qualified" {
  name = { zh = "专任教师学历达标", en = "All teachers have the required degree" }, clause = "教师学历", of = stage, unit = "teacher",
  measure = school.qualified_teachers, at_least = stage.teachers,
}

indicator "laboratories" {
  name = { zh = "实验室（小学科学1个，初中理化生各1个）", en = "Laboratories: one for science; physics, chemistry and biology one each" }, clause = "实验室", of = stage,
  measure = by_stage { primary = school.science_labs, junior = smaller(school.physics_labs, school.chemistry_labs, school.biology_labs) },
  at_least = { primary = 1, junior = 1 },
}
indicator "equipment_kinds" {
  name = { zh = "教学仪器种类", en = "Kinds of apparatus" }, clause = "教学仪器", of = stage,
  measure = school.equipment_kinds, at_least = { primary = 60, junior = 61 },
}
