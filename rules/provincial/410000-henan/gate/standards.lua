-- What the standard column asks where it has a figure. Reaching it is the first tier.

section "standards" { name = { zh = "评估标准", en = "Standards" }, clause = "评估表", only_where = stage.is_scored }

-- 一2: tracks of a school, by place; an ordinary size, no prohibition
indicator "fewest_tracks" {
  name = { zh = "学校规模（轨数下限）", en = "Size of the school, from" },
  clause = "一、2", of = stage, certainty = "inferred",
  measure = stage.tracks,
  at_least = by_choice(school.school_type, {
    nine_year_school = 2,
    otherwise = by_stage {
      primary = by_choice(school.area_type, { urban = 2, rural = 1, town = unknown_between(1, 2) }), junior = 4,
    },
  }),
  note = { zh = "原文分农村、城市，镇区归哪类未见；“一般”的规模，是否为一档的条件未见（推断）",
    en = "the text has villages and cities, where towns belong was not seen; \"as a rule\" in the text" },
}
indicator "most_tracks" {
  name = { zh = "学校规模（轨数上限）", en = "Size of the school, up to" },
  clause = "一、2", of = stage, certainty = "inferred",
  measure = stage.tracks,
  at_most = by_choice(school.school_type, {
    nine_year_school = 4,
    otherwise = by_stage {
      primary = by_choice(school.area_type, { urban = 6, rural = 4, town = unknown_between(4, 6) }), junior = 12,
    },
  }),
  note = { zh = "见轨数下限", en = "see above" },
}
indicator "class_size" {
  name = { zh = "班额", en = "Size of classes" },
  clause = "一、2", of = stage, unit = "student/class",
  measure = stage.largest_class,
  at_most = { primary = 45, junior = 50 },
}

-- 一4
indicator "land_per_student" {
  name = { zh = "生均用地面积", en = "Land per student" },
  clause = "一、4", of = stage, unit = "m2/student",
  measure = school.site_area_m2 / school.all_students,
  at_least = { primary = 22, junior = 26 },
}

-- 二1: with boarders more is asked; for a school where some board the figure lies between
parameter "buildings_without_boarders" { value = { primary = "5.2", junior = "6.4" }, unit = "m2/student", clause = "二、1" }
parameter "buildings_all_boarding" { value = { primary = "13.13", junior = "15.31" }, unit = "m2/student", clause = "二、1" }

indicator "building_area_per_student" {
  name = { zh = "生均建筑面积", en = "Floor area per student" },
  clause = "二、1", of = stage, unit = "m2/student", certainty = "inferred",
  measure = school.building_area_m2 / school.all_students,
  at_least = by_choice(school.boarding, {
    none = parameter "buildings_without_boarders",
    part = unknown_between(parameter "buildings_without_boarders", parameter "buildings_all_boarding"),
    full = parameter "buildings_all_boarding",
  }),
  note = { zh = "部分寄宿学校的标准未见，只知在两者之间（推断）", en = "where some board, it is somewhere between (inferred)" },
}

-- 二2
indicator "classroom_area_per_student" {
  name = { zh = "生均教室面积", en = "Classroom area per student" },
  clause = "二、2", of = stage, unit = "m2/student",
  measure = school.classroom_area_m2 / school.all_students,
  at_least = { primary = "1.15", junior = "1.12" },
}
indicator "floor_to_glass" {
  name = { zh = "教室地面与采光玻璃面积之比", en = "Floor to glass of classrooms" },
  clause = "二、2", of = stage, only_where = school.classroom_glass_m2:above(0),
  measure = school.classroom_area_m2 / school.classroom_glass_m2,
  at_most = 6,
  note = { zh = "原文为玻地比不小于1:6", en = "glass to floor at least 1 : 6 in the text" },
}
indicator "ceiling_lamps" {
  name = { zh = "教室照明灯", en = "Lamps of a classroom" }, clause = "二、2", of = stage,
  measure = school.ceiling_lamps, at_least = 9,
}
indicator "board_lamps" {
  name = { zh = "教室黑板灯", en = "Lamps at the blackboard" }, clause = "二、2", of = stage,
  measure = school.board_lamps, at_least = 2,
}
indicator "classroom_floors" {
  name = { zh = "教室地面硬化防滑", en = "Hard floors that are not slippery" }, clause = "二、2", of = stage,
  holds = school.has_hard_floors,
}

-- 二3: kinds of room; a primary school may do with a computer room or a multi-purpose room
indicator "auxiliary_rooms" {
  name = { zh = "教辅用房种类", en = "Kinds of auxiliary room" },
  clause = "二、3", of = stage,
  measure = by_stage {
    primary = choose(school.has_music_room, 1, 0) + choose(school.has_art_room, 1, 0) + choose(school.has_laboratory, 1, 0)
      + choose(school.has_computer_room | school.has_multipurpose_room, 1, 0)
      + choose(school.has_library, 1, 0) + choose(school.has_sports_store, 1, 0),
    junior = choose(school.has_music_room, 1, 0) + choose(school.has_art_room, 1, 0) + choose(school.has_laboratory, 1, 0)
      + choose(school.has_computer_room, 1, 0) + choose(school.has_library, 1, 0) + choose(school.has_reading_room, 1, 0)
      + choose(school.has_multipurpose_room, 1, 0) + choose(school.has_sports_store, 1, 0)
      + choose(school.has_counselling_room, 1, 0),
  },
  at_least = { primary = 6, junior = 9 },
}
