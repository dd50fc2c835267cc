-- Each rating, and what can be said of 35 of them.

local function rated(as, bs, cs, two_valued)
  local list = {}
  for _, pair in ipairs { { "a", as }, { "b", bs }, { "c", cs } } do
    for _ = 1, pair[2] do
      local row = #list + 1
      table.insert(list, { number = row, grade = pair[1], is_two_valued = row <= (two_valued or 13) })
    end
  end
  return { ratings = list }
end

case "A" { rule = "indicator_grade", given = { grade = "a" }, expect = { verdict = "met", measure = "2", margin = "1" } }
case "B" { rule = "indicator_grade", given = { grade = "b" }, expect = { verdict = "met", measure = "1", margin = "0" } }
case "C" { rule = "indicator_grade", given = { grade = "c" }, expect = { verdict = "unmet", measure = "0" } }
case "not rated" { rule = "indicator_grade", given = {}, expect = "undetermined" }

case "two-valued: A" { rule = "two_valued", given = { is_two_valued = true, grade = "a" }, expect = "met" }
case "two-valued: C" { rule = "two_valued", given = { is_two_valued = true, grade = "c" }, expect = "met" }
case "two-valued: B cannot be" { rule = "two_valued", given = { is_two_valued = true, grade = "b" }, expect = "unmet" }
case "two-valued: not rated" { rule = "two_valued", given = { is_two_valued = true }, expect = "undetermined" }
case "two-valued: not this one" { rule = "two_valued", given = { is_two_valued = false, grade = "b" }, expect = "not_applicable" }

case "35 are rated" { rule = "all_rated", given = rated(35, 0, 0), expect = "met" }
case "34 are rated: one is to come" { rule = "all_rated", given = rated(34, 0, 0), expect = "undetermined" }
case "36 cannot be" { rule = "all_rated", given = rated(36, 0, 0), expect = "unmet" }
case "nothing is there" { rule = "all_rated", given = {}, expect = "undetermined" }
case "13 are two-valued" { rule = "thirteen_two_valued", given = rated(20, 10, 5), expect = "met" }
case "12 are two-valued" { rule = "thirteen_two_valued", given = rated(20, 10, 5, 12), expect = "unmet" }
case "14 are two-valued" { rule = "thirteen_two_valued", given = rated(20, 10, 5, 14), expect = "unmet" }
case "two-valued: 13 of 34, one to come" { rule = "thirteen_two_valued", given = rated(34, 0, 0), expect = "undetermined" }
case "two-valued: 14 of 34 are too many already" { rule = "thirteen_two_valued", given = rated(34, 0, 0, 14), expect = "unmet" }

case "all reached" { rule = "indicators_reached", given = rated(35, 0, 0), expect = { verdict = "met", measure = "35" } }
case "34 reached: who knows" { rule = "indicators_reached", given = rated(34, 1, 0), expect = { verdict = "undetermined", measure = "34" } }
case "none failed" { rule = "indicators_failed", given = rated(20, 15, 0), expect = { verdict = "met", measure = "0" } }
case "one failed: who knows" { rule = "indicators_failed", given = rated(20, 14, 1), expect = { verdict = "undetermined", measure = "1" } }

case "35 A" { rule = "quality_balance_grades", given = rated(35, 0, 0), expect = "met" }
case "20 A, 10 B, 5 C: who knows" { rule = "quality_balance_grades", given = rated(20, 10, 5), expect = "undetermined" }
case "a B where there is none" { rule = "quality_balance_grades", given = rated(12, 23, 0), expect = "unmet" }
case "not all are rated" { rule = "quality_balance_grades", given = rated(34, 0, 0), expect = "undetermined" }

local function with_a_blank()
  local list = rated(34, 0, 0, 12).ratings
  table.insert(list, { number = 35 })
  return { ratings = list }
end
case "the last is not rated" { rule = "all_rated", given = with_a_blank(), expect = "undetermined" }
case "of the last it is not known whether it has a B" { rule = "thirteen_two_valued", given = with_a_blank(), expect = "undetermined" }
