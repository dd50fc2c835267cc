example "s" { school_type = "primary_school", area_type = "rural", primary_students = 100, primary_classes = 6, school_code="1", rooms = { { kind = "music", area_m2 = 80 } } }
case "80 passes only so" { rule = "relax.music_rooms.1", given = like "s" {}, expect = "met" }
case "80 passes" { rule = "music_rooms", given = like "s" {}, expect = "met" }
case "96 passes anyway" { rule = "relax.music_rooms.1", given = like "s" { rooms = { { kind = "music", area_m2 = 96 } } }, expect = "unmet" }
case "72 does not pass" { rule = "relax.music_rooms.1", given = like "s" { rooms = { { kind = "music", area_m2 = 72 } } }, expect = "unmet" }
case "urban" { rule = "relax.music_rooms.1", given = like "s" { area_type = "urban" }, expect = "not_applicable" }
case "urban 80" { rule = "music_rooms", given = like "s" { area_type = "urban" }, expect = "unmet" }
case "after" { rule = "relax.music_rooms.1", on = "2028-01-01", given = like "s" {}, expect = "not_in_force" }
case "after2" { rule = "music_rooms", on = "2028-01-01", given = like "s" {}, expect = "unmet" }
case "before" { rule = "music_rooms", on = "2022-12-31", given = like "s" {}, expect = "unmet" }
