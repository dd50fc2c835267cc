-- K27: the mean of the coefficients of variation, stage by stage.
section "resources" { name = "资源配置", clause = "40" }
indicator "teachers_each" { name = "生均教师", clause = "40", of = stage, unit = "teacher/student",
  measure = school.teachers / school.students, at_least = 0 }
indicator "area_each" { name = "生均面积", clause = "40", of = stage, unit = "m2/student", measure = school.area_m2 / school.students, at_least = 0 }
requirement "mean_spread" { name = "差异系数均值", clause = "40", of = county, combine = "mean",
  spread = section "resources", weight = school.students, at_most = { primary = "0.5", junior = "0.45" } }

-- Quantities have no bounds of their own; `among` says whose are spread.
quantity "teachers_per_student" { of = stage, name = "生均教师", value = school.teachers / school.students }
quantity "area_per_student" { of = stage, name = "生均面积", value = school.area_m2 / school.students }
requirement "mean_of_quantities" { name = "差异系数均值", clause = "41", of = county, combine = "mean",
  spread = { stage.teachers_per_student, stage.area_per_student }, among = school.students:above(10), weight = school.students,
  at_most = { primary = "0.5", junior = "0.45" } }
requirement "each_quantity" { name = "差异系数", clause = "41", of = county,
  spread = { stage.teachers_per_student, school.computers }, weight = school.students, at_most = "0.5" }

section "last" { name = "总判定", clause = "50" }
verdict "recognised" { name = { zh = "认定", en = "Recognition" }, clause = "50", of = county,
  holds = all_of { veto "accident", veto "old_accident", scheme "deductions", scheme "sections", ladder "level" } }
