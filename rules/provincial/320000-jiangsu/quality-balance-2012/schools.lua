-- Which schools are judged. The list does not say; compulsory schools of every kind (inferred).

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

quantity "is_public" { of = school, name = { zh = "公办学校", en = "public school" },
  value = school.is_compulsory & none_of { school.organiser:is_one_of { "private", "joint_venture" } } }

quantity "backbone_teachers" { of = school, name = { zh = "骨干教师数", en = "backbone teachers" },
  value = sum(school.stages, by_stage { primary = school.primary_backbone_teachers, junior = school.junior_backbone_teachers }) }
quantity "backbone_teachers" { of = county, name = { zh = "骨干教师数", en = "backbone teachers" },
  value = sum(county.schools, school.backbone_teachers, school.is_compulsory) }
