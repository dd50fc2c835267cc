-- Primary schools: each of the two ways on its line and just below; rows of the library at their edges.

-- 12 classes of 40: 480 students. By student 1.35 m² are 648 m² of classrooms, 0.22 are 105.6 m² of library.
-- One science room of 76.4 m² over classes of 40 is exactly 1.91.
local usual = { school_type = "primary_school", organiser = "education_department", area_type = "town", primary_students = 480, primary_classes = 12,
  classroom_area_m2 = 648, smallest_classroom_m2 = 50, lab_area_m2 = "76.4", lab_rooms = 1, smallest_lab_m2 = "76.4", library_area_m2 = 120,
  computer_room_area_m2 = "76.4", computer_rooms = 1, smallest_computer_room_m2 = "76.4",
  has_dirt_ground = false, loop_track_m = 150, straight_track_m = 60, court_area_m2 = 0, is_in_mountains = false }
example "a primary school" (usual)

local lines = {
  { "primary_classroom", "by student: exactly", {}, "met" },
  { "primary_classroom", "by student: too little", { classroom_area_m2 = "647.99" }, "unmet" },
  { "primary_classroom", "each: exactly", { classroom_area_m2 = 0, smallest_classroom_m2 = 61 }, "met" },
  { "primary_classroom", "each: too small", { classroom_area_m2 = 0, smallest_classroom_m2 = "60.99" }, "unmet" },
  { "primary_classroom", "the smallest not known", { classroom_area_m2 = 0, smallest_classroom_m2 = missing }, "undetermined" },
  { "primary_classroom", "one way is enough", { smallest_classroom_m2 = missing }, "met" },
  { "primary_lab", "by student: exactly", {}, "met" },
  { "primary_lab", "by student: too small", { lab_area_m2 = "76.39" }, "unmet" },
  { "primary_lab", "two rooms: their mean counts", { lab_rooms = 2 }, "unmet" },
  { "primary_lab", "each: exactly", { lab_area_m2 = 0, smallest_lab_m2 = 86 }, "met" },
  { "primary_lab", "each: too small", { lab_area_m2 = 0, smallest_lab_m2 = "85.99" }, "unmet" },
  { "primary_lab", "there is none", { lab_rooms = 0 }, "unmet" },
  { "primary_lab", "not known", { lab_rooms = missing }, "undetermined" },
  { "primary_computer_room", "by student: exactly", {}, "met" },
  { "primary_computer_room", "by student: too small", { computer_room_area_m2 = "76.39" }, "unmet" },
  { "primary_computer_room", "each: exactly", { computer_room_area_m2 = 0, smallest_computer_room_m2 = 86 }, "met" },
  { "primary_computer_room", "each: too small", { computer_room_area_m2 = 0, smallest_computer_room_m2 = "85.99" }, "unmet" },
  { "primary_computer_room", "there is none", { computer_rooms = 0 }, "unmet" },
  { "primary_computer_room", "not known", { computer_rooms = missing }, "undetermined" },
  -- with very many students only the table helps
  { "primary_library", "6 classes: 80", { primary_classes = 6, primary_students = 5000, library_area_m2 = 80 }, "met" },
  { "primary_library", "6 classes: too small", { primary_classes = 6, primary_students = 5000, library_area_m2 = "79.99" }, "unmet" },
  { "primary_library", "7 classes: 120", { primary_classes = 7, primary_students = 5000, library_area_m2 = "119.99" }, "unmet" },
  { "primary_library", "12 classes: 120", { primary_students = 5000 }, "met" },
  { "primary_library", "12 classes: too small", { primary_students = 5000, library_area_m2 = "119.99" }, "unmet" },
  { "primary_library", "13 classes: 170", { primary_classes = 13, primary_students = 5000, library_area_m2 = "169.99" }, "unmet" },
  { "primary_library", "18 classes: 170", { primary_classes = 18, primary_students = 5000, library_area_m2 = 170 }, "met" },
  { "primary_library", "19 classes: 220", { primary_classes = 19, primary_students = 5000, library_area_m2 = "219.99" }, "unmet" },
  { "primary_library", "24 classes: 220", { primary_classes = 24, primary_students = 5000, library_area_m2 = 220 }, "met" },
  -- with few students, so many square metres for each: 100 students, 29 or 22 m²
  { "primary_library", "6 classes by student: 0.29", { primary_classes = 6, primary_students = 100, library_area_m2 = 29 }, "met" },
  { "primary_library", "6 classes by student: too small", { primary_classes = 6, primary_students = 100, library_area_m2 = "28.99" }, "unmet" },
  { "primary_library", "7 classes by student: 0.22", { primary_classes = 7, primary_students = 100, library_area_m2 = 22 }, "met" },
  { "primary_library", "7 classes by student: too small", { primary_classes = 7, primary_students = 100, library_area_m2 = "21.99" }, "unmet" },
  { "primary_library", "not known", { library_area_m2 = missing }, "undetermined" },
  { "primary_sports", "tracks: exactly", {}, "met" },
  { "primary_sports", "loop too short", { loop_track_m = "149.99" }, "unmet" },
  { "primary_sports", "straight too short", { straight_track_m = "59.99" }, "unmet" },
  { "primary_sports", "dirt", { has_dirt_ground = true }, "unmet" },
  { "primary_sports", "mountains and country: a court", { is_in_mountains = true, area_type = "rural", loop_track_m = 0, court_area_m2 = 420 }, "met" },
  { "primary_sports", "mountains and country: a court too small", { is_in_mountains = true, area_type = "rural", loop_track_m = 0, court_area_m2 = "419.99" }, "unmet" },
  { "primary_sports", "country, no mountains", { area_type = "rural", loop_track_m = 0, court_area_m2 = 420 }, "unmet" },
  { "primary_sports", "mountains, a town", { is_in_mountains = true, loop_track_m = 0, court_area_m2 = 420 }, "unmet" },
  { "primary_sports", "not known", { loop_track_m = missing }, "undetermined" },
}
for _, line in ipairs(lines) do
  case (line[1] .. ": " .. line[2]) { rule = line[1], given = like "a primary school" (line[3]), expect = line[4] }
end
for _, rule in ipairs { "primary_classroom", "primary_lab", "primary_library", "primary_computer_room", "primary_sports" } do
  case (rule .. ": a junior school") { rule = rule, given = { school_type = "junior_school", organiser = "education_department", junior_students = 100 }, expect = "not_applicable" }
  case (rule .. ": private") { rule = rule, given = like "a primary school" { organiser = "private" }, expect = "not_applicable" }
end
case "without students nothing is asked" { rule = "primary_sports", given = like "a primary school" { primary_students = 0, loop_track_m = 0 }, expect = "not_applicable" }
case "of one student it is" { rule = "primary_sports", given = like "a primary school" { primary_students = 1, loop_track_m = 0 }, expect = "unmet" }

case "county: all that was seen" { rule = "gate", given = { schools = { usual } }, expect = "met" }
case "county: one school fails" { rule = "gate", given = { schools = { usual, like "a primary school" { has_dirt_ground = true } } }, expect = "unmet" }
case "county: one is not known" { rule = "gate", given = { schools = { usual, like "a primary school" { lab_rooms = missing } } }, expect = "undetermined" }
