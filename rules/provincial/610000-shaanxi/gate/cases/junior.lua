-- Junior schools: 18 classes of 50: 900 students. 1.35 m² are 1215 m² of classrooms; labs of 95.5 m² over 50 are 1.91,
-- computer rooms of 96 m² over 50 are 1.92.

local usual = { school_type = "junior_school", organiser = "education_department", area_type = "town", junior_students = 900, junior_classes = 18,
  classroom_area_m2 = 1215, smallest_classroom_m2 = 50, lab_area_m2 = "286.5", lab_rooms = 3, smallest_lab_m2 = 95, library_area_m2 = 261,
  computer_room_area_m2 = 192, computer_rooms = 2, smallest_computer_room_m2 = 90,
  loop_track_m = 200, straight_track_m = 100, sports_ground_area_m2 = 0 }
example "a junior school" (usual)

local lines = {
  { "junior_classroom", "by student: exactly", {}, "met" },
  { "junior_classroom", "by student: too little", { classroom_area_m2 = "1214.99" }, "unmet" },
  { "junior_classroom", "each: exactly", { classroom_area_m2 = 0, smallest_classroom_m2 = 67 }, "met" },
  { "junior_classroom", "each: too small", { classroom_area_m2 = 0, smallest_classroom_m2 = "66.99" }, "unmet" },
  { "junior_classroom", "not known", { classroom_area_m2 = missing }, "undetermined" },
  { "junior_lab", "by student: exactly", {}, "met" },
  { "junior_lab", "by student: too small", { lab_area_m2 = "286.49" }, "unmet" },
  { "junior_lab", "each: exactly", { lab_area_m2 = 0, smallest_lab_m2 = 96 }, "met" },
  { "junior_lab", "each: too small", { lab_area_m2 = 0, smallest_lab_m2 = "95.99" }, "unmet" },
  { "junior_lab", "one room is one", { lab_rooms = 1, smallest_lab_m2 = 96 }, "met" },
  { "junior_lab", "there is none", { lab_rooms = 0 }, "unmet" },
  { "junior_lab", "not known", { lab_rooms = missing }, "undetermined" },
  { "junior_computer_room", "by student: exactly", {}, "met" },
  { "junior_computer_room", "by student: too small", { computer_room_area_m2 = "191.99" }, "unmet" },
  { "junior_computer_room", "each: exactly", { computer_room_area_m2 = 0, smallest_computer_room_m2 = 96 }, "met" },
  { "junior_computer_room", "each: too small", { computer_room_area_m2 = 0, smallest_computer_room_m2 = "95.99" }, "unmet" },
  { "junior_computer_room", "one room is one", { computer_rooms = 1 }, "met" },
  { "junior_computer_room", "there is none", { computer_rooms = 0 }, "unmet" },
  { "junior_computer_room", "not known", { computer_rooms = missing }, "undetermined" },
  { "junior_library", "12 classes: 181", { junior_classes = 12, junior_students = 5000, library_area_m2 = 181 }, "met" },
  { "junior_library", "12 classes: too small", { junior_classes = 12, junior_students = 5000, library_area_m2 = "180.99" }, "unmet" },
  { "junior_library", "13 classes: 261", { junior_classes = 13, junior_students = 5000, library_area_m2 = "260.99" }, "unmet" },
  { "junior_library", "18 classes: 261", { junior_students = 5000 }, "met" },
  { "junior_library", "19 classes: 340", { junior_classes = 19, junior_students = 5000, library_area_m2 = "339.99" }, "unmet" },
  { "junior_library", "24 classes: 340", { junior_classes = 24, junior_students = 5000, library_area_m2 = 340 }, "met" },
  { "junior_library", "25 classes: 420", { junior_classes = 25, junior_students = 5000, library_area_m2 = "419.99" }, "unmet" },
  { "junior_library", "30 classes: 420", { junior_classes = 30, junior_students = 5000, library_area_m2 = 420 }, "met" },
  { "junior_library", "12 classes by student: 0.30", { junior_classes = 12, junior_students = 100, library_area_m2 = 30 }, "met" },
  { "junior_library", "12 classes by student: too small", { junior_classes = 12, junior_students = 100, library_area_m2 = "29.99" }, "unmet" },
  { "junior_library", "13 classes by student: 0.28", { junior_classes = 13, junior_students = 100, library_area_m2 = 28 }, "met" },
  { "junior_library", "13 classes by student: too small", { junior_classes = 13, junior_students = 100, library_area_m2 = "27.99" }, "unmet" },
  { "junior_library", "not known", { library_area_m2 = missing }, "undetermined" },
  { "junior_sports", "tracks: exactly", {}, "met" },
  { "junior_sports", "loop too short", { loop_track_m = "199.99" }, "unmet" },
  { "junior_sports", "straight too short", { straight_track_m = "99.99" }, "unmet" },
  -- 900 students: 5310, 3780, 3150 m²
  { "junior_sports", "11 classes: 5.9", { junior_classes = 11, loop_track_m = 0, sports_ground_area_m2 = 5310 }, "met" },
  { "junior_sports", "11 classes: too small", { junior_classes = 11, loop_track_m = 0, sports_ground_area_m2 = "5309.99" }, "unmet" },
  { "junior_sports", "12 classes: 4.2", { junior_classes = 12, loop_track_m = 0, sports_ground_area_m2 = 3780 }, "met" },
  { "junior_sports", "18 classes: too small", { loop_track_m = 0, sports_ground_area_m2 = "3779.99" }, "unmet" },
  { "junior_sports", "19 classes: 3.5", { junior_classes = 19, loop_track_m = 0, sports_ground_area_m2 = 3150 }, "met" },
  { "junior_sports", "19 classes: too small", { junior_classes = 19, loop_track_m = 0, sports_ground_area_m2 = "3149.99" }, "unmet" },
  { "junior_sports", "not known", { loop_track_m = missing }, "undetermined" },
}
for _, line in ipairs(lines) do
  case (line[1] .. ": " .. line[2]) { rule = line[1], given = like "a junior school" (line[3]), expect = line[4] }
end
for _, rule in ipairs { "junior_classroom", "junior_lab", "junior_library", "junior_computer_room", "junior_sports" } do
  case (rule .. ": a nine-year school") { rule = rule, given = like "a junior school" { school_type = "nine_year_school" }, expect = "not_applicable" }
end
case "a junior school without students" { rule = "junior_sports", given = like "a junior school" { junior_students = 0, loop_track_m = 0 }, expect = "not_applicable" }
case "a junior school with one" { rule = "junior_sports", given = like "a junior school" { junior_students = 1, loop_track_m = 0 }, expect = "unmet" }
case "county: a junior school fails" { rule = "gate", given = { schools = { usual, like "a junior school" { loop_track_m = 0 } } }, expect = "unmet" }
