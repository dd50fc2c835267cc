-- dictionary.lua - one row for the region as a whole.

dictionary "ningxia-programme-2025" { version = "1.0.0", name = { zh = "宁夏2025年目标数据", en = "Ningxia, data for the targets of 2025" } }

local function percent_of(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

table_of "regions" {
  name = { zh = "自治区", en = "region" }, level = "region", key = "region_code", names = "region_name",
  columns = {
    column "region_code" { name = { zh = "行政区划代码", en = "code" }, type = "code", required = true, filled = true },
    column "region_name" { name = { zh = "名称", en = "name" }, type = "text" },
    percent_of("nine_year_retention_percent", "九年义务教育巩固率", "kept over nine years of compulsory education"),
    percent_of("preschool_classes_within_size_percent", "学前达标班额比例", "pre-school classes within the national size"),
    percent_of("preschool_enrolment_percent", "学前教育毛入园率", "gross enrolment in pre-school"),
    percent_of("preschool_universal_counties_percent", "普及普惠县比例", "counties recognised for universal pre-school"),
    percent_of("senior_enrolment_percent", "高中阶段毛入学率", "gross enrolment in senior schools"),
    percent_of("region_backbone_teachers_percent", "自治区级骨干教师比例", "backbone teachers of the region's level"),
    percent_of("city_backbone_teachers_percent", "市级骨干教师比例", "backbone teachers of the city's level"),
    percent_of("county_backbone_teachers_percent", "县级骨干教师比例", "backbone teachers of the county's level"),
    percent_of("teacher_ict_assessed_percent", "教师信息技术素养测评达标率", "teachers who pass the assessment in information technology"),
    percent_of("certified_teachers_percent", "专任教师持证上岗率", "certified teachers"),
    percent_of("closed_campus_percent", "封闭化管理和专职保安配备率", "schools closed to outsiders, with guards of their own"),
    percent_of("alarm_percent", "一键式报警器配备率", "schools with a one-key alarm"),
    percent_of("video_link_percent", "视频监控与公安联网率", "schools whose cameras are linked with the police"),
  },
}
