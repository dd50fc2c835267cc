-- On, below and above each line, and without data.

case "nine_year_retention: exactly 97 %" { rule = "nine_year_retention", given = { nine_year_retention_percent = 97 }, expect = { verdict = "met", margin = "0" } }
case "nine_year_retention: just below" { rule = "nine_year_retention", given = { nine_year_retention_percent = "96.9999" }, expect = "unmet" }
case "nine_year_retention: no figure" { rule = "nine_year_retention", given = { nine_year_retention_percent = missing }, expect = "undetermined" }
case "nine_year_retention: just above" { rule = "nine_year_retention", given = { nine_year_retention_percent = "97.0001" }, expect = "met" }

case "preschool_classes_within_size: exactly 85 %" { rule = "preschool_classes_within_size", given = { preschool_classes_within_size_percent = 85 }, expect = { verdict = "met", margin = "0" } }
case "preschool_classes_within_size: just below" { rule = "preschool_classes_within_size", given = { preschool_classes_within_size_percent = "84.9999" }, expect = "unmet" }
case "preschool_classes_within_size: no figure" { rule = "preschool_classes_within_size", given = { preschool_classes_within_size_percent = missing }, expect = "undetermined" }
case "preschool_classes_within_size: just above" { rule = "preschool_classes_within_size", given = { preschool_classes_within_size_percent = "85.0001" }, expect = "met" }

case "preschool_enrolment: exactly 95 %" { rule = "preschool_enrolment", given = { preschool_enrolment_percent = 95 }, expect = { verdict = "met", margin = "0" } }
case "preschool_enrolment: just below" { rule = "preschool_enrolment", given = { preschool_enrolment_percent = "94.9999" }, expect = "unmet" }
case "preschool_enrolment: no figure" { rule = "preschool_enrolment", given = { preschool_enrolment_percent = missing }, expect = "undetermined" }
case "preschool_enrolment: just above" { rule = "preschool_enrolment", given = { preschool_enrolment_percent = "95.0001" }, expect = "met" }

case "preschool_universal_counties: exactly 50 %" { rule = "preschool_universal_counties", given = { preschool_universal_counties_percent = 50 }, expect = { verdict = "met", margin = "0" } }
case "preschool_universal_counties: just below" { rule = "preschool_universal_counties", given = { preschool_universal_counties_percent = "49.9999" }, expect = "unmet" }
case "preschool_universal_counties: no figure" { rule = "preschool_universal_counties", given = { preschool_universal_counties_percent = missing }, expect = "undetermined" }
case "preschool_universal_counties: just above" { rule = "preschool_universal_counties", given = { preschool_universal_counties_percent = "50.0001" }, expect = "met" }

case "senior_enrolment: exactly 95 %" { rule = "senior_enrolment", given = { senior_enrolment_percent = 95 }, expect = { verdict = "met", margin = "0" } }
case "senior_enrolment: just below" { rule = "senior_enrolment", given = { senior_enrolment_percent = "94.9999" }, expect = "unmet" }
case "senior_enrolment: no figure" { rule = "senior_enrolment", given = { senior_enrolment_percent = missing }, expect = "undetermined" }
case "senior_enrolment: just above" { rule = "senior_enrolment", given = { senior_enrolment_percent = "95.0001" }, expect = "met" }

case "region_backbone_teachers: exactly 10 %" { rule = "region_backbone_teachers", given = { region_backbone_teachers_percent = 10 }, expect = { verdict = "met", margin = "0" } }
case "region_backbone_teachers: just below" { rule = "region_backbone_teachers", given = { region_backbone_teachers_percent = "9.9999" }, expect = "unmet" }
case "region_backbone_teachers: no figure" { rule = "region_backbone_teachers", given = { region_backbone_teachers_percent = missing }, expect = "undetermined" }
case "region_backbone_teachers: just above" { rule = "region_backbone_teachers", given = { region_backbone_teachers_percent = "10.0001" }, expect = "met" }

case "city_backbone_teachers: exactly 15 %" { rule = "city_backbone_teachers", given = { city_backbone_teachers_percent = 15 }, expect = { verdict = "met", margin = "0" } }
case "city_backbone_teachers: just below" { rule = "city_backbone_teachers", given = { city_backbone_teachers_percent = "14.9999" }, expect = "unmet" }
case "city_backbone_teachers: no figure" { rule = "city_backbone_teachers", given = { city_backbone_teachers_percent = missing }, expect = "undetermined" }
case "city_backbone_teachers: just above" { rule = "city_backbone_teachers", given = { city_backbone_teachers_percent = "15.0001" }, expect = "met" }

case "county_backbone_teachers: exactly 20 %" { rule = "county_backbone_teachers", given = { county_backbone_teachers_percent = 20 }, expect = { verdict = "met", margin = "0" } }
case "county_backbone_teachers: just below" { rule = "county_backbone_teachers", given = { county_backbone_teachers_percent = "19.9999" }, expect = "unmet" }
case "county_backbone_teachers: no figure" { rule = "county_backbone_teachers", given = { county_backbone_teachers_percent = missing }, expect = "undetermined" }
case "county_backbone_teachers: just above" { rule = "county_backbone_teachers", given = { county_backbone_teachers_percent = "20.0001" }, expect = "met" }

case "teacher_ict: exactly 100 %" { rule = "teacher_ict", given = { teacher_ict_assessed_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "teacher_ict: just below" { rule = "teacher_ict", given = { teacher_ict_assessed_percent = "99.9999" }, expect = "unmet" }
case "teacher_ict: no figure" { rule = "teacher_ict", given = { teacher_ict_assessed_percent = missing }, expect = "undetermined" }

case "certified_teachers: exactly 100 %" { rule = "certified_teachers", given = { certified_teachers_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "certified_teachers: just below" { rule = "certified_teachers", given = { certified_teachers_percent = "99.9999" }, expect = "unmet" }
case "certified_teachers: no figure" { rule = "certified_teachers", given = { certified_teachers_percent = missing }, expect = "undetermined" }

case "closed_campus: exactly 100 %" { rule = "closed_campus", given = { closed_campus_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "closed_campus: just below" { rule = "closed_campus", given = { closed_campus_percent = "99.9999" }, expect = "unmet" }
case "closed_campus: no figure" { rule = "closed_campus", given = { closed_campus_percent = missing }, expect = "undetermined" }

case "alarm: exactly 100 %" { rule = "alarm", given = { alarm_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "alarm: just below" { rule = "alarm", given = { alarm_percent = "99.9999" }, expect = "unmet" }
case "alarm: no figure" { rule = "alarm", given = { alarm_percent = missing }, expect = "undetermined" }

case "video_link: exactly 100 %" { rule = "video_link", given = { video_link_percent = 100 }, expect = { verdict = "met", margin = "0" } }
case "video_link: just below" { rule = "video_link", given = { video_link_percent = "99.9999" }, expect = "unmet" }
case "video_link: no figure" { rule = "video_link", given = { video_link_percent = missing }, expect = "undetermined" }
