-- Cases of the scope of schools and of the split of shared facilities, from whole schools.

-- 166 primary and 210 junior students are 397 weighted students (166 + 1.1 · 210). The published example shares
-- 23226 among them: 58.504 for a primary, 64.354 for a junior student.
example "a nine-year school" {
  school_type = "nine_year_school", primary_students = 166, junior_students = 210,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 16, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 4, primary_pe_teachers = 2, primary_music_teachers = 1, primary_fine_arts_teachers = 1,
  primary_arts_teachers = 0,
  junior_bachelor_teachers = 20, junior_master_teachers = 0, junior_doctor_teachers = 0,
  junior_backbone_teachers = 4, junior_pe_teachers = 2, junior_music_teachers = 1, junior_fine_arts_teachers = 1,
  junior_arts_teachers = 0,
  teaching_area_m2 = 23226, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 23226, equipment_value_wan_yuan = 23226,
  multimedia_rooms = 100,
}

-- Two indicators must fail for a school to fail: the equipment is below its floor in all of these.
local function shared(cells)
  local school = like "a nine-year school" { equipment_value_wan_yuan = 0 }
  for column, value in pairs(cells) do
    school[column] = value
  end
  return { schools = { school } }
end

case "a nine-year school with plenty of everything" {
  rule = "all_schools", given = { schools = { like "a nine-year school" {} } }, expect = "met",
}
case "one indicator below its floor fails it" {
  rule = "all_schools", given = shared {}, expect = "unmet",
}

-- Sports ground alone at fault: 85 % of 10.2 is 8.67 for a junior student, so 397 · 8.67 / 1.1 = 3129.08… m² in all.
case "the junior part at its floor: 3129.09 square metres" {
  rule = "all_schools",
  given = { schools = { like "a nine-year school" { sports_ground_area_m2 = "3129.09" } } }, expect = "met",
}
case "the junior part below its floor: 3129.08 square metres" {
  rule = "all_schools",
  given = { schools = { like "a nine-year school" { sports_ground_area_m2 = "3129.08" } } }, expect = "unmet",
}

-- Teachers are never split: those of the junior stage do not help the primary stage.
case "a primary stage without teachers of its own fails" {
  rule = "all_schools",
  given = { schools = { like "a nine-year school" { primary_bachelor_teachers = 0 } } }, expect = "unmet",
}

-- Complete secondary school: 100 junior and 150 senior students are 100 + 1.2 · 150 = 280 weighted students.
example "a complete secondary school" {
  school_type = "complete_secondary", junior_students = 100, senior_students = 150,
  junior_bachelor_teachers = 10, junior_master_teachers = 0, junior_doctor_teachers = 0,
  junior_backbone_teachers = 2, junior_pe_teachers = 1, junior_music_teachers = 1, junior_fine_arts_teachers = 1,
  junior_arts_teachers = 0,
  teaching_area_m2 = 5000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 5000, equipment_value_wan_yuan = 5000,
  multimedia_rooms = 100,
}
case "280 weighted students need 2427.6 square metres of ground at the floor" {
  rule = "all_schools",
  given = { schools = { like "a complete secondary school" { sports_ground_area_m2 = "2427.6" } } }, expect = "met",
}
case "and not a hundredth less" {
  rule = "all_schools",
  given = { schools = { like "a complete secondary school" { sports_ground_area_m2 = "2427.59" } } }, expect = "unmet",
}
case "without the senior students the share is not known" {
  rule = "all_schools",
  given = { schools = { like "a complete secondary school" { sports_ground_area_m2 = "2427.6", senior_students = missing } } },
  expect = "undetermined",
}

-- Twelve-year school: 100 · 1 + 100 · 1.1 + 100 · 1.32 = 342 weighted students; a junior student's floor of 8.67 m²
-- asks for 342 · 8.67 / 1.1 = 2695.58… m².
example "a twelve-year school" {
  school_type = "twelve_year_school", primary_students = 100, junior_students = 100, senior_students = 100,
  primary_diploma_teachers = 0, primary_bachelor_teachers = 10, primary_master_teachers = 0, primary_doctor_teachers = 0,
  primary_backbone_teachers = 2, primary_pe_teachers = 1, primary_music_teachers = 1, primary_fine_arts_teachers = 1,
  primary_arts_teachers = 0,
  junior_bachelor_teachers = 10, junior_master_teachers = 0, junior_doctor_teachers = 0,
  junior_backbone_teachers = 2, junior_pe_teachers = 1, junior_music_teachers = 1, junior_fine_arts_teachers = 1,
  junior_arts_teachers = 0,
  teaching_area_m2 = 5000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 5000, equipment_value_wan_yuan = 5000,
  multimedia_rooms = 100,
}
case "342 weighted students and 2695.59 square metres" {
  rule = "all_schools",
  given = { schools = { like "a twelve-year school" { sports_ground_area_m2 = "2695.59" } } }, expect = "met",
}
case "342 weighted students and 2695.58 square metres" {
  rule = "all_schools",
  given = { schools = { like "a twelve-year school" { sports_ground_area_m2 = "2695.58" } } }, expect = "unmet",
}

-- Whole schools that are not judged by their resources.
case "special and vocational schools do not enter" {
  rule = "all_schools",
  given = {
    schools = {
      { school_type = "special_education", primary_students = 60, junior_students = 20 },
      { school_type = "vocational_junior", junior_students = 200 },
    },
  },
  expect = "met",
}

-- A doctorate counts, a college diploma counts in the primary stage only.
case "diplomas do not count in the junior stage" {
  rule = "higher_degree_teachers_per_100",
  given = {
    stage = "junior", school_type = "junior_school", junior_students = 100, junior_diploma_teachers = 9,
    junior_bachelor_teachers = 3, junior_master_teachers = 1, junior_doctor_teachers = 1,
  },
  expect = { verdict = "unmet", measure = "5" },
}
case "diplomas count in the primary stage" {
  rule = "higher_degree_teachers_per_100",
  given = {
    stage = "primary", school_type = "primary_school", primary_students = 100, primary_diploma_teachers = 2,
    primary_bachelor_teachers = 1, primary_master_teachers = 1, primary_doctor_teachers = 1,
  },
  expect = { verdict = "met", measure = "5" },
}
case "a blank among the teachers cannot matter where the others suffice" {
  rule = "pe_art_teachers_per_100",
  given = {
    stage = "primary", school_type = "primary_school", primary_students = 400, primary_pe_teachers = 3,
    primary_music_teachers = missing, primary_fine_arts_teachers = 1, primary_arts_teachers = 0,
  },
  expect = "met",
}
case "a blank among the teachers matters where they do not" {
  rule = "pe_art_teachers_per_100",
  given = {
    stage = "primary", school_type = "primary_school", primary_students = 400, primary_pe_teachers = 2,
    primary_music_teachers = missing, primary_fine_arts_teachers = 1, primary_arts_teachers = 0,
  },
  expect = "undetermined",
}
