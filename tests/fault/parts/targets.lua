-- targets.lua - a share of counties, one of stages, and a county by name.

target "counties" {
  name = "县比例", clause = "三", counts = verdict "ready", region = "99", by = "2024-08-31", ensure = percent(50), strive = percent(60),
}
target "stages" { name = "学段比例", clause = "三", counts = indicator "teachers_per_100", by = "2024-08-31", ensure = percent(50) }
target "named" {
  name = "列名的县", clause = "三", counts = verdict "ready", by = "2024-08-31", names = { ["990101"] = "甲", ["990109"] = "壬" },
}
