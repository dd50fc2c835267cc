-- columns.lua - how many of the thirteen each school reaches.

column_of "schools" {
  column "core_indicators_met" { name = { zh = "核心指标达标项数", en = "core indicators reached" }, type = "count", max = 13 },
}
