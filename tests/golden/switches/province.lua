overlay "990000-sample/open-questions" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省：未定的几处", en = "Sample Province: what is not settled" },
  version = "1.0.0",
  document = document "样教〔2023〕1号" { title = "样例省答复", issuer = "样例省", date = "2023-03-01" },
  in_force = "2023-03-01",
  region = "99",
  contract = "may_relax",
}

switch "old_equipment_counts" {
  name = { zh = "已提足折旧的设备计入", en = "Equipment that is written off counts" },
  clause = "答复一", certainty = "single_source",
}
change "equipment_value_per_student.at_least.primary" {
  was = 2000, now = 1500, when = switch "old_equipment_counts", clause = "答复一",
}

switch "shared_rooms_count" {
  name = { zh = "共用多媒体教室计入", en = "Shared multimedia rooms count" },
  clause = "答复二", certainty = "inferred",
}
change "multimedia_rooms_per_100.at_least.primary" {
  was = "2.3", now = "1.6", when = switch "shared_rooms_count", clause = "答复二",
}

switch "late_entrants_are_left_out" {
  name = { zh = "学期中转入的学生不计入班额", en = "Pupils who come in mid-term are left out of class sizes" },
  clause = "答复三", certainty = "unverified",
  note = { zh = "口头答复，未见文件", en = "told by word of mouth; no text was seen" },
}
change "class_size.at_most.primary" {
  was = 45, now = 46, when = switch "late_entrants_are_left_out", clause = "答复三",
}

switch "from_2030" {
  name = { zh = "2030年起的口径", en = "A reading that begins in 2030" },
  clause = "答复四", certainty = "unverified", in_force = "2030-01-01",
}
change "class_size.at_most.junior" {
  was = 50, now = 51, when = switch "from_2030", from = "2030-01-01", clause = "答复四",
}
