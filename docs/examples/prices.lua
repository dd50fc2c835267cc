-- 虚构的价格，只为说明写法；各地请换成自己的价格。 All prices here are made up, to show the form: put your own in.

prices "example" {
  name = { zh = "示例价格", en = "Example prices" },
  notice = { zh = "虚构价格，只作示例", en = "made-up prices, for example only" },
  date = "2024-09-01",
}

-- One teacher counts in every column that `adds` names: a new PE teacher with a degree counts for PE and for degrees,
-- and among all teachers. What the dictionary checks of the data (teachers of PE are among all teachers) holds for the
-- data after the plan, too.
means "primary_pe_teacher" {
  name = { zh = "小学体育教师（本科）", en = "PE teacher, primary, with a bachelor's degree" },
  of = school, yuan = 90000, per = "teacher",
  adds = {
    primary_pe_teachers = 1, primary_bachelor_teachers = 1, primary_full_time_teachers = 1, full_time_teachers = 1,
    certified_teachers = 1, trained_360h_teachers = 1,
  },
  moves = { yuan = 20000 },
}

means "junior_pe_teacher" {
  name = { zh = "初中体育教师（本科）", en = "PE teacher, junior, with a bachelor's degree" },
  of = school, yuan = 100000, per = "teacher",
  adds = {
    junior_pe_teachers = 1, junior_bachelor_teachers = 1, junior_full_time_teachers = 1, full_time_teachers = 1,
    certified_teachers = 1, trained_360h_teachers = 1,
  },
  moves = { yuan = 20000 },
}

means "primary_degree" {
  name = { zh = "小学教师学历提升至专科", en = "College diploma for a primary teacher" },
  of = school, yuan = 12000, per = "teacher",
  adds = { primary_diploma_teachers = 1 },
}

-- A number below 0 takes away: whoever gets a bachelor's degree no longer counts among those with a college diploma.
means "junior_degree" {
  name = { zh = "初中教师学历提升至本科", en = "Bachelor's degree for a junior teacher" },
  of = school, yuan = 18000, per = "teacher",
  adds = { junior_bachelor_teachers = 1, junior_diploma_teachers = -1 },
}

means "primary_backbone" {
  name = { zh = "小学骨干教师培养", en = "Training a backbone teacher, primary" },
  of = school, yuan = 15000, per = "teacher", adds = { primary_backbone_teachers = 1 },
}

means "junior_backbone" {
  name = { zh = "初中骨干教师培养", en = "Training a backbone teacher, junior" },
  of = school, yuan = 15000, per = "teacher", adds = { junior_backbone_teachers = 1 },
}

means "classrooms" {
  name = { zh = "教学及辅助用房", en = "Teaching and auxiliary rooms" },
  of = school, yuan = 2800, per = "m2", adds = { teaching_area_m2 = 1 },
}

-- The national form counts a gymnasium in the teaching area, too.
means "gymnasium" {
  name = { zh = "新建室内体育用房", en = "New gymnasium" },
  of = school, yuan = 3200, per = "m2", adds = { teaching_area_m2 = 1, indoor_sports_area_m2 = 1 },
}

means "conversion" {
  name = { zh = "教室改为室内体育用房", en = "Classrooms made a gymnasium" },
  of = school, yuan = 500, per = "m2", adds = { indoor_sports_area_m2 = 1 },
}

means "sports_ground" {
  name = { zh = "运动场地", en = "Sports ground" },
  of = school, yuan = 400, per = "m2", adds = { sports_ground_area_m2 = 1 },
}

means "equipment" {
  name = { zh = "教学仪器设备", en = "Teaching equipment" },
  of = school, yuan = 1, per = "yuan", step = 100, adds = { equipment_value_wan_yuan = 0.0001 },
}

means "multimedia_room" {
  name = { zh = "网络多媒体教室", en = "Networked multimedia classroom" },
  of = school, yuan = 60000, per = "room", adds = { multimedia_rooms = 1 },
}
