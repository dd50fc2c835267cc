-- What has a figure: land, floor area by the size of the school, the clinic.

section "standards" { name = { zh = "有数值的标准", en = "Standards with a figure" }, clause = "评估细则", only_where = school.is_assessed }

-- Each stage needs its own: the land of a nine-year school is that of both together.
parameter "land_per_student" { value = { primary = 15, junior = 20 }, unit = "m2/student", clause = "校园用地2" }

quantity "land_needed" {
  of = stage, name = { zh = "本学段应有用地", en = "land that the stage needs" }, clause = "校园用地2",
  value = stage.students * parameter "land_per_student" }

indicator "land" {
  name = { zh = "校园用地面积", en = "Land" },
  clause = "校园用地2", of = school, unit = "m2",
  measure = school.teaching_site_area_m2,
  at_least = sum(school.stages, stage.land_needed),
  note = { zh = "不含食堂、宿舍用地；一贯制学校分学段计算后相加，不因资源共享降低", en = "without dining halls and dormitories; through-schools stage by stage, nothing off for what is shared" },
}

-- Floor area: classes count as 45 and 50 students. The value by size was not seen; between smallest and largest it is open.
parameter "students_per_class" { value = { primary = 45, junior = 50 }, unit = "student/class", clause = "校舍面积3" }
parameter "floor_area_of_the_largest" { value = { primary = "4.4", junior = "5.2" }, unit = "m2/student", clause = "建设基本标准2", certainty = "unverified" }
parameter "floor_area_of_the_smallest" { value = { primary = "6.7", junior = "6.6" }, unit = "m2/student", clause = "建设基本标准2", certainty = "unverified" }

quantity "floor_area_needed" {
  of = stage, name = { zh = "本学段应有校舍面积", en = "floor area that the stage needs" }, clause = "校舍面积3", certainty = "unverified",
  note = { zh = "随规模变化，表中各行未见；所见文本数字连写为“6.74.4”“6.65.2”，读作6.7至4.4、6.6至5.2", en = "by size, the rows were not seen; the figures run together in the text seen, read as 6.7 to 4.4 and 6.6 to 5.2" },
  value = stage.classes * parameter "students_per_class"
    * unknown_between(parameter "floor_area_of_the_largest", parameter "floor_area_of_the_smallest"),
}

indicator "floor_area" {
  name = { zh = "校舍建筑面积", en = "Floor area" },
  clause = "校舍面积3", of = school, unit = "m2", certainty = "unverified",
  measure = school.teaching_building_area_m2,
  at_least = sum(school.stages, stage.floor_area_needed),
  note = { zh = "不含食堂、宿舍；每班小学按45人、初中按50人计；最小、最大规模之外套用两端的值", en = "without dining halls and dormitories; outside the table its ends hold" },
}

parameter "clinic_from" { value = 600, unit = "student", clause = "卫生室" }
indicator "clinic" {
  name = { zh = "寄宿制或600人以上学校设医务室", en = "A clinic, where students board or are 600" },
  clause = "卫生室", of = school,
  only_where = school.is_boarding | school.all_students:at_least(parameter "clinic_from"),
  holds = school.has_clinic,
}
