-- The form: 100 points. What does not apply is taken out, and the rest is brought to 100 again.

section "points" { name = { zh = "评估得分", en = "Points" }, clause = "评估表", only_where = stage.is_scored }

scheme "school_standard" {
  name = { zh = "办学基本标准评估得分", en = "Points for basic standards" },
  clause = "评估表", of = stage, total = 100, not_applicable = "rescale", unseen = 50,
  at_least = unknown_between(0, 100),
  note = { zh = "学校合格分数线未见；第三至第五部分50分未见", en = "the pass mark was not seen, nor were the 50 points of sections three to five" },
  parts = {
    part "setting" {
      name = { zh = "设置与班额", en = "Setting and classes" }, clause = "一", points = 20, certainty = "single_source",
      items = {
        item "layout" { name = { zh = "学校设置", en = "Siting" }, clause = "一、1", points = 5,
          tiers = { by = school.layout_tier, first = 5, second = 3, third = 1, fourth = 0 } },
        item "size" { name = { zh = "规模班额", en = "Size and classes" }, clause = "一、2", points = 5,
          tiers = { by = grade "size_tier", first = 5, second = 3, third = 1, fourth = 0 } },
        item "environment" { name = { zh = "校园环境", en = "Campus" }, clause = "一、3", points = 6,
          tiers = { by = school.environment_tier, first = 6, second = 4, third = 2, fourth = 0 } },
        item "land" { name = { zh = "用地面积", en = "Land" }, clause = "一、4", points = 4,
          tiers = { by = grade "land_tier", first = 4, second = 3, third = 1, fourth = 0 } },
      },
    },
    part "buildings" {
      name = { zh = "校舍", en = "Buildings" }, clause = "二", points = 30, certainty = "single_source",
      items = {
        item "floor_area" { name = { zh = "建筑面积", en = "Floor area" }, clause = "二、1", points = 5,
          tiers = { by = grade "building_tier", first = 5, second = 3, third = 1, fourth = 0 } },
        item "classrooms" { name = { zh = "教室", en = "Classrooms" }, clause = "二、2", points = 6,
          tiers = { by = grade "classroom_tier", first = 6, second = 4, third = 2, fourth = 0 } },
        item "auxiliary" { name = { zh = "教辅用房", en = "Auxiliary rooms" }, clause = "二、3", points = 6,
          tiers = { by = grade "auxiliary_tier", first = 6, second = 4, third = 2, fourth = 0 } },
        item "offices" { name = { zh = "办公用房", en = "Offices" }, clause = "二、4", points = 4,
          tiers = { by = school.office_tier, first = 4, second = 3, third = 1, fourth = 0 } },
        item "living" {
          name = { zh = "寄宿、就餐用房", en = "Boarding and dining rooms" }, clause = "二", points = 9, certainty = "inferred",
          only_where = school.boarding:is_one_of { "part", "full" } | school.has_dining,
          score = school.living_rooms_points,
          note = { zh = "第二部分其余9分的分项未见，按寄宿、就餐用房计（推断）", en = "the last 9 points of the section were not seen, taken to be for boarding and dining (inferred)" },
        },
      },
    },
  },
}
