-- columns.lua - how a school's management was assessed. Shares are of the points of that duty.

local function share(id, zh, en)
  return column(id) { name = { zh = zh .. "得分率", en = "share of points: " .. en }, type = "decimal", unit = "percent", scale = 4, max = 100 }
end

column_of "schools" {
  share("equal_rights_percent", "保障学生平等权益", "equal rights of students"),
  share("all_round_growth_percent", "促进学生全面发展", "all-round growth of students"),
  share("teacher_growth_percent", "引领教师专业进步", "teachers' professional progress"),
  share("teaching_level_percent", "提升教育教学水平", "level of teaching"),
  share("environment_percent", "营造和谐美丽环境", "a harmonious environment"),
  share("school_system_percent", "建设现代学校制度", "a modern school system"),
  column "prerequisites_met" { name = { zh = "符合要求的前置条件数", en = "prerequisites that are met" }, type = "count", max = 6 },
  column "has_passed_spot_check" { name = { zh = "经省厅抽查并通过评审", en = "has passed the province's spot check and review" }, type = "bool" },
}
