-- 初中: the same, with figures of its own; the ground may be so many square metres for each student.

section "junior" { name = { zh = "初中", en = "Junior schools" }, clause = "初中", only_where = school.is_junior & school.students:above(0) }

indicator "junior_classroom" {
  name = { zh = "教室面积（每间或生均）", en = "Classrooms, each or by student" },
  clause = "初中 教室", of = school,
  holds = school.smallest_classroom_m2:at_least(67) | school.classroom_per_student:at_least("1.35"),
}

indicator "junior_lab" {
  name = { zh = "实验室面积（每间或生均）", en = "Laboratories, each or by student" },
  clause = "初中 实验室", of = school,
  holds = school.lab_rooms:above(0) & (school.smallest_lab_m2:at_least(96) | school.lab_per_student:at_least("1.91")),
}

indicator "junior_library" {
  name = { zh = "图书室面积（按班数或生均）", en = "Library, by classes or by student" },
  clause = "初中 图书室", of = school, certainty = "inferred",
  holds = school.library_area_m2:at_least(steps(school.classes, { { up_to = 12, 181 }, { up_to = 18, 261 }, { up_to = 24, 340 }, { 420 } }))
    | school.library_per_student:at_least(steps(school.classes, { { up_to = 12, "0.30" }, { "0.28" } })),
  note = { zh = "“12班181、18班261……”按不超过该班数计，超过最后一档仍用最后一档（推断）",
    en = "\"12 classes 181, 18 classes 261\" is taken as up to so many; above the last row its figure stays (inferred)" },
}

indicator "junior_computer_room" {
  name = { zh = "计算机教室面积（每间或生均）", en = "Computer room, each or by student" },
  clause = "初中 计算机教室", of = school,
  holds = school.computer_rooms:above(0) & (school.smallest_computer_room_m2:at_least(96) | school.computer_room_per_student:at_least("1.92")),
}

indicator "junior_sports" {
  name = { zh = "运动场地（跑道或生均）", en = "Sports ground, tracks or by student" },
  clause = "初中 运动场地", of = school,
  holds = (school.loop_track_m:at_least(200) & school.straight_track_m:at_least(100))
    | school.ground_per_student:at_least(steps(school.classes, { { up_to = 11, "5.9" }, { up_to = 18, "4.2" }, { "3.5" } })),
}
