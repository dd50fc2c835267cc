-- What if every hundred primary pupils needed 1.2 backbone teachers? 改革试算：小学骨干教师由1名提高到1.2名。
reform "backbone_teachers" {
  on = "any",                -- stands on whatever pack is evaluated 放在所评估的任何规则包之上
  from = "2024-09-01",
  reason = { zh = "试算小学骨干教师标准", en = "Backbone teachers of primary schools, on trial" },
}

change "backbone_teachers_per_100.at_least.primary" { was = 1, now = "1.2" }
