-- grade.lua - verdicts with more than two values, and ladders of verdicts.
local core, shared = ...
local fields, expression, reference, rule_words = shared.fields, shared.expression, shared.reference, shared.rule
local kinds, words = expression.kinds, shared.pack.words

local grade = {}
shared.grade = grade

local value_form = '{ { "met", name = "…", when = condition }, …, { "unmet", name = "…" } }'

local function check_value(value, index, count, spec)
  if type(value) ~= "table" or kinds[value] then fields.wrong(spec.at, "values", value_form, value) end
  for _, key in ipairs(fields.sorted_keys(value)) do
    if key ~= 1 and key ~= "name" and key ~= "when" then
      core.fail("UNKNOWN_FIELD", spec.at, "values", spec.id, tostring(key), core.suggest(tostring(key), { "name", "when" }))
    end
  end
  fields.id(value[1], spec.id .. ".values", spec.at)
  fields.check({ name = value.name }, { name = "name!" }, spec.id .. " " .. value[1], spec.at)
  if index == count and value.when ~= nil then
    core.fail("LAST_VALUE", spec.at, "values", spec.id, '{ "' .. value[1] .. '", name = … }')
  elseif index < count and value.when == nil then
    core.fail("MISSING_FIELD", spec.at, "values", spec.id .. " " .. value[1], "when", value_form)
  end
end

-- The place of each value, counted from the worst (0) up.
local function ranks_of(record, spec)
  local list, ranks = record.values, {}
  if type(list) ~= "table" or kinds[list] or #list < 2 or #list ~= #fields.sorted_keys(list) then
    fields.wrong(spec.at, "values", value_form, list)
  end
  for index, value in ipairs(list) do
    check_value(value, index, #list, spec)
    if ranks[value[1]] then core.fail("DUPLICATE", spec.at, "values", "value", value[1]) end
    ranks[value[1]] = #list - index
  end
  return ranks
end

local function act(is_ladder)
  return function(record, spec, rule)
    local ranks, list, grades, arms = ranks_of(record, spec), record.values, {}, {}
    local pass = ranks[record.at_least]
    if not pass then
      local given = tostring(record.at_least)
      core.fail("UNKNOWN_NAME", spec.at, "at_least", given, core.suggest(given, fields.sorted_keys(ranks)))
    end
    if pass == 0 then core.fail("TABLE_IDLE", spec.at, "at_least", spec.id, "unmet") end
    local below
    for index = #list, 1, -1 do
      local value = list[index]
      grades[#grades + 1] = { id = value[1], name = value.name }
      local asked = value.when ~= nil and reference.settle(value.when, rule.level, rule.members) or nil
      if is_ladder and asked and below then asked = core.many("AND", { asked, below }, 2) end
      below = asked
      arms[index] = { condition = asked, value = core.const(#list - index) }
    end
    rule.measure, rule.ranks = shared.tables.chain(arms), ranks
    rule.until_date = record.until_date
    rule.in_force = (record.in_force or spec.layer > 0) and spec.in_force or nil
    local bound = core.const(pass)
    spec.kind, spec.grades, spec.pass_grade = "grade", grades, pass
    spec.unit, spec.compare = "", "at_least"
    spec.measure, spec.bound = core.node_index(rule.measure), core.node_index(bound)
    spec.holds = core.node_index(core.pair("GE", rule.measure, bound))
    rule_words.finish(spec, rule)
  end
end

local types = rule_words.with(rule_words.common, { values = "list!", at_least = "text!" })
words.grade = rule_words.rule_word("grade", types, act(false))
words.ladder = rule_words.rule_word("ladder", types, act(true))

-- Is the rule in force on the day of law? nil: as long as the pack is.
local function in_force(rule)
  local parts = {}
  if rule.in_force then parts[#parts + 1] = core.since(rule.in_force) end
  if rule.until_date then parts[#parts + 1] = core.one("NOT", core.since(rule.until_date)) end
  return #parts > 0 and core.many("AND", parts, #parts) or nil
end

-- At least this value; an entity to which the grade does not apply is not hindered by it.
function grade.node(rule, rank)
  local reached = core.pair("GE", rule.measure, core.const(rank))
  local spared = {}
  if rule.applies then spared[#spared + 1] = core.one("NOT", rule.applies) end
  local valid = in_force(rule)
  if valid then spared[#spared + 1] = core.one("NOT", valid) end
  if #spared == 0 then return core.raise(reached, rule.level) end
  spared[#spared + 1] = reached
  return core.raise(core.many("OR", spared, #spared), rule.level)
end

-- reaches(grade "school_standard", "met"): open until all is declared.
function words.reaches(of, value)
  local info = kinds[of] == "reference" and expression.open_of[of]
  if not info or (info.kind ~= "grade" and info.kind ~= "ladder") then
    core.fail("WRONG_VALUE", nil, nil, "reaches", 'reaches(grade "…", "…")', fields.shown(of))
  end
  return expression.deferred("REACHES", { of = of, value = value, at = core.here() })
end

-- The grade's own level, lifted to the one that asks.
reference.plain_operations.REACHES = true
function reference.operations.REACHES(open, level, members)
  local info = open.list
  local rule = reference.must_be_declared(expression.open_of[info.of])
  reference.lower(rule)
  local rank = rule.ranks[info.value]
  if not rank then
    core.fail("UNKNOWN_NAME", info.at, nil, tostring(info.value), core.suggest(tostring(info.value), fields.sorted_keys(rule.ranks)))
  end
  members[#members + 1] = rule
  return reference.lift(rule, level, grade.node(rule, rank))
end
