-- Primary and junior schools by themselves. Private schools and teaching points are left out, as in the
-- national form for basic balance (inferred).

quantity "is_primary" { of = school, name = { zh = "纳入评估的小学", en = "primary school that is judged" },
  value = school.school_type:is "primary_school" & none_of { school.organiser:is_one_of { "private", "joint_venture" } } }
quantity "is_junior" { of = school, name = { zh = "纳入评估的初中", en = "junior school that is judged" },
  value = school.school_type:is "junior_school" & none_of { school.organiser:is_one_of { "private", "joint_venture" } } }

quantity "students" { of = school, name = { zh = "在校生数", en = "students" },
  value = choose(school.school_type:is "primary_school", school.primary_students, school.junior_students) }
quantity "classes" { of = school, name = { zh = "班数", en = "classes" },
  value = choose(school.school_type:is "primary_school", school.primary_classes, school.junior_classes) }

quantity "classroom_per_student" { of = school, name = { zh = "生均教室面积", en = "classrooms per student" },
  value = school.classroom_area_m2 / school.students }
quantity "library_per_student" { of = school, name = { zh = "生均图书室面积", en = "library per student" },
  value = school.library_area_m2 / school.students }
quantity "ground_per_student" { of = school, name = { zh = "生均运动场地面积", en = "sports ground per student" },
  value = school.sports_ground_area_m2 / school.students }

-- The document's way for laboratories and computer rooms: mean area of a room times classes over students.
quantity "lab_per_student" { of = school, name = { zh = "实验室生均面积（平均每间÷平均班额）", en = "mean laboratory over mean class" },
  value = school.lab_area_m2 / school.lab_rooms * school.classes / school.students }
quantity "computer_room_per_student" { of = school, name = { zh = "计算机教室生均面积（平均每间÷平均班额）", en = "mean computer room over mean class" },
  value = school.computer_room_area_m2 / school.computer_rooms * school.classes / school.students }
