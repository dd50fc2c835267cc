reform "classes_of_forty" {
  on = "any",
  from = "2024-01-01",
  reason = { zh = "小学班额试行四十人", en = "Primary classes of forty, on trial" },
}

change "class_size.at_most.primary" { was = 44, now = 40 }

unit_cost "class_size" { yuan = 150000, per = "class" }
