-- The province's quota: on the line, just below, just above, without data, before its day.

for _, one in ipairs { { "primary", 935, "934.99", "935.01" }, { "junior", 1155, "1154.99", "1155.01" } } do
  local rule, column = "public_funds_" .. one[1], one[1] .. "_public_funds_quota_yuan"
  case(rule .. ": exactly the province's") { rule = rule, given = { [column] = one[2] }, expect = { verdict = "met", margin = "0" } }
  case(rule .. ": just below") { rule = rule, given = { [column] = one[3] }, expect = "unmet" }
  case(rule .. ": just above") { rule = rule, given = { [column] = one[4] }, expect = "met" }
  case(rule .. ": not known") { rule = rule, given = { [column] = missing }, expect = "undetermined" }
  case(rule .. ": not before 2018") { rule = rule, on = "2017-12-31", given = { [column] = 0 }, expect = "not_in_force" }
end

-- Only the title of the measures was seen: a county can be refused, never recognised.
case "a quota too low refuses the county" { rule = "quality_balance", given = { primary_public_funds_quota_yuan = 934 }, expect = "unmet" }
