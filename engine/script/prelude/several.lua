-- several.lua - rules over several others: requirements, at least n of them, the spread between entities.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local kinds, words, rule_api = expression.kinds, shared.pack.words, shared.rule

-- The measured indicators that a section or a list names, with their measures made.
local function indicators_of(value, what, at)
  local found = {}
  local function add(rule)
    if rule.kind == "indicator" then
      reference.lower(rule)
      found[#found + 1] = rule
    end
  end
  if kinds[value] == "reference" then
    local target = reference.must_be_declared(expression.open_of[value])
    for _, rule in ipairs(target.rules or { target }) do add(rule) end
  elseif type(value) == "table" and not kinds[value] then
    for _, one in ipairs(value) do
      for _, rule in ipairs(indicators_of(one, what, at)) do found[#found + 1] = rule end
    end
  end
  if #found == 0 then fields.wrong(at, what, 'section "…", indicator "…" + measure', value) end
  return found
end
rule_api.indicators_of = indicators_of

-- At least n of several, the others near enough; at most n that fail -----------------------------------------

local function count_word(word, allowed, form)
  return function(list)
    local at = core.here()
    if type(list) ~= "table" or kinds[list] or core.is_node(list) then fields.wrong(at, word, form, list) end
    for _, key in ipairs(fields.sorted_keys(list)) do
      if key ~= 1 and not allowed[key] then core.fail("UNKNOWN_FIELD", at, nil, word, tostring(key), "") end
    end
    if list.of == nil then core.fail("MISSING_FIELD", at, nil, word, "of", form) end
    if not pack.is_value(list[1]) then fields.wrong(at, word, form, list[1]) end
    return expression.deferred("COUNTED", { word = word, n = list[1], of = list.of, floor = list.others_at_least, at = at })
  end
end
words.at_least_n = count_word("at_least_n", { of = true, others_at_least = true }, 'at_least_n { 6, of = section "…" }')
words.at_most_n_fail = count_word("at_most_n_fail", { of = true }, 'at_most_n_fail { 2, of = section "…" }')

local function floor_condition(member, floor, at)
  if member.compare ~= "at_least" then
    fields.wrong(at, "others_at_least: " .. member.id, "at_least", member.compare or "holds")
  end
  local enough = core.pair("GE", member.measure, core.pair("MUL", floor, member.bound))
  return core.many("OR", { core.rule_use(member.index), enough }, 2)
end

-- Of a section its indicators count, else all rules that stand for it.
local function rules_counted(value, at)
  local target = reference.must_be_declared(expression.open_of[value])
  for _, rule in ipairs(target.rules or {}) do
    if rule.kind == "indicator" then return indicators_of(value, "of", at) end
  end
  return reference.rules_of(value)
end

rule_api.counts = {} -- how many are asked for: looked over when all layers have changed them

-- What is counted: rules and plain conditions, as { rule } or { node }.
local function counted(group, level)
  local list, at, seen = {}, group.at, {}
  local function add_rules(rules)
    for _, rule in ipairs(rules) do
      if seen[rule] then core.fail("DUPLICATE", at, "of", group.word .. ".of", rule.id) end
      seen[rule] = true
      list[#list + 1] = { rule = rule }
    end
  end
  local function add(one)
    if kinds[one] == "reference" then
      add_rules(rules_counted(one, at))
    elseif type(one) == "table" and not kinds[one] and not core.is_node(one) then
      if #one == 0 or #one ~= #fields.sorted_keys(one) then
        fields.wrong(at, group.word .. ".of", 'of = { indicator "…", condition, … }', one)
      end
      for _, each in ipairs(one) do add(each) end
    else
      list[#list + 1] = { node = reference.settle(one, level, {}) }
    end
  end
  if group.floor ~= nil then
    add_rules(indicators_of(group.of, "at_least_n", at))
  else
    add(group.of)
  end
  return list
end

-- The condition; the rules it counts (nil if there are plain conditions among them); its parameters.
local function count_node(group, level)
  local list = counted(group, level)
  local is_failing = group.word == "at_most_n_fail"
  local more = { field = "holds", role = is_failing and "at_most" or "at_least" }
  local needed, n_param = shared.numbers.add(is_failing and "n_fail" or "n", group.n, "", more)
  rule_api.counts[#rule_api.counts + 1] = { param = n_param, least = is_failing and 0 or 1,
    most = is_failing and #list - 1 or #list, word = group.word, at = group.at }
  if is_failing then needed = core.pair("SUB", core.const(#list), needed) end
  local args, members = { needed }, {}
  for index, one in ipairs(list) do
    args[index + 1] = one.node or reference.lift(one.rule, level)
    members[#members + 1] = one.rule
  end
  local parts, floor_param = { core.many("AT_LEAST_N", args, #args) }, nil
  if group.floor ~= nil then
    local floor
    more.role = "at_least"
    floor, floor_param = shared.numbers.add("others_at_least", group.floor, "", more)
    for _, member in ipairs(members) do parts[#parts + 1] = floor_condition(member, floor, group.at) end
  end
  return core.many("AND", parts, #parts), #members == #list and members or nil, n_param, floor_param
end

reference.operations.COUNTED = function(info, level)
  local node = count_node(info.list, level)
  return level and core.raise(node, level) or node
end

-- A requirement that is nothing but a count tells its members.
local function count_members(spec, rule, group)
  local node, members, n_param, floor_param = count_node(group, rule.level)
  spec.holds, spec.shape, rule.members = core.node_index(node), "free", members or {}
  rule.counted, rule.n_param = members, n_param
  if members then spec.shape, spec.n_param, spec.floor_param = group.word, n_param, floor_param end
end

-- Spread between entities -----------------------------------------------------------------------------------

-- One measure that goes by the name of its quantity or column.
local function plain_measure(node, at)
  local id = core.is_node(node) and core.label_of(node)
  if not id then fields.wrong(at, "spread", 'section "…", { indicator "…" }, { stage.quantity, … }', node) end
  local _, level = core.describe(node)
  local quantity = level and pack.quantities[shared.scope.quantity(level, id)]
  return { id = id, name = quantity and quantity.name or id, level = level, measure = node }
end

-- What is spread: the measures of indicators, or plain ones, which have no bounds of their own; each of those
-- to whom it applies, and for whom `among` holds.
local function measures_of(record, at)
  local list, found = record.spread, {}
  if type(list) == "table" and not kinds[list] and core.is_node(list[1]) then
    for index, node in ipairs(list) do found[index] = plain_measure(node, at) end
  else
    found = indicators_of(list, "spread", at)
  end
  local result = {}
  for index, one in ipairs(found) do
    local among = record.among ~= nil and reference.settle(record.among, one.level, {}) or nil
    local applies = one.applies and among and core.many("AND", { one.applies, among }, 2) or one.applies or among
    result[index] = { id = one.id, name = one.name, level = one.level, measure = one.measure, applies = applies }
  end
  return result
end

-- The spread of one indicator's measure in one stage, and whether any entity takes part.
local function spread_node(record, rule, member, stage, limit)
  local over = { over = member.level, target = rule.level, stage = stage, filter = member.applies }
  over.op = "COUNT"
  local count = core.over(over)
  over.op, over.value, over.weight = "SPREAD", member.measure, expression.to_node(record.weight, "weight")
  over.limit = limit
  return core.over(over), core.pair("GT", count, core.const(0))
end

-- One limit as a rule of its own: of one indicator, or of the mean of several.
local function spread_rule(record, spec, rule, item)
  local applies = rule.applies and core.many("AND", { rule.applies, item.exists }, 2) or item.exists
  local id = spec.id .. "." .. shared.scope.bare(item.id) .. (item.stage.name and "." .. item.stage.name or "")
  return rule_api.finish({
    id = id, kind = "spread", of = rule.level, name = item.name, clause = record.clause, document = spec.document, at = spec.at,
    in_force = spec.in_force, until_date = record.until_date, certainty = spec.certainty, stage = item.stage.index, unit = "",
    compare = "at_most", measure = core.node_index(item.node), bound = core.node_index(item.limit),
    holds = core.node_index(item.node), applies = core.node_index(applies), layer = spec.layer,
  }, { id = id, kind = "spread", level = rule.level, members = {}, name = item.name, at = spec.at, is_item = true })
end

local function each_spread(record, spec, rule, members, limit)
  local items = {}
  for _, member in ipairs(members) do
    for _, stage in ipairs(limit.stages) do
      local bound = core.param_use(limit.param, stage.index)
      local node, exists = spread_node(record, rule, member, stage.index, bound)
      items[#items + 1] = spread_rule(record, spec, rule,
        { id = member.id, name = member.name, node = node, exists = exists, limit = bound, stage = stage })
    end
  end
  return items
end

-- The mean of the coefficients of variation of all indicators, in each stage.
local function mean_spread(record, spec, rule, members, limit)
  local items = {}
  for _, stage in ipairs(limit.stages) do
    local bound, spreads, there = core.param_use(limit.param, stage.index), {}, {}
    for index, member in ipairs(members) do
      spreads[index], there[index] = spread_node(record, rule, member, stage.index, nil)
    end
    items[#items + 1] = spread_rule(record, spec, rule, { id = "mean", name = record.name,
      node = core.composite(bound, spreads, rule.level), exists = core.many("OR", there, #there), limit = bound, stage = stage })
  end
  return items
end

-- The stages for which limits stand, by their index; one without a name where they do not differ.
local function stages_of(by_stage)
  local stages = {}
  if not by_stage then return { {} } end
  for _, name in ipairs(fields.sorted_keys(pack.stage_index)) do
    stages[pack.stage_index[name] + 1] = { name = name, index = pack.stage_index[name] }
  end
  return stages
end

local function spread_items(record, spec, rule)
  if record.weight == nil or record.at_most == nil then
    core.fail("MISSING_FIELD", spec.at, nil, "requirement " .. spec.id, record.weight == nil and "weight" or "at_most",
      record.weight == nil and "weight = …" or "at_most = …")
  end
  local combine = record.combine or "each"
  if combine ~= "each" and combine ~= "mean" then fields.wrong(spec.at, "combine", '"each", "mean"', combine) end
  local param, by_stage = pack.param {
    path = spec.id .. ".at_most", value = record.at_most, clause = record.clause, document = spec.document, unit = "",
    in_force = spec.since, certainty = spec.certainty, at = spec.at, field = "at_most", role = "at_most", rule = spec.id,
  }
  local members = measures_of(record, spec.at)
  local limit = { param = param, stages = stages_of(by_stage) }
  return (combine == "mean" and mean_spread or each_spread)(record, spec, rule, members, limit)
end

local requirement_types =
  rule_api.with(rule_api.common, { holds = "any", spread = "any", weight = "any", at_most = "any", combine = "text", among = "any" })

words.requirement = rule_api.rule_word("requirement", requirement_types, function(record, spec, rule)
  if (record.holds == nil) == (record.spread == nil) then
    core.fail("MISSING_FIELD", spec.at, nil, "requirement " .. spec.id, "holds", "holds, spread")
  end
  for _, field in ipairs { "weight", "at_most", "combine", "among" } do
    if record.holds ~= nil and record[field] ~= nil then
      core.fail("UNKNOWN_FIELD", spec.at, field, "requirement " .. spec.id .. " (holds)", field, "")
    end
  end
  local items
  local open = expression.open_of[record.holds or false]
  if record.spread ~= nil then
    items = spread_items(record, spec, rule)
    rule.members = items
    local nodes = {}
    for index, item in ipairs(items) do nodes[index] = core.rule_use(item.index) end
    spec.shape, spec.holds = "all", core.node_index(core.many("AND", nodes, #nodes))
  elseif open and open.op == "COUNTED" then
    count_members(spec, rule, open.list)
  else
    local made = core.is_node(record.holds) and expression.made_of[record.holds]
    spec.holds = core.node_index(reference.settle(record.holds, rule.level, rule.members))
    spec.shape = reference.shape_of(rule.members)
    if made and made.every then
      rule.members = reference.rules_of(made.every)
      spec.shape = #rule.members == 1 and "every" or "all"
    end
  end
  rule_api.finish(spec, rule)
  if items then
    local indices = {}
    for index, item in ipairs(items) do indices[index] = item.index end
    core.adopt(rule.index, indices)
  end
end)
