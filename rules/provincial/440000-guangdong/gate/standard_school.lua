-- 广东省义务教育标准化学校标准, article 3: land. Of the document only articles 1 to 4 were seen.

local source = document "广东省义务教育标准化学校标准" { title = "广东省义务教育标准化学校标准", issuer = "广东省教育厅" }

section "standard_school" { name = { zh = "标准化学校（第三条）", en = "Standardised schools, article 3" }, clause = "第三条", document = source,
  only_where = stage.students:above(0) & school.school_type:is_one_of { -- article 2
    "primary_school", "teaching_point", "junior_school", "nine_year_school",
  } }

indicator "land_per_student" {
  name = { zh = "生均用地面积", en = "Land per student" },
  clause = "第三条", of = stage, unit = "m2/student", document = source,
  measure = school.site_area_m2 / school.all_students,
  at_least = by_choice(school.is_city_centre, {
    yes = { primary = "9.4", junior = "10.1" }, no = { primary = 18, junior = 23 },
  }),
  note = { zh = "九年一贯制学校按全校计算（推断）；含教学点", en = "a nine-year school is taken as a whole (inferred); teaching points, too" },
}

section "standard_schools" { name = { zh = "标准化学校", en = "Standardised schools" }, clause = "第三条", document = source }

verdict "standard_schools_land" {
  name = { zh = "标准化学校（用地）", en = "Standardised schools: land" }, clause = "第三条", of = county, document = source,
  note = { zh = "只见用地一项，不影响表Ⅱ-2的判定", en = "land alone was seen; it decides nothing in the form" },
  holds = every(county.stages, indicator "land_per_student"),
}
