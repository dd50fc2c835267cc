-- The relaxations that the national working rules (规程) allow for three years, as Shenyang's list quotes them:
-- X1 to X5. X6 (weights of shared facilities) and X7 (a room for every part of twelve classes) are in the national pack.
--
-- When the three years begin is not known: the rules of 2019 (国教督办函〔2019〕30号) may have been revised since.
-- The city's list quotes them as running, so they are taken to run from its own first day. Whoever has the text
-- of the rules changes the day here.

local ends = "2025-01-01"
local note = { zh = "三年起算日未见，以本市文件首日起算，未核实",
  en = "when the three years begin was not seen; counted from the first day of the city's list, not verified" }
local full_standard = { zh = "按规划建设，跟踪落实，认定后三年内达到国家标准",
  en = "build as planned, be followed up, reach the full standard within three years of recognition" }

-- X1: teachers who rotate, teach part-time or travel between schools, at small rural schools
parameter "visiting_teachers_counted" {
  name = { zh = "轮岗、兼职、走教教师计入比例", en = "share of visiting teachers that is counted" },
  value = 0, unit = "percent", clause = "规程放宽条款（体育艺术教师）",
}
change "stage.pe_art_teachers" {
  was = by_stage {
    primary = school.primary_pe_teachers + school.primary_music_teachers
      + school.primary_fine_arts_teachers + school.primary_arts_teachers,
    junior = school.junior_pe_teachers + school.junior_music_teachers
      + school.junior_fine_arts_teachers + school.junior_arts_teachers,
  },
  now = by_stage {
    primary = school.primary_pe_teachers + school.primary_music_teachers
      + school.primary_fine_arts_teachers + school.primary_arts_teachers
      + school.primary_visiting_pe_art_teachers * parameter "visiting_teachers_counted",
    junior = school.junior_pe_teachers + school.junior_music_teachers
      + school.junior_fine_arts_teachers + school.junior_arts_teachers
      + school.junior_visiting_pe_art_teachers * parameter "visiting_teachers_counted",
  },
  clause = "规程放宽条款（体育艺术教师）",
}
quantity "is_small_rural_school" {
  of = school, name = { zh = "50人以上不足100人的农村小规模学校", en = "small rural school, 50 to 99 students" },
  clause = "规程放宽条款（体育艺术教师）", certainty = "inferred",
  note = { zh = "农村小规模学校按乡村学校和教学点认定（推断）", en = "rural schools and teaching points are taken to be meant (inferred)" },
  value = all_of {
    any_of { school.school_type:is "teaching_point", school.area_type:is "rural" },
    school.compulsory_students:at_least(50),
    school.compulsory_students:below(100),
  },
}
relax "visiting_teachers_counted" {
  when = school.is_small_rural_school, was = 0, now = 100, until_date = ends, clause = "规程放宽条款（体育艺术教师）", note = note,
}

-- X2: grounds in basements, on roofs and off campus, in the over-dense core of the city
parameter "other_grounds_counted" {
  name = { zh = "改建、租用运动场地计入比例", en = "share of converted and leased grounds that is counted" },
  value = 0, unit = "percent", clause = "规程放宽条款（体育场馆）",
}
quantity "is_leased_ground_fit" {
  of = school, name = { zh = "租用运动场馆符合条件", en = "the leased venue meets the conditions" },
  clause = "规程放宽条款（体育场馆）",
  value = all_of {
    school.has_leased_ground_contract, school.is_leased_ground_exclusive,
    school.leased_ground_walk_minutes:at_most(10), school.is_leased_ground_route_safe,
  },
}
quantity "other_grounds_m2" {
  of = school, name = { zh = "改建和租用运动场地面积", en = "converted and leased sports grounds" },
  value = school.converted_sports_area_m2
    + choose(school.is_leased_ground_fit, school.leased_sports_area_m2, number(0, "m2")),
}
change "stage.sports_ground_area_m2" {
  was = share(school.sports_ground_area_m2, split "shared_facilities"),
  now = share(school.sports_ground_area_m2 + school.other_grounds_m2 * parameter "other_grounds_counted",
    split "shared_facilities"),
  clause = "规程放宽条款（体育场馆）",
}
relax "other_grounds_counted" {
  when = school.is_in_dense_core, was = 0, now = 100, until_date = ends, clause = "规程放宽条款（体育场馆）", note = note,
}

-- X3: rooms for music and art in schools planned and built by 2016
quantity "may_have_rooms_of_2016" {
  of = school, name = { zh = "2016年及以前规划建成，有达标规划", en = "planned and built by 2016, with a plan for the full standard" },
  clause = "规程放宽条款（2016年前建成学校专用教室）",
  value = school.built_year:at_most(2016) & school.has_completion_plan,
}
relax "music_rooms.area_m2.at_least" {
  when = school.may_have_rooms_of_2016, was = 96, now = 73, until_date = ends,
  clause = "规程放宽条款（2016年前建成学校专用教室）", duty = full_standard, due_years = 3, note = note,
}
relax "art_rooms.area_m2.at_least" {
  when = school.may_have_rooms_of_2016, was = 90, now = 67, until_date = ends,
  clause = "规程放宽条款（2016年前建成学校专用教室）", duty = full_standard, due_years = 3, note = note,
}

-- X4: the same rooms in small rural schools, where no class has thirty students. It comes after X3, so that a
-- school to which both apply has the smaller area.
quantity "has_small_classes" {
  of = school, name = { zh = "最大班额不足30人的农村小规模学校，有达标规划", en = "rural, no class of thirty, with a plan for the full standard" },
  clause = "规程放宽条款（农村小规模学校专用教室）", certainty = "inferred",
  note = { zh = "有初中学段的按初中面积（推断）", en = "whoever has a junior stage needs the junior area (inferred)" },
  value = all_of {
    any_of { school.school_type:is "teaching_point", school.area_type:is "rural" },
    every(school.stages, stage.largest_class:below(30), stage.students:above(0)),
    school.has_completion_plan,
  },
}
quantity "has_small_primary_classes" {
  of = school, name = { zh = "此类学校，只有小学学段", en = "such a school, primary only" },
  value = school.has_small_classes & school.school_type:is_one_of { "primary_school", "teaching_point" },
}
quantity "has_small_junior_classes" {
  of = school, name = { zh = "此类学校，有初中学段", en = "such a school with a junior stage" },
  value = school.has_small_classes & school.school_type:is_one_of {
    "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school",
  },
}
relax "music_rooms.area_m2.at_least" {
  when = school.has_small_primary_classes, was = 96, now = 54, until_date = ends,
  clause = "规程放宽条款（农村小规模学校专用教室）", duty = full_standard, due_years = 3, note = note,
}
relax "music_rooms.area_m2.at_least" {
  when = school.has_small_junior_classes, was = 96, now = 61, until_date = ends,
  clause = "规程放宽条款（农村小规模学校专用教室）", duty = full_standard, due_years = 3, note = note,
}
relax "art_rooms.area_m2.at_least" {
  when = school.has_small_primary_classes, was = 90, now = 54, until_date = ends,
  clause = "规程放宽条款（农村小规模学校专用教室）", duty = full_standard, due_years = 3, note = note,
}
relax "art_rooms.area_m2.at_least" {
  when = school.has_small_junior_classes, was = 90, now = 61, until_date = ends,
  clause = "规程放宽条款（农村小规模学校专用教室）", duty = full_standard, due_years = 3, note = note,
}

-- X5: size of schools planned and built by 2010, or with more than half migrant children
parameter "migrant_share" {
  name = { zh = "随迁子女占比", en = "share of migrant children" },
  value = 50, unit = "percent", clause = "规程放宽条款（学校规模）",
}
quantity "may_be_larger" {
  of = school, name = { zh = "2010年及以前规划建成，或随迁子女超过一半，有达标规划",
    en = "planned and built by 2010 or more than half migrant children, with a plan for the full standard" },
  clause = "规程放宽条款（学校规模）",
  value = all_of {
    any_of {
      school.built_year:at_most(2010),
      (school.migrant_students / school.compulsory_students):above(parameter "migrant_share"),
    },
    school.has_completion_plan,
  },
}
quantity "may_be_larger_nine_year" {
  of = school, name = { zh = "此类学校中的九年一贯制学校", en = "such a nine-year school" },
  certainty = "inferred",
  note = { zh = "放宽条款只提到九年一贯制学校，十二年一贯制学校不放宽", en = "only nine-year schools are named, so twelve-year schools are not relaxed" },
  value = school.may_be_larger & school.school_type:is "nine_year_school",
}
relax "school_size" {
  when = school.may_be_larger, was = 2000, now = 2400, until_date = ends,
  clause = "规程放宽条款（学校规模）", duty = full_standard, due_years = 3, note = note,
}
relax "through_school_size" {
  when = school.may_be_larger_nine_year, was = 2500, now = 3000, until_date = ends,
  clause = "规程放宽条款（学校规模）", duty = full_standard, due_years = 3, note = note,
}
