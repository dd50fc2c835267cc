-- Cases of the two ways of asking.

for _, one in ipairs {
  { "recognition_by_questionnaire", "questionnaire_recognition_percent" }, { "recognition_by_interview", "interview_recognition_percent" },
} do
  local rule, column = one[1], one[2]
  case(rule .. ": 85 per cent") { rule = rule, given = { [column] = 85 }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": just below") { rule = rule, given = { [column] = "84.9999" }, expect = "unmet" }
  case(rule .. ": just above") { rule = rule, given = { [column] = "85.0001" }, expect = "met" }
  case(rule .. ": nobody asked") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end
