-- mapping.lua - the workbook of the county office as it is kept.
mapping {
  name = { zh = "甲一县 2024 年数据（虚构）", en = "County A1, 2024 (made up)" },
  dictionary = "national", as_of = "2024-09-01", year = "2024", campuses = "merge",
}

local book = "学校基本情况.xlsx"

from(book) {
  sheet = "学校", table = "schools",
  columns = {
    school_code = "学校标识码", school_name = "学校名称", area_type = "城乡类型",
    school_type = { "办学类型", words = { ["完小"] = "primary_school" } },
    county_code = { value = "990101" }, organiser = { value = "education_department" },
    is_counted_as_school = "是否计校数", parent_school_code = "主校标识码",
    primary_students = "在校生数/小学", junior_students = "在校生数/初中",
    primary_classes = "班数/小学", junior_classes = "班数/初中",
    primary_largest_class = "最大班额/小学", junior_largest_class = "最大班额/初中",
    teaching_area_m2 = "教学及辅助用房", indoor_sports_area_m2 = "其中：室内体育用房",
    sports_ground_area_m2 = "运动场地面积（平方米）", multimedia_rooms = "网络多媒体教室（间）",
    equipment_value_wan_yuan = "教学仪器设备值", -- the unit line says 万元
  },
}

local columns = { school_code = "学校代码" }
for stage, title in pairs { primary = "小学专任教师/", junior = "初中专任教师/" } do
  columns[stage .. "_diploma_teachers"] = title .. "专科"
  columns[stage .. "_bachelor_teachers"] = title .. "本科"
  columns[stage .. "_master_teachers"] = title .. "硕士"
  columns[stage .. "_doctor_teachers"] = title .. "博士"
  columns[stage .. "_backbone_teachers"] = title .. "骨干"
  columns[stage .. "_pe_teachers"] = { sum = { title .. "体育", title .. "健康" } }
  columns[stage .. "_music_teachers"] = title .. "音乐"
  columns[stage .. "_fine_arts_teachers"] = title .. "美术"
end
from(book) { sheet = "教师", table = "schools", columns = columns }

from(book) { sheet = "县情", table = "counties" }
from(book) { sheet = "专用教室", table = "rooms" }
from(book) { sheet = "质量监测", table = "monitoring" }
