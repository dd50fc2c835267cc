-- Smaller classes, and equipment of 2,100 yuan: what would the roadmap say?
reform "smaller_classes" {
  on = "990000-sample/roadmap", from = "2023-01-01",
  reason = { zh = "试算缩小班额", en = "Smaller classes, on trial" },
}

change "class_size.at_most.primary" { was = 45, now = 44 }
