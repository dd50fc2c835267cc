-- Each reading is a switch and, below it, what it changes. All are off; `--switch ID`, a reform or an overlay turns one
-- on. Where two of them change the same number for the same school, the one that stands first here counts.
--
-- X1 to X5 are relaxations that a provincial capital's files quote from the national working rules (规程), for three
-- years whose beginning is not known; no national text was seen. A province that applies them writes them as `relax`,
-- so that the report tells who passes by them and what is owed.
--
-- Not here, because no word says it: campuses that are not counted as schools, merged into their main school (sums go
-- down the tables, not across to another row of the same table); a spread rounded before it is compared.

local quoted = { zh = "见于地方文件引用的规程", en = "from the working rules as a city quotes them" }

-- Rounding -------------------------------------------------------------------------------------------------

switch "round_before_comparing" {
  name = { zh = "七项指标先取两位小数再比较", en = "The seven are rounded to two decimals before they are compared" },
  clause = "第六条", certainty = "unverified",
  note = { zh = "未见取整规定；打开后差异系数也按取整后的数计算，与取整的公开程序一致",
    en = "no rule on rounding was seen; the spreads are then made of the rounded figures, as in the program that rounds" },
}

change "higher_degree_teachers_per_100.measure" {
  was = stage.higher_degree_teachers / stage.students,
  now = rounded(stage.higher_degree_teachers / stage.students, 2, "teacher/(100 student)"),
  when = switch "round_before_comparing", clause = "第六条（一）",
}
change "backbone_teachers_per_100.measure" {
  was = stage.backbone_teachers / stage.students,
  now = rounded(stage.backbone_teachers / stage.students, 2, "teacher/(100 student)"),
  when = switch "round_before_comparing", clause = "第六条（二）",
}
change "pe_art_teachers_per_100.measure" {
  was = stage.pe_art_teachers / stage.students,
  now = rounded(stage.pe_art_teachers / stage.students, 2, "teacher/(100 student)"),
  when = switch "round_before_comparing", clause = "第六条（三）",
}
change "teaching_area_per_student.measure" {
  was = (stage.teaching_area_m2 - stage.indoor_sports_area_m2) / stage.students,
  now = rounded((stage.teaching_area_m2 - stage.indoor_sports_area_m2) / stage.students, 2, "m2/student"),
  when = switch "round_before_comparing", clause = "第六条（四）",
}
change "sports_area_per_student.measure" {
  was = (stage.sports_ground_area_m2 + stage.indoor_sports_area_m2) / stage.students,
  now = rounded((stage.sports_ground_area_m2 + stage.indoor_sports_area_m2) / stage.students, 2, "m2/student"),
  when = switch "round_before_comparing", clause = "第六条（五）",
}
change "equipment_value_per_student.measure" {
  was = stage.equipment_value / stage.students,
  now = rounded(stage.equipment_value / stage.students, 2, "yuan/student"),
  when = switch "round_before_comparing", clause = "第六条（六）",
}
change "multimedia_rooms_per_100.measure" {
  was = stage.multimedia_rooms / stage.students,
  now = rounded(stage.multimedia_rooms / stage.students, 2, "room/(100 student)"),
  when = switch "round_before_comparing", clause = "第六条（七）",
}

-- Small schools --------------------------------------------------------------------------------------------

switch "small_schools_left_out" {
  name = { zh = "独立设置的不足50人学校也不参加资源配置评估", en = "Independent schools below 50 students are left out, too" },
  clause = "第六条", certainty = "unverified",
  note = { zh = "省级办法只排除不足50人的教学点；独立小学未见规定",
    en = "provincial texts leave out teaching points; of independent schools nothing was found" },
}

change "stage.enters_resource_part" {
  was = all_of {
    stage.students:above(0),
    none_of {
      school.school_type:is "teaching_point" & stage.students:below(parameter "teaching_point_students"),
    },
  },
  now = all_of { stage.students:above(0), stage.students:at_least(parameter "teaching_point_students") },
  when = switch "small_schools_left_out", clause = "第六条",
}

-- Rooms of either kind -------------------------------------------------------------------------------------

switch "rooms_of_either_kind" {
  name = { zh = "每12个班级音乐或美术专用教室合计1间", en = "One room for music or art for every 12 classes" },
  clause = "第七条（三）", certainty = "unverified",
  note = { zh = "原文另一读法：两类教室合并计数，面积各按其标准", en = "the other reading: the two kinds are counted together, each by its own area" },
}

quantity "full_music_rooms" {
  of = school, name = { zh = "面积达标音乐专用教室", en = "music rooms of the full area" }, clause = "第七条（三）",
  value = count(school.rooms, { kind = "music", area_m2 = at_least(96) }),
}
quantity "full_art_rooms" {
  of = school, name = { zh = "面积达标美术专用教室", en = "art rooms of the full area" }, clause = "第七条（三）",
  value = count(school.rooms, { kind = "fine_arts", area_m2 = at_least(90) }),
}
-- What is said below of the areas is said of both.
local music_areas = { "music_rooms.area_m2.at_least", "full_music_rooms.area_m2.at_least" }
local art_areas = { "art_rooms.area_m2.at_least", "full_art_rooms.area_m2.at_least" }

change "music_rooms.measure" {
  was = count(school.rooms, { kind = "music", area_m2 = at_least(96) }), now = school.full_music_rooms + school.full_art_rooms,
  when = switch "rooms_of_either_kind", clause = "第七条（三）",
}
change "art_rooms.measure" {
  was = count(school.rooms, { kind = "fine_arts", area_m2 = at_least(90) }), now = school.full_music_rooms + school.full_art_rooms,
  when = switch "rooms_of_either_kind", clause = "第七条（三）",
}

-- X1: visiting teachers ------------------------------------------------------------------------------------

switch "visiting_teachers_count" {
  name = { zh = "小规模学校轮岗、兼职、走教教师计入体育艺术教师", en = "Visiting teachers count at small rural schools" },
  clause = "第六条（三）", certainty = "provincial",
  note = { zh = "50人以上不足100人的农村小规模学校和教学点；是否计入差异系数未见规定，打开后计入",
    en = "rural schools and teaching points of 50 to 99 students; whether they enter the spread, too, is not said; here they do" },
}

quantity "is_small_and_rural" {
  of = stage, name = { zh = "50人以上不足100人的乡村学校、教学点", en = "rural or a teaching point, 50 to 99 students" },
  clause = "第六条（三）", certainty = "provincial", note = quoted,
  value = all_of {
    school.school_type:is "teaching_point" | school.area_type:is "rural",
    stage.students:at_least(50), stage.students:below(100),
  },
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
      + school.primary_fine_arts_teachers + school.primary_arts_teachers + school.primary_visiting_pe_art_teachers,
    junior = school.junior_pe_teachers + school.junior_music_teachers
      + school.junior_fine_arts_teachers + school.junior_arts_teachers + school.junior_visiting_pe_art_teachers,
  },
  when = switch "visiting_teachers_count" & stage.is_small_and_rural, clause = "第六条（三）",
}

-- X2: grounds on roofs and off campus ----------------------------------------------------------------------

switch "other_grounds_count" {
  name = { zh = "中心城区学校改建、租用运动场地计入", en = "Converted and leased grounds count in the over-dense core of cities" },
  clause = "第六条（五）", certainty = "provincial", note = quoted,
}

change "stage.sports_ground_area_m2" {
  was = share(school.sports_ground_area_m2, split "shared_facilities"),
  now = share(school.sports_ground_area_m2 + school.converted_sports_area_m2 + school.leased_sports_area_m2,
    split "shared_facilities"),
  when = switch "other_grounds_count" & school.is_in_dense_core, clause = "第六条（五）",
}

-- X4: rooms where no class has thirty students -------------------------------------------------------------
-- Before X3, as it asks for less: of two relaxations the smaller area counts.

switch "small_classes_have_smaller_rooms" {
  name = { zh = "最大班额不足30人的农村小规模学校专用教室面积放宽", en = "Smaller rooms in rural schools without a class of thirty" },
  clause = "第七条（三）", certainty = "provincial",
  note = { zh = "须有达标规划；有初中学段的按初中面积（推断）；两项放宽都适用的取其小",
    en = "with a plan; whoever has a junior stage needs the junior area (inferred); of two relaxations the smaller area counts" },
}

quantity "has_small_classes" {
  of = school, name = { zh = "最大班额不足30人的乡村学校、教学点，有达标规划", en = "rural or a teaching point, no class of thirty, with a plan" },
  clause = "第七条（三）", certainty = "provincial", note = quoted,
  value = all_of {
    school.school_type:is "teaching_point" | school.area_type:is "rural",
    every(school.stages, stage.largest_class:below(30), stage.students:above(0)),
    school.has_completion_plan,
  },
}
quantity "has_small_primary_classes" {
  of = school, name = { zh = "此类学校，只有小学学段", en = "such a school, primary only" }, clause = "第七条（三）",
  certainty = "provincial", note = quoted,
  value = school.has_small_classes & school.school_type:is_one_of { "primary_school", "teaching_point" },
}

for _, area in ipairs(music_areas) do
  change(area) {
    was = 96, now = 54, when = switch "small_classes_have_smaller_rooms" & school.has_small_primary_classes,
    clause = "第七条（三）",
  }
  change(area) {
    was = 96, now = 61, when = switch "small_classes_have_smaller_rooms" & school.has_small_classes,
    clause = "第七条（三）",
  }
end
for _, area in ipairs(art_areas) do
  change(area) {
    was = 90, now = 54, when = switch "small_classes_have_smaller_rooms" & school.has_small_primary_classes,
    clause = "第七条（三）",
  }
  change(area) {
    was = 90, now = 61, when = switch "small_classes_have_smaller_rooms" & school.has_small_classes,
    clause = "第七条（三）",
  }
end

-- X3: rooms in schools built by 2016 -----------------------------------------------------------------------

switch "older_rooms_are_smaller" {
  name = { zh = "2016年及以前建成学校专用教室面积放宽", en = "Smaller rooms in schools built by 2016" },
  clause = "第七条（三）", certainty = "provincial",
  note = { zh = "须有达标规划，认定后三年内达标", en = "with a plan, and the full standard within three years of recognition" },
}

quantity "has_older_rooms" {
  of = school, name = { zh = "2016年及以前建成，有达标规划", en = "built by 2016, with a plan" },
  clause = "第七条（三）", certainty = "provincial", note = quoted,
  value = school.built_year:at_most(2016) & school.has_completion_plan,
}

for _, area in ipairs(music_areas) do
  change(area) {
    was = 96, now = 73, when = switch "older_rooms_are_smaller" & school.has_older_rooms, clause = "第七条（三）",
  }
end
for _, area in ipairs(art_areas) do
  change(area) {
    was = 90, now = 67, when = switch "older_rooms_are_smaller" & school.has_older_rooms, clause = "第七条（三）",
  }
end

-- X5: larger schools ---------------------------------------------------------------------------------------

parameter "mostly_migrants" { value = percent(50), clause = "第七条（四）", certainty = "provincial" }
switch "older_schools_are_larger" {
  name = { zh = "2010年及以前建成或随迁子女过半学校规模放宽", en = "Larger schools, if built by 2010 or with mostly migrant children" },
  clause = "第七条（四）", certainty = "provincial",
  note = { zh = "须有达标规划，认定后三年内达标；只提到九年一贯制学校，十二年一贯制学校不放宽",
    en = "with a plan, and the full standard within three years; of through-schools only nine-year schools are named" },
}

quantity "may_be_larger" {
  of = school, name = { zh = "2010年及以前建成或随迁子女过半，有达标规划", en = "built by 2010 or mostly migrant children, with a plan" },
  clause = "第七条（四）", certainty = "provincial", note = quoted,
  value = all_of {
    any_of {
      school.built_year:at_most(2010),
      (school.migrant_students / school.compulsory_students):above(parameter "mostly_migrants"),
    },
    school.has_completion_plan,
  },
}

change "school_size" {
  was = 2000, now = 2400, when = switch "older_schools_are_larger" & school.may_be_larger, clause = "第七条（四）",
}
change "through_school_size" {
  was = 2500, now = 3000, clause = "第七条（四）",
  when = all_of { switch "older_schools_are_larger", school.may_be_larger, school.school_type:is "nine_year_school" },
}
