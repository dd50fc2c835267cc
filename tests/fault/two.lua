-- two.lua - a reform of two changes on the small pack of tests/hostile: each is tried alone, and one is priced.

reform "two" { on = "any", from = "2024-01-01", reason = { zh = "试算", en = "trial" } }

change "teachers_per_100.at_least" { was = 5, now = "13.4" }

change "equipment_per_student.at_least" { was = 1000, now = 900 }

unit_cost "teachers_per_100" { yuan = 90000, per = "teacher" }
