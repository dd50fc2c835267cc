-- 100 points, of which 80 are asked. Where a school has no dining hall or dormitory it needs none: nothing is taken
-- off, so the person who gives the points for other hardware gives those in full.

section "points" { name = { zh = "评估得分", en = "Points" }, clause = "认定办法", only_where = school.is_assessed }

local land_points = 4

scheme "standard_school" {
  name = { zh = "标准化学校评估得分", en = "Points of a standardised school" },
  clause = "认定办法", of = school, total = 100, at_least = 80,
  parts = {
    part "hardware" {
      name = { zh = "硬件建设", en = "Hardware" }, clause = "一", points = 60,
      items = {
        item "siting" { name = { zh = "选址布局", en = "Siting" }, clause = "校园用地1", points = 2, score = school.siting_points },
        item "land" { name = { zh = "用地面积", en = "Land" }, clause = "校园用地2", points = land_points, certainty = "inferred",
          score = choose(indicator "land", land_points, school.land_points),
          note = { zh = "达标得满分，未达标由评估人给分（推断）", en = "all for the standard, below it as given (inferred)" } },
        item "teaching_rooms" { name = { zh = "教学用房", en = "Teaching rooms" }, clause = "一", points = 12, score = school.teaching_rooms_points,
          note = { zh = "校园用地和教学用房共18分", en = "18 points with the land" } },
        item "other" { name = { zh = "其他硬件", en = "Other hardware" }, clause = "一", points = 42, score = school.other_hardware_points,
          note = { zh = "细项未见；无寄宿、就餐学生的，食堂、宿舍各项按不扣分计", en = "not seen in detail; without boarders and diners nothing is taken off for dormitory and dining hall" } },
      },
    },
    part "management" {
      name = { zh = "管理等", en = "Management and the rest" }, clause = "二", points = 40, certainty = "inferred",
      items = {
        item "management" { name = { zh = "管理等", en = "Management and the rest" }, clause = "二", points = 40, score = school.management_points,
          note = { zh = "总分100分减硬件60分（推断）", en = "100 less 60 (inferred)" } },
      },
    },
  },
}
