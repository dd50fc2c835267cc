-- several.lua - four changes at once, for the transcript compare.md: each is tried alone, two are priced.

reform "several" {
  on = "any", from = "2020-01-01", reason = { zh = "试算四项修改", en = "four changes on trial" },
}

change "backbone_teachers_per_100.at_least.primary" { was = 1, now = "1.5" }

change "school_resources.n" { was = 6, now = 7 }

change "multimedia_rooms_per_100.at_least" {
  was = { primary = "2.3", junior = "2.4" }, now = { primary = "2.2", junior = "2.3" },
}

-- Stands on the first: it cannot be made without it. 以第一项为前提，不能单独成立。
change "backbone_teachers_per_100.at_least.primary" { was = "1.5", now = "1.6", from = "2020-02-01" }

unit_cost "backbone_teachers_per_100" { yuan = 90000, per = "teacher" }

unit_cost "class_size" { yuan = 150000, per = "class" } -- of the largest class: no number of classes follows from it
