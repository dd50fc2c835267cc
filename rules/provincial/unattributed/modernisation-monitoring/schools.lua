-- The county as a whole, stage by stage. Which schools count was not seen: those of the national measures (inferred).

quantity "has_primary" { of = school, name = { zh = "有小学段", en = "has a primary stage" },
  value = school.school_type:is_one_of { "primary_school", "teaching_point", "nine_year_school", "twelve_year_school" } }
quantity "has_junior" { of = school, name = { zh = "有初中段", en = "has a junior stage" },
  value = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } }

quantity "primary_students" { of = county, name = { zh = "小学在校生数", en = "primary students" },
  value = sum(county.schools, school.primary_students, school.has_primary) }
quantity "junior_students" { of = county, name = { zh = "初中在校生数", en = "junior students" },
  value = sum(county.schools, school.junior_students, school.has_junior) }
quantity "primary_teachers" { of = county, name = { zh = "小学专任教师数", en = "primary teachers" },
  value = sum(county.schools, school.primary_full_time_teachers, school.has_primary) }
quantity "junior_teachers" { of = county, name = { zh = "初中专任教师数", en = "junior teachers" },
  value = sum(county.schools, school.junior_full_time_teachers, school.has_junior) }
