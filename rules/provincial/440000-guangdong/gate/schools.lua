-- Which schools are held against the form, and what belongs to a stage of a school.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "teaching_point", "nine_year_school", "twelve_year_school" } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of { "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school" } },
}

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "all_students" { of = school, name = { zh = "义务教育在校生数", en = "students of the school" },
  value = sum(school.stages, stage.students) }

quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }

quantity "teachers" { of = stage, name = { zh = "专任教师数", en = "full-time teachers" },
  value = by_stage { primary = school.primary_full_time_teachers, junior = school.junior_full_time_teachers } }

quantity "qualified_teachers" { of = stage, name = { zh = "学历达标教师数", en = "teachers with the required degree" },
  value = by_stage { primary = school.primary_qualified_teachers, junior = school.junior_qualified_teachers } }

quantity "funds_per_student" { of = stage, name = { zh = "生均公用经费", en = "public funds per student" },
  value = by_stage { primary = school.primary_funds_per_student_yuan, junior = school.junior_funds_per_student_yuan } }

quantity "is_assessed" {
  of = stage, name = { zh = "填报表Ⅱ-2", en = "stands in the form" }, clause = "表Ⅱ-2",
  note = { zh = "国家申报表填报说明：不含民办学校，省、市属学校，高校附属和企业所属学校，也不含教学点",
    en = "by the guide to the national form: no private schools, none of province, city, university or enterprise, no teaching points" },
  certainty = "single_source",
  value = all_of {
    stage.students:above(0), school.school_type:is_not "teaching_point",
    none_of { school.organiser:is_one_of { "private", "joint_venture", "local_enterprise" } },
    school.affiliation:is "county",
  },
}
