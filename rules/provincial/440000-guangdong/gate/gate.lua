-- 表Ⅱ-2: eleven indicators in the order of the form. Where a junior school's value was not seen, whether it
-- reaches it is not known, and so it neither passes nor counts as missed.

section "eleven" { name = { zh = "十一项指标", en = "Eleven indicators" }, clause = "表Ⅱ-2", only_where = stage.is_assessed }

-- Something of which only the primary value was seen.
local not_seen = { zh = "初中的标准未见；九年一贯制学校按全校计算（推断）", en = "not seen for junior schools; a nine-year school is taken as a whole (inferred)" }

parameter "primary_floor_area" { value = "5.16", unit = "m2/student", clause = "表Ⅱ-2 L1" }
indicator "building_area_per_student" {
  name = { zh = "1 生均校舍建筑面积", en = "1 Floor area per student" },
  clause = "表Ⅱ-2 L1", of = stage, unit = "m2/student",
  measure = school.building_area_m2 / school.all_students,
  at_least = by_stage { primary = parameter "primary_floor_area", junior = unknown_between(number(0, "m2/student"), number(1000, "m2/student")) },
  note = not_seen,
}
indicator "sports_ground" {
  name = { zh = "2 体育活动场地", en = "2 Sports ground" },
  clause = "表Ⅱ-2 L3—L4、注1", of = stage,
  holds = school.has_track_of_standard & (school.has_basketball_court_of_standard | school.has_other_sports_area_of_standard),
  note = { zh = "田径场必填，篮球场与其他运动面积两列任选其一；各规模的标准未见，由学校对照后填写",
    en = "the track always, courts or other area as one likes; what is asked of each size was not seen, schools state the result" },
}
parameter "primary_science_rooms" { value = 1, unit = "room", clause = "表Ⅱ-2 L5—L6" }
indicator "laboratories" {
  name = { zh = "3 科学教室（实验室）", en = "3 Science rooms, laboratories" },
  clause = "表Ⅱ-2 L5—L6、注2", of = stage, unit = "room",
  measure = school.science_rooms,
  at_least = by_stage { primary = parameter "primary_science_rooms", junior = unknown_between(number(0, "room"), number(1000, "room")) },
  note = { zh = "初中间数未见，只知19班以下生物、化学实验室可以合设", en = "how many of a junior school was not seen; below 19 classes biology and chemistry may share one" },
}
indicator "computer_rooms" {
  name = { zh = "4 计算机教室", en = "4 Computer rooms" },
  clause = "表Ⅱ-2 L7—L8、注3", of = stage, unit = "room",
  measure = school.computer_rooms,
  at_least = by_stage {
    primary = number(1, "room"),
    junior = steps(school.junior_classes, {
      { up_to = 30, unknown_between(number(1, "room"), number(1000, "room")) },
      { unknown_between(number(2, "room"), number(1001, "room")) },
    }),
  },
  note = { zh = "初中基数未见，31班以上增设1间，故至少1间、2间（推断）", en = "of a junior school not seen, one more from 31 classes on: so at least one, and two (inferred)" },
  certainty = "inferred",
}
parameter "primary_music_and_art_rooms" { value = 1, unit = "room", clause = "表Ⅱ-2 L9—L10" }
indicator "music_and_art_rooms" {
  name = { zh = "5 音乐、美术教室", en = "5 Rooms for music and art" },
  clause = "表Ⅱ-2 L9—L10", of = stage, unit = "room",
  measure = smaller(school.music_rooms, school.art_rooms),
  at_least = by_stage { primary = parameter "primary_music_and_art_rooms", junior = unknown_between(number(0, "room"), number(1000, "room")) },
  note = not_seen,
}
parameter "primary_equipment_value" { value = 550, unit = "yuan/student", clause = "表Ⅱ-2 L11—L12" }
indicator "equipment_value_per_student" {
  name = { zh = "6 生均教学仪器设备值", en = "6 Equipment per student" },
  clause = "表Ⅱ-2 L11—L12", of = stage, unit = "yuan/student",
  measure = school.equipment_value_wan_yuan / school.all_students,
  at_least = by_stage { primary = parameter "primary_equipment_value", junior = unknown_between(number(0, "yuan/student"), number(100000, "yuan/student")) },
  note = not_seen,
}
parameter "primary_books" { value = 20, unit = "book/student", clause = "表Ⅱ-2 L13—L14" }
indicator "books_per_student" {
  name = { zh = "7 生均图书册数", en = "7 Books per student" },
  clause = "表Ⅱ-2 L13—L14", of = stage, unit = "book/student",
  measure = school.books / school.all_students,
  at_least = by_stage { primary = parameter "primary_books", junior = unknown_between(number(0, "book/student"), number(1000, "book/student")) },
  note = not_seen,
}

-- 8: where three tenths of the students are children of migrants, classes may be larger
indicator "class_size" {
  name = { zh = "8 班额", en = "8 Size of classes" },
  clause = "表Ⅱ-2 L15—L16、注4", of = stage, unit = "student/class",
  measure = stage.largest_class,
  at_most = { primary = 45, junior = 50 },
}
relax "class_size.at_most" {
  when = (school.migrant_students / school.all_students):at_least(percent(30)),
  was = { primary = 45, junior = 50 }, now = { primary = 50, junior = 55 }, clause = "表Ⅱ-2 注4",
}

-- 9: one ratio for the whole county, by what the province set for it
indicator "teachers_per_student" {
  name = { zh = "9 师生比", en = "9 Teachers per student" },
  clause = "表Ⅱ-2 L17—L18、提示", of = stage, unit = "teacher/student",
  measure = stage.teachers / stage.students,
  at_least = by_stage {
    primary = by_choice(county.teacher_ratio_standard, { lower = "0.043", higher = "0.049" }),
    junior = unknown_between(number(0, "teacher/student"), number(1, "teacher/student")),
  },
  note = { zh = "小学两个标准，一个县用一个；初中标准未见", en = "two values for primary schools, one for a county; junior not seen" },
}
indicator "qualified_teachers" {
  name = { zh = "10 教师学历达标率", en = "10 Teachers with the required degree" },
  clause = "表Ⅱ-2 L19—L20", of = stage, unit = "percent", only_where = stage.teachers:above(0),
  measure = stage.qualified_teachers / stage.teachers,
  at_least = 100,
}

-- 11: the province's standard of the year before the application
parameter "year_of_the_form" { value = 2015, unit = "year", clause = "表Ⅱ-2 注5" }
parameter "funds_standard_of_2014" { value = { primary = 950, junior = 1550 }, unit = "yuan/student", clause = "表Ⅱ-2 注5" }
indicator "public_funds_per_student" {
  name = { zh = "11 生均公用经费", en = "11 Public funds per student" },
  clause = "表Ⅱ-2 L21—L22、注5", of = stage, unit = "yuan/student",
  measure = stage.funds_per_student,
  at_least = choose(this_year():equals(parameter "year_of_the_form"), parameter "funds_standard_of_2014",
    by_stage {
      primary = in_year(county.funds_standards, funds_standard.primary_standard_yuan, -1),
      junior = in_year(county.funds_standards, funds_standard.junior_standard_yuan, -1),
    }),
  note = { zh = "2015年申报用2014年标准，以后各年取申报上一年标准", en = "applications of 2015 go by the standard of 2014, later ones by that of the year before" },
}

section "result_of_school" { name = { zh = "学校综合评估", en = "The school" }, clause = "表Ⅱ-2 提示", only_where = stage.is_assessed }

requirement "at_most_two_missed" {
  name = { zh = "不达标指标不超过两项", en = "At most two indicators are missed" },
  clause = "表Ⅱ-2 提示", of = stage,
  holds = at_most_n_fail { 2, of = section "eleven" },
}
