-- The points that were seen: 110 of schooling for all, 55 of the layout of primary schools. What was not seen of them,
-- and B6, may be anything; whether part of an item's points is given below its standard was not seen either: taken as none.

section "points" { name = { zh = "得分", en = "Points" }, clause = "验收标准" }

scheme "acceptance" {
  name = { zh = "验收得分（所见部分）", en = "Points for acceptance, what was seen" }, clause = "验收标准", of = county,
  total = 205, at_least = unknown_between(0, 205), unseen = 40, certainty = "unverified",
  note = { zh = "205分为A1（110）、B5（55）、B6（40，未见分项）之和，总分和合格分数线未见",
    en = "205 are A1 (110), B5 (55) and B6 (40, its items not seen); neither the whole total nor the pass mark was seen" },
  parts = {
    part "universality" {
      name = { zh = "普及程度", en = "Schooling for all" }, clause = "A1", points = 110, unseen = 20, items = {
        item "primary_enrolment" { name = { zh = "小学入学率", en = "Primary enrolment" }, clause = "C3", points = 10, holds = indicator "primary_enrolment" },
        item "junior_enrolment" { name = { zh = "初中入学率", en = "Junior enrolment" }, clause = "C4", points = 10, holds = indicator "junior_enrolment" },
        item "disabled_enrolment" { name = { zh = "残疾儿童少年入学率", en = "Disabled children at school" }, clause = "C5", points = 10, holds = indicator "disabled_enrolment" },
        item "primary_retention" { name = { zh = "小学巩固率", en = "Primary retention" }, clause = "C7", points = 10, holds = indicator "primary_retention" },
        item "junior_retention" { name = { zh = "★初中巩固率和辍学率", en = "★ Junior retention and dropout" }, clause = "★C8", points = 20, starred = true,
          holds = all_of { indicator "junior_retention", indicator "junior_dropout" }, certainty = "inferred",
          note = { zh = "★按必须得满分理解，说明未见", en = "the star is taken as \"must be full\", its legend was not seen" } },
        item "disabled_retention" { name = { zh = "残疾儿童少年巩固率", en = "Disabled children kept" }, clause = "C9", points = 10, holds = indicator "disabled_retention" },
        item "primary_completion" { name = { zh = "小学完成率", en = "Primary school finished" }, clause = "C10", points = 10, holds = indicator "primary_completion" },
        item "junior_completion" { name = { zh = "初中完成率", en = "Junior school finished" }, clause = "C11", points = 10, holds = indicator "junior_completion" },
      },
    },
    part "primary_layout" {
      name = { zh = "小学布局", en = "Layout of primary schools" }, clause = "B5", points = 55, unseen = 30, items = {
        item "urban_class_size" { name = { zh = "城镇小学班额", en = "Classes of urban primary schools" }, clause = "C15", points = 10,
          holds = every(county.schools, indicator "urban_class_size") },
        item "mean_school_size" { name = { zh = "校均规模", en = "Mean size" }, clause = "C16", points = 15, holds = indicator "mean_school_size" },
      },
    },
  },
}
