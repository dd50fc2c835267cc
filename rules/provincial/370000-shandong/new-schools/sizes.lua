-- Sizes of new schools and of schools of housing estates.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "classes" { of = stage, name = { zh = "班数", en = "classes" },
  value = by_stage { primary = school.primary_classes, junior = school.junior_classes } }

quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }

parameter "estate_classes" { value = 36, unit = "class", clause = "居住区配套学校规定（2018年10月）", certainty = "unverified" }
parameter "estate_nine_year_classes" { value = 45, unit = "class", clause = "居住区配套学校规定（2018年10月）", certainty = "unverified" }

section "new_schools" { name = { zh = "新建学校", en = "New schools" }, clause = "普通中小学校办学条件标准" }

indicator "classes_of_new_schools" {
  name = { zh = "2020年及以后建成学校班数", en = "Classes of schools built in or after 2020" },
  clause = "普通中小学校办学条件标准", of = school, unit = "class",
  only_where = school.built_year:at_least(2020),
  measure = sum(school.stages, stage.classes),
  at_most = 36,
  certainty = "unverified",
  note = { zh = "网上摘录，未见原文", en = "an excerpt found on the web, not the text" },
}

indicator "green_share_of_new_schools" {
  name = { zh = "新建学校绿化率", en = "Green share of the campus of new schools" },
  clause = "普通中小学校办学条件标准", of = school, unit = "percent",
  only_where = school.built_year:at_least(2020),
  measure = school.green_area_m2 / school.campus_area_m2,
  at_least = 35,
  certainty = "unverified",
  note = { zh = "网上摘录，未见原文；新建按2020年及以后建成计（推断）",
    en = "an excerpt found on the web; new is taken to mean built in or after 2020 (inferred)" },
}

indicator "classes_of_estate_schools" {
  name = { zh = "住宅小区配套学校班数", en = "Classes of schools of housing estates" },
  clause = "居住区配套学校规定（2018年10月）", of = school, unit = "class",
  only_where = school.serves_housing_estate,
  measure = sum(school.stages, stage.classes),
  at_most = choose(school.school_type:is "nine_year_school", parameter "estate_nine_year_classes", parameter "estate_classes"),
  certainty = "unverified",
  note = { zh = "2018年10月文件的摘录，文号未见；本包自2020年起判定",
    en = "an excerpt of a document of October 2018, its number not seen; this pack judges from 2020 on" },
}

indicator "class_size_of_estate_schools" {
  name = { zh = "住宅小区配套学校班额", en = "Size of classes in schools of housing estates" },
  clause = "居住区配套学校规定（2018年10月）", of = stage, unit = "student/class",
  only_where = stage.students:above(0) & school.serves_housing_estate,
  measure = stage.largest_class,
  at_most = { primary = 45, junior = 50 },
  certainty = "unverified",
  note = { zh = "2018年10月文件的摘录，文号未见；本包自2020年起判定",
    en = "an excerpt of a document of October 2018, its number not seen; this pack judges from 2020 on" },
}

verdict "new_schools_fit" {
  name = { zh = "新建学校和配套学校规模合规", en = "New schools and schools of estates have the right size" },
  clause = "普通中小学校办学条件标准", of = county,
  holds = all_of { section "new_schools" },
}
