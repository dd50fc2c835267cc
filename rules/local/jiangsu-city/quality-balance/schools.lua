-- Which schools are judged was not seen: compulsory schools of every kind (inferred).

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "teaching_point", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }
quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }
quantity "is_compulsory" { of = school, name = { zh = "义务教育学校", en = "compulsory school" },
  value = school.school_type:is_not "senior_school" }
quantity "has_primary" { of = school, name = { zh = "有小学段", en = "has a primary stage" },
  value = school.school_type:is_one_of { "primary_school", "teaching_point", "nine_year_school", "twelve_year_school" } }
quantity "has_junior" { of = school, name = { zh = "有初中段", en = "has a junior stage" },
  value = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } }
