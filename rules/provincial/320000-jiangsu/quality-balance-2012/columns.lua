-- columns.lua - what Jiangsu's indicators need beside the national dictionary.

local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local function evidence(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "text" } end
local function students(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "count", unit = "student", max = 20000 }
end

column_of "counties" {
  column "compulsory_retention_percent" {
    name = { zh = "义务教育巩固率", en = "kept over compulsory education" }, type = "decimal", unit = "percent", scale = 4, max = 100,
  },
}

column_of "schools" {
  students("entrants", "当年招生数", "entrants of the year"),
  students("choice_entrants", "当年招收择校生数", "entrants of the year who chose the school"),
  yes_no("is_modern_standard_met", "基本达到省现代化办学标准", "practically meets the province's standard of modern schools"),
  evidence("modern_standard_evidence", "现代化办学标准佐证", "evidence: standard of modern schools"),
  column "principal_terms" {
    name = { zh = "校长在本校连续任职届数", en = "terms of the head in this school" }, type = "count", max = 20,
  },
  yes_no("has_classroom_links", "实现班班通", "every classroom is linked"),
  yes_no("is_seismic_code_met", "校舍达到抗震设防标准", "buildings meet the code for earthquakes"),
  yes_no("has_maintenance_system", "建立校舍维修长效机制", "buildings are kept up by a standing arrangement"),
  evidence("building_safety_evidence", "校舍安全佐证", "evidence: safety of buildings"),
  yes_no("is_teacher_ratio_met", "生师比达到省定标准", "the ratio of students to teachers is the province's"),
}
