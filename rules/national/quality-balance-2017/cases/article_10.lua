-- Cases of article 10: each veto both ways, and not known.

for _, one in ipairs {
  { "exam_admission", "has_exam_admission" }, { "school_choice", "has_illegal_school_choice" },
  { "key_schools_or_classes", "has_key_schools_or_classes" }, { "unfilled_posts", "has_unfilled_posts" },
  { "major_incident", "has_major_incident" }, { "falsification", "has_falsification" },
} do
  local rule, column = one[1], one[2]
  case(rule .. ": it did not happen") { rule = rule, given = { [column] = false }, expect = "met" }
  case(rule .. ": it happened") { rule = rule, given = { [column] = true }, expect = "unmet" }
  case(rule .. ": not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
end
