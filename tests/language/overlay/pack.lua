overlay "990000-sample/villages-2023" {
  on = "national/quality-balance-2017",
  name = "样例省乡村学校过渡办法", version = "1.0.0", contract = "may_relax",
  document = document "样政〔2022〕3号" { title = "样例省乡村学校过渡办法" },
  in_force = "2023-01-01", region = "9902",
}

relax "music_rooms.area_m2.at_least" {
  when = school.area_type:is "rural", was = 96, now = 73, until_date = "2028-01-01", clause = "第二条",
  duty = { zh = "二〇二七年底前改造完成", en = "rebuilt by the end of 2027" }, due_years = 3,
}
withdraw "rural_quota" { clause = "第三条" }

change "all_schools.holds" {
  was = every(county.stages, requirement "school_resources"),
  now = every(county.stages, requirement "school_resources", school.area_type:is_not "rural"), clause = "第四条",
}
change "stage.backbone_teachers" {
  was = by_stage { primary = school.primary_backbone_teachers, junior = school.junior_backbone_teachers },
  now = by_stage { primary = school.primary_backbone_teachers * 2, junior = school.junior_backbone_teachers },
  clause = "第五条",
}
change "class_size.at_most" {
  was = { primary = 45, junior = 50 }, now = { primary = 46, junior = 52 }, until_date = "2026-01-01",
  when = school.area_type:is "rural", clause = "第六条",
}
floor "social_recognition_city" {
  above = indicator "social_recognition", at_least = 90, name = "社会认可度（市）", clause = "第七条",
}
switch "without_plan" { name = "不看规划", clause = "注" }
change "layout_plan.holds" { was = county.is_layout_planned, now = county.is_layout_planned | switch "without_plan", clause = "第八条" }
