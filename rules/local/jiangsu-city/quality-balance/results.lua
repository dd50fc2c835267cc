-- What students reach, and what the public thinks.

section "results" { name = { zh = "学生发展与满意度", en = "Results of students, satisfaction" }, clause = "第二页" }

indicator "academic_pass" {
  name = { zh = "学生学业合格率", en = "Students who pass" }, clause = "学业合格率", of = county, unit = "percent",
  measure = county.academic_pass_percent, at_least = 95,
}
indicator "fitness_pass" {
  name = { zh = "体质健康合格率", en = "Fitness: standard met" }, clause = "体质健康", of = county, unit = "percent",
  measure = county.fitness_pass_percent, at_least = 90,
}
indicator "fitness_excellent" {
  name = { zh = "体质健康优秀率", en = "Fitness: excellent" }, clause = "体质健康", of = county, unit = "percent",
  measure = county.fitness_excellent_percent, at_least = 10,
}
indicator "arts_pass" {
  name = { zh = "艺术素质测评合格率", en = "Assessment of the arts passed" }, clause = "艺术素质", of = county, unit = "percent",
  measure = county.arts_pass_percent, at_least = 95,
}
indicator "comprehensive_good" {
  name = { zh = "综合素质评价优良率", en = "Rated excellent or good on the whole" }, clause = "综合素质", of = county, unit = "percent",
  measure = county.comprehensive_good_percent, at_least = 90,
}
indicator "satisfaction" {
  name = { zh = "人民群众满意度", en = "Satisfaction of the public" }, clause = "满意度", of = county, unit = "percent",
  measure = county.city_satisfaction_percent, at_least = 90,
}
