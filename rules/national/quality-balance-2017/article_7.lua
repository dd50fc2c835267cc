-- 第七条 政府保障程度: the fifteen things that the county's government ensures. All must be met.
-- Some items ask two things; each has a rule of its own.

section "government" { name = { zh = "政府保障程度", en = "Government guarantee" }, clause = "第七条" }

-- （一） layout
indicator "layout_plan" {
  name = { zh = "县域内义务教育学校规划布局合理", en = "Schools are sensibly planned and placed" },
  clause = "第七条（一）", of = county,
  holds = county.is_layout_planned, evidence = county.layout_plan_evidence,
}

-- （二） four standards, the same for town and country
indicator "unified_standards" {
  name = { zh = "城乡义务教育四统一", en = "Four standards are the same for town and country" },
  clause = "第七条（二）", of = county,
  holds = all_of {
    county.has_unified_building_standard, county.has_unified_staffing_standard,
    county.has_unified_funding_standard, county.has_unified_equipment_standard,
  },
  evidence = county.unified_standards_evidence,
}

-- （三） rooms for music and for art: one of each kind for every twelve classes, or part of twelve
parameter "classes_per_room" {
  value = 12, unit = "class", clause = "第七条（三）",
  note = { zh = "不足12个班的部分按12个班计（地方口径）；音乐、美术各1间（推断，原文可有两读）",
    en = "a part of twelve counts as twelve (local reading); one room of each kind (inferred, the text may be read otherwise)" },
}

indicator "music_rooms" {
  name = { zh = "每12个班级配备音乐专用教室1间以上", en = "A music room of 96 m² for every 12 classes" },
  clause = "第七条（三）", of = school, only_where = school.needs_special_rooms,
  certainty = "inferred",
  measure = count(school.rooms, { kind = "music", area_m2 = at_least(96) }),
  at_least = ceil(school.compulsory_classes / parameter "classes_per_room"),
}

indicator "art_rooms" {
  name = { zh = "每12个班级配备美术专用教室1间以上", en = "An art room of 90 m² for every 12 classes" },
  clause = "第七条（三）", of = school, only_where = school.needs_special_rooms,
  certainty = "inferred",
  measure = count(school.rooms, { kind = "fine_arts", area_m2 = at_least(90) }),
  at_least = ceil(school.compulsory_classes / parameter "classes_per_room"),
}

-- （四） size of schools; of a complete secondary school its junior part (inferred)
parameter "school_size" { value = 2000, unit = "student", clause = "第七条（四）" }
parameter "through_school_size" { value = 2500, unit = "student", clause = "第七条（四）" }

indicator "school_size" {
  name = { zh = "学校规模", en = "Size of the school" },
  clause = "第七条（四）", of = school, unit = "student", only_where = school.is_ordinary,
  measure = school.compulsory_students,
  at_most = choose(
    school.school_type:is_one_of { "nine_year_school", "twelve_year_school" },
    parameter "through_school_size", parameter "school_size"),
}

-- （五） size of classes: the largest one stands for all
indicator "class_size" {
  name = { zh = "所有班级学生数", en = "Students in every class" },
  clause = "第七条（五）", of = stage, unit = "student/class", only_where = stage.students:above(0),
  measure = stage.largest_class,
  at_most = { primary = 45, junior = 50 },
}

-- （六） small village schools
parameter "small_school_students" { value = 100, unit = "student", clause = "第七条（六）" }

quantity "is_small_village_school" {
  of = school, name = { zh = "不足100名学生的村小学和教学点", en = "village primary school or teaching point below 100" },
  clause = "第七条（六）", certainty = "inferred",
  note = { zh = "村小学按乡村的小学认定（推断）", en = "a village school is taken as a primary school of the rural type (inferred)" },
  value = all_of {
    any_of {
      school.school_type:is "teaching_point",
      school.school_type:is "primary_school" & school.area_type:is "rural",
    },
    school.compulsory_students:below(parameter "small_school_students"),
  },
}

indicator "small_school_funding" {
  name = { zh = "不足100名学生村小学和教学点按100名学生核定公用经费", en = "Small village schools are funded as if for 100" },
  clause = "第七条（六）", of = school, unit = "student", only_where = school.is_small_village_school,
  measure = school.funded_students,
  at_least = 100,
}

-- （七） special education. From spring 2025 the state funds 7000 yuan; the measures still say 6000.
indicator "special_education_funds_per_student" {
  name = { zh = "特殊教育学校生均公用经费", en = "Public funds per student of special schools" },
  clause = "第七条（七）", of = county, unit = "yuan/student",
  only_where = county.special_education_students:above(0),
  measure = county.special_education_funds_wan_yuan / county.special_education_students,
  at_least = 6000,
  note = { zh = "2025年春季起国家拨款标准提高到7000元，属经费标准；评估办法文本未改，仍按6000元。县内没有特殊教育学校的不适用",
    en = "the funding standard rose to 7000 in spring 2025; the measures were not changed. Not applicable without such students" },
}

-- （八） pay
indicator "teacher_pay" {
  name = { zh = "教师平均工资收入不低于当地公务员", en = "Teachers are paid no less than local civil servants" },
  clause = "第七条（八）", of = county, unit = "yuan/person",
  measure = county.teacher_mean_pay_yuan,
  at_least = county.civil_servant_mean_pay_yuan,
}

indicator "performance_pay" {
  name = { zh = "按规定足额核定教师绩效工资总量", en = "Performance pay is granted in full" },
  clause = "第七条（八）", of = county,
  holds = county.has_full_performance_pay, evidence = county.performance_pay_evidence,
}

-- （九） training
indicator "teacher_training" {
  name = { zh = "教师5年360学时培训完成率", en = "Teachers trained for 360 hours in five years" },
  clause = "第七条（九）", of = county, unit = "percent",
  measure = sum(county.schools, school.trained_360h_teachers, school.is_compulsory)
    / sum(county.schools, school.full_time_teachers, school.is_compulsory),
  at_least = 100,
}

-- （十） posts
indicator "allocated_posts" {
  name = { zh = "县级教育行政部门统筹分配编制和岗位数量", en = "The county's office of education allots the posts" },
  clause = "第七条（十）", of = county,
  holds = county.has_county_allocated_posts, evidence = county.allocated_posts_evidence,
}

-- （十一） rotation
indicator "rotation" {
  name = { zh = "交流轮岗教师占符合交流条件教师的比例", en = "Rotated teachers among those due" },
  clause = "第七条（十一）", of = county, unit = "percent",
  only_where = county.rotation_eligible_teachers:above(0),
  measure = county.rotated_teachers / county.rotation_eligible_teachers,
  at_least = 10,
}

indicator "backbone_rotation" {
  name = { zh = "骨干教师占交流轮岗教师的比例", en = "Backbone teachers among the rotated" },
  clause = "第七条（十一）", of = county, unit = "percent", only_where = county.rotated_teachers:above(0),
  measure = county.rotated_backbone_teachers / county.rotated_teachers,
  at_least = 20,
}

-- （十二） certificates
indicator "certified_teachers" {
  name = { zh = "专任教师持有教师资格证上岗率", en = "Certified teachers" },
  clause = "第七条（十二）", of = county, unit = "percent",
  measure = sum(county.schools, school.certified_teachers, school.is_compulsory)
    / sum(county.schools, school.full_time_teachers, school.is_compulsory),
  at_least = 100,
}

-- （十三） enrolment by catchment: public schools of cities and towns without boarders
quantity "enrols_by_catchment" {
  of = school, name = { zh = "城区和镇区公办非寄宿制学校", en = "public urban or town school without boarders" },
  clause = "第七条（十三）",
  value = all_of {
    school.area_type:is_one_of { "urban", "town" }, school.is_public, ~school.is_boarding,
  },
}

quantity "enrols_primary_by_catchment" { of = school, name = { zh = "就近划片入学的小学", en = "such a school with a primary stage" },
  value = school.enrols_by_catchment & school.school_type:is_one_of {
    "primary_school", "teaching_point", "nine_year_school", "twelve_year_school",
  } }

quantity "enrols_junior_by_catchment" { of = school, name = { zh = "就近划片入学的初中", en = "such a school with a junior stage" },
  value = school.enrols_by_catchment & school.school_type:is_one_of {
    "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school",
  } }

indicator "nearby_enrolment_primary" {
  name = { zh = "城区和镇区公办小学就近划片入学比例", en = "Urban and town primary students from the catchment" },
  clause = "第七条（十三）", of = county, unit = "percent",
  only_where = some(county.schools, school.enrols_primary_by_catchment),
  measure = sum(county.schools, school.primary_catchment_students, school.enrols_primary_by_catchment)
    / sum(county.schools, school.primary_students, school.enrols_primary_by_catchment),
  at_least = 100,
}

indicator "nearby_enrolment_junior" {
  name = { zh = "城区和镇区公办初中就近划片入学比例", en = "Urban and town junior students from the catchment" },
  clause = "第七条（十三）", of = county, unit = "percent",
  only_where = some(county.schools, school.enrols_junior_by_catchment),
  measure = sum(county.schools, school.junior_catchment_students, school.enrols_junior_by_catchment)
    / sum(county.schools, school.junior_students, school.enrols_junior_by_catchment),
  at_least = 95,
}

-- （十四） places of good senior schools
indicator "senior_quota" {
  name = { zh = "优质高中招生名额分配比例", en = "Places of good senior schools shared out among junior schools" },
  clause = "第七条（十四）", of = county, unit = "percent", only_where = county.quality_senior_places:above(0),
  measure = county.quota_places / county.quality_senior_places,
  at_least = 50,
}

indicator "rural_quota" {
  name = { zh = "优质高中招生名额向农村初中倾斜", en = "The sharing favours rural junior schools" },
  clause = "第七条（十四）", of = county,
  holds = county.has_rural_quota_tilt, evidence = county.rural_quota_evidence,
}

-- （十五） left-behind children, migrant workers' children
indicator "left_behind_care" {
  name = { zh = "留守儿童关爱体系健全", en = "Left-behind children are cared for" },
  clause = "第七条（十五）", of = county,
  holds = county.has_left_behind_care, evidence = county.left_behind_care_evidence,
}

indicator "migrant_enrolment" {
  name = { zh = "符合条件随迁子女在公办学校和政府购买服务的民办学校就读比例",
    en = "Migrant children in public schools or on places paid by the government" },
  clause = "第七条（十五）", of = county, unit = "percent", only_where = county.migrant_children:above(0),
  measure = (county.migrant_children_in_public_schools + county.migrant_children_in_purchased_places)
    / county.migrant_children,
  at_least = 85,
}
