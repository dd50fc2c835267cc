-- 第六条 资源配置: what every school must have, and how evenly a county's schools share it.
-- Items stand in the order of the article.

section "resources" {
  name = { zh = "资源配置", en = "Resources" }, clause = "第六条", only_where = stage.enters_resource_part,
}

indicator "higher_degree_teachers_per_100" {
  name = { zh = "每百名学生拥有高于规定学历教师数", en = "Teachers above the required degree per 100 students" },
  clause = "第六条（一）", of = stage, unit = "teacher/(100 student)",
  measure = stage.higher_degree_teachers / stage.students,
  at_least = { primary = 4.2, junior = 5.3 },
}

indicator "backbone_teachers_per_100" {
  name = { zh = "每百名学生拥有县级以上骨干教师数", en = "Backbone teachers per 100 students" },
  clause = "第六条（二）", of = stage, unit = "teacher/(100 student)",
  measure = stage.backbone_teachers / stage.students,
  at_least = { primary = 1, junior = 1 },
}

indicator "pe_art_teachers_per_100" {
  name = { zh = "每百名学生拥有体育、艺术专任教师数", en = "Teachers of PE and arts per 100 students" },
  clause = "第六条（三）", of = stage, unit = "teacher/(100 student)",
  measure = stage.pe_art_teachers / stage.students,
  at_least = { primary = 0.9, junior = 0.9 },
}

indicator "teaching_area_per_student" {
  name = { zh = "生均教学及辅助用房面积", en = "Teaching and auxiliary area per student" },
  clause = "第六条（四）", of = stage, unit = "m2/student",
  -- The national form counts the gymnasium inside this figure; item 5 counts it too, so it is taken out here.
  measure = (stage.teaching_area_m2 - stage.indoor_sports_area_m2) / stage.students,
  at_least = { primary = 4.5, junior = 5.8 },
  note = { zh = "扣除室内体育用房：三个公开程序一致，未见正式文本", en = "the deduction is in three public programs, in no official text seen" },
}

indicator "sports_area_per_student" {
  name = { zh = "生均体育运动场馆面积", en = "Sports area per student" },
  clause = "第六条（五）", of = stage, unit = "m2/student",
  measure = (stage.sports_ground_area_m2 + stage.indoor_sports_area_m2) / stage.students,
  at_least = { primary = 7.5, junior = 10.2 },
}

indicator "equipment_value_per_student" {
  name = { zh = "生均教学仪器设备值", en = "Value of teaching equipment per student" },
  clause = "第六条（六）", of = stage, unit = "yuan/student",
  measure = stage.equipment_value / stage.students, -- reported in 万元
  at_least = { primary = 2000, junior = 2500 },
}

indicator "multimedia_rooms_per_100" {
  name = { zh = "每百名学生拥有网络多媒体教室数", en = "Networked multimedia classrooms per 100 students" },
  clause = "第六条（七）", of = stage, unit = "room/(100 student)",
  measure = stage.multimedia_rooms / stage.students,
  at_least = { primary = 2.3, junior = 2.4 },
}

section "resource_requirements" {
  name = { zh = "资源配置要求", en = "What is asked of resources" }, clause = "第六条",
}

requirement "school_resources" {
  name = { zh = "每所学校至少六项达标，余项不低于标准的85%",
    en = "Each school meets six of the seven, the other at 85 % or more" },
  clause = "第六条", of = stage, only_where = stage.enters_resource_part,
  holds = at_least_n { 6, of = section "resources", others_at_least = percent(85) },
}

requirement "all_schools" {
  name = { zh = "所有学校资源配置达标", en = "All schools meet the resource requirement" },
  clause = "第六条", of = county,
  holds = every(county.stages, requirement "school_resources"),
}

requirement "balance_between_schools" {
  name = { zh = "七项指标的校际差异系数", en = "Spread of the seven indicators between schools" },
  clause = "第六条", of = county,
  spread = section "resources", weight = stage.students, -- each indicator by itself; no average of the seven
  at_most = { primary = 0.50, junior = 0.45 },
  note = { zh = "按学生数加权，总体标准差；算式见教督〔2012〕3号有关内容的说明，比较前不取整",
    en = "weighted by students; the formula is in the explanation to 教督〔2012〕3号; not rounded before it is compared" },
}
