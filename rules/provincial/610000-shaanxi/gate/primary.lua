-- 小学: in every room so many square metres, or so many for each student.

section "primary" { name = { zh = "小学", en = "Primary schools" }, clause = "小学", only_where = school.is_primary & school.students:above(0) }

indicator "primary_classroom" {
  name = { zh = "教室面积（每间或生均）", en = "Classrooms, each or by student" },
  clause = "小学 教室", of = school,
  holds = school.smallest_classroom_m2:at_least(61) | school.classroom_per_student:at_least("1.35"),
}

indicator "primary_lab" {
  name = { zh = "科学实验室面积（每间或生均）", en = "Science room, each or by student" },
  clause = "小学 科学实验室", of = school,
  holds = school.lab_rooms:above(0) & (school.smallest_lab_m2:at_least(86) | school.lab_per_student:at_least("1.91")),
}

indicator "primary_library" {
  name = { zh = "图书室面积（按班数或生均）", en = "Library, by classes or by student" },
  clause = "小学 图书室", of = school, certainty = "inferred",
  holds = school.library_area_m2:at_least(steps(school.classes, { { up_to = 6, 80 }, { up_to = 12, 120 }, { up_to = 18, 170 }, { 220 } }))
    | school.library_per_student:at_least(steps(school.classes, { { up_to = 6, "0.29" }, { "0.22" } })),
  note = { zh = "“6班80、12班120……”按不超过该班数计，超过最后一档仍用最后一档（推断）",
    en = "\"6 classes 80, 12 classes 120\" is taken as up to so many; above the last row its figure stays (inferred)" },
}

indicator "primary_computer_room" {
  name = { zh = "计算机教室面积（每间或生均）", en = "Computer room, each or by student" },
  clause = "小学 计算机教室", of = school,
  holds = school.computer_rooms:above(0) & (school.smallest_computer_room_m2:at_least(86) | school.computer_room_per_student:at_least("1.91")),
}

indicator "primary_sports" {
  name = { zh = "运动场地", en = "Sports ground" },
  clause = "小学 运动场地", of = school,
  holds = ~school.has_dirt_ground & ((school.loop_track_m:at_least(150) & school.straight_track_m:at_least(60))
    | (school.is_in_mountains & school.area_type:is "rural" & school.court_area_m2:at_least(420))),
  note = { zh = "山区农村学校有420平方米场地一块即可，也不得为土质（推断）",
    en = "in the mountains and the country one court of 420 m² is enough; it may not be of dirt either (inferred)" },
}
