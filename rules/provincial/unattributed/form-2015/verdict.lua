-- All that was seen, at every main campus. That all must be met is concluded, the rule was not seen.

verdict "conditions" {
  name = { zh = "办学条件（所见部分）", en = "Conditions of schools, what was seen" }, clause = "填表说明", of = county, certainty = "inferred",
  note = { zh = "各项均须达到系推断", en = "that each must be met is inferred" },
  holds = all_of { section "indicators" },
}
