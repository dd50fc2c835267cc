prices "small" { name = "Small prices", date = "2024-09-01" }

means "teacher" { name = "a teacher", of = school, yuan = 90000, per = "teacher", adds = { teachers = 1 }, moves = { yuan = 20000 } }
means "rooms" { name = "rooms", of = school, yuan = 3000, per = "m2", adds = { teaching_area_m2 = 1 } }
