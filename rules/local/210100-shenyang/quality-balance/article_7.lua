-- 第七条 政府保障程度: what Shenyang asks of the county's government beyond the nation.

-- （二） three levels of the quota: the same everywhere (nation), 935/1155 (province), 1150/1350 (city)
floor "public_funds_primary_city" {
  above = indicator "public_funds_primary",
  name = { zh = "小学生均公用经费基准定额不低于市定标准", en = "Base quota per primary student, at least the city's" },
  clause = "对应国家第七条（二）", section = section "government", at_least = 1150,
}
floor "public_funds_junior_city" {
  above = indicator "public_funds_junior",
  name = { zh = "初中生均公用经费基准定额不低于市定标准", en = "Base quota per junior student, at least the city's" },
  clause = "对应国家第七条（二）", section = section "government", at_least = 1350,
}

-- （六）
change "school.is_small_village_school" {
  was = all_of {
    any_of {
      school.school_type:is "teaching_point",
      school.school_type:is "primary_school" & school.area_type:is "rural",
    },
    school.compulsory_students:below(parameter "small_school_students"),
  },
  now = all_of {
    any_of {
      school.school_type:is "teaching_point",
      school.school_type:is "primary_school" & school.area_type:is "rural",
      school.is_attached_village_school,
    },
    school.compulsory_students:below(parameter "small_school_students"),
  },
  clause = "对应国家第七条（六）",
  note = { zh = "包括乡镇中心校附设的村小", en = "village schools attached to a township's centre school count too" },
}

-- （七）
change "special_education_funds_per_student.at_least" {
  was = 6000, now = 8000, clause = "对应国家第七条（七）",
  note = { zh = "8000元是省定、市定还是更新的国家标准，未能确定", en = "whether 8000 is the city's, the province's or a newer national figure is not known" },
}

-- One of the city's sheets divides by the students in ordinary classes, too; the others do not.
switch "inclusive_students_counted" {
  name = { zh = "随班就读学生计入特殊教育生均公用经费", en = "Disabled students in ordinary classes share the funds of special schools" },
  clause = "对应国家第七条（七）", certainty = "unverified",
  note = { zh = "仅一张表如此，其余表不计；默认不计", en = "one sheet says so, the others do not; off unless asked for" },
}
change "special_education_funds_per_student.measure" {
  was = county.special_education_funds_wan_yuan / county.special_education_students,
  now = county.special_education_funds_wan_yuan / (county.special_education_students + county.disabled_in_ordinary_schools),
  when = switch "inclusive_students_counted",
  clause = "对应国家第七条（七）",
}

-- added
indicator "no_classes_in_vocational_schools" {
  name = { zh = "职业学校不得附设小学、初中班", en = "No primary or junior classes in vocational schools" },
  clause = "地方补充指标（职业学校）", of = county, section = section "government",
  holds = ~county.has_classes_in_vocational_schools, evidence = county.vocational_classes_evidence,
}
