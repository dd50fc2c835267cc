-- The words of the rule language, by the kind of file in which they stand.
--
-- Read by .luacheckrc, so that the linter knows the words, and by a test that compares this list
-- with the sandbox (tests/unit/script). Levels (school, county, …) are words too, but it is the
-- dictionaries that make them, so .luacheckrc collects them from there; listed here are those of
-- the engine.

local function joined(...)
  local all = {}
  for _, list in ipairs({ ... }) do
    for _, word in ipairs(list) do
      all[#all + 1] = word
    end
  end
  return all
end

local levels = { "stage" }

-- What is left of Lua's own library.
local standard = { "ipairs", "math", "pairs", "string", "table", "tonumber", "tostring", "type" }

local expressions = {
  "all_of",
  "any_of",
  "any_of_last",
  "at_least_n",
  "at_most_n_fail",
  "above",
  "at_least",
  "at_most",
  "below",
  "by_choice",
  "by_stage",
  "ceil",
  "choose",
  "count",
  "each_of_last",
  "every",
  "floor",
  "greatest",
  "in_year",
  "interpolate",
  "known",
  "larger",
  "least",
  "none_of",
  "number",
  "or_else",
  "parameter",
  "percent",
  "reaches",
  "rising",
  "rounded",
  "share",
  "share_of",
  "smaller",
  "some",
  "steps",
  "sum",
  "this_year",
  "unknown_between",
  "years_since",
}

local dictionary = {
  "audit",
  "check",
  "column",
  "column_of",
  "dataset",
  "dictionary",
  "extends",
  "form",
  "source",
  "table_of",
  "unit_of_measure",
}

local pack = {
  "change",
  "compute",
  "dated",
  "document",
  "grade",
  "indicator",
  "item",
  "ladder",
  "none",
  "overlay",
  "pack",
  "part",
  "quantity",
  "reform",
  "relax",
  "requirement",
  "scheme",
  "section",
  "split",
  "stages",
  "switch",
  "target",
  "unit_cost",
  "verdict",
  "veto",
  "withdraw",
}

local cases = { "between", "case", "example", "like", "missing" }

local mapping = { "from", "mapping" }

local prices = { "means", "prices" }

return {
  levels = levels,
  standard = standard,
  expressions = expressions,
  dictionary = dictionary,
  pack = pack,
  cases = cases,
  mapping = mapping,
  prices = prices,
  all = joined(levels, standard, expressions, dictionary, pack, cases, mapping, prices),
}
