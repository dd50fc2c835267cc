-- columns.lua - what the table says of each school.

local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end

column_of "schools" {
  column "conclusions_met" {
    name = { zh = "单项结论达标个数", en = "conclusions reached" }, type = "count", max = 31,
  },
  column "conclusions_met_on_plans" {
    name = { zh = "按规划数据方可达标的单项结论个数", en = "further conclusions, reached on planned figures" },
    type = "count", max = 31, note = "只指用地、校舍、运动场地三类；已按现状达标的不计入",
  },
  yes_no("is_old_town_school", "老城区学校", "school of an old town"),
  yes_no("is_land_short", "用地不足", "is short of land"),
  yes_no("is_improving", "用地等条件正在改善", "its conditions are improving"),
  yes_no("is_under_works", "迁建、改扩建或合并中", "is being moved, rebuilt or merged"),
  yes_no("is_passed_on_plans", "曾按规划数据判为达标", "was passed on planned figures"),
  yes_no("are_works_finished", "建设工程已完成", "the works are finished"),
  column "recognised_year" {
    name = { zh = "县域认定年份", en = "year of the county's recognition" }, type = "count", unit = "year", min = 1990, max = 2100,
  },
}
