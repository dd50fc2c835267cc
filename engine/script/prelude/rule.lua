-- rule.lua - indicators, requirements, vetoes, verdicts, and the dictionary's checks of data.
local core, shared = ...
local fields, expression, pack = shared.fields, shared.expression, shared.pack
local kinds, words = expression.kinds, shared.pack.words

local rules = {} -- by id: { index, id, kind, level, measure, bound, compare, applies, members }
shared.rules = rules
local op_of = { at_least = "GE", at_most = "LE", above = "GT", below = "LT", equals = "EQ" }
local compares = { "at_least", "at_most", "above", "below", "equals" }

-- References and what is built of them -----------------------------------------------------------------

-- A condition over references is settled when it is known for which level: then finer rules are gathered.
local deferred, open_of = expression.deferred, expression.open_of

local function is_open(value) return kinds[value] == "reference" or kinds[value] == "deferred" end

local function lift(rule, level)
  local use = core.rule_use(rule.index)
  if rule.level == level or core.is_within(level, rule.level) then return use end
  if not core.is_within(rule.level, level) then
    core.fail("LEVEL_MISMATCH", nil, nil, rule.id, rule.level, level, "every(…), some(…)")
  end
  return core.over { op = "EVERY", over = rule.level, target = level, value = use }
end

-- The rules of a section that no other rule of it stands on.
local function standing(section)
  local below = {}
  for _, rule in ipairs(section.rules) do
    for _, member in ipairs(rule.members) do below[member.index] = true end
  end
  local list = {}
  for _, rule in ipairs(section.rules) do
    if not below[rule.index] then list[#list + 1] = rule end
  end
  return list
end

local function rules_of(reference)
  local info = open_of[reference]
  if info.rule then return { info.rule } end
  local list = standing(info.section)
  if #list == 0 then core.fail("MISSING_FIELD", nil, nil, "section " .. info.section.id, "indicator", "") end
  return list
end

-- Settles a condition for a level; collects the rules it names in `members`.
local function settle(value, level, members)
  if kinds[value] == "reference" then
    local nodes = {}
    for index, rule in ipairs(rules_of(value)) do
      nodes[index] = lift(rule, level)
      members[#members + 1] = rule
    end
    return core.many("AND", nodes, #nodes)
  elseif kinds[value] == "deferred" then
    local info, nodes = open_of[value], {}
    for index, part in ipairs(info.list) do nodes[index] = settle(part, level, members) end
    if info.op == "NOT" then return core.one("NOT", nodes[1]) end
    return core.many(info.op, nodes, #nodes)
  end
  return expression.to_condition(value, "holds")
end

expression.settle = settle

-- In a place where the level is already fixed (every, some), a reference is its rule.
function expression.reference_to_node(value)
  local info = open_of[value]
  if info.rule then return core.rule_use(info.rule.index) end
  core.fail("TYPE_MISMATCH", nil, nil, "section " .. info.section.id, "all_of { section \"…\" }", "section")
end

-- all_of and its sisters stay open while they hold references.
local function open_list(name, op)
  local closed = expression.words[name]
  expression.words[name] = function(list)
    if type(list) == "table" and not core.is_node(list) and not kinds[list] then
      for _, value in ipairs(list) do
        if is_open(value) then
          if #list ~= #fields.sorted_keys(list) then
            core.fail("WRONG_VALUE", nil, nil, name, "{ condition, condition, … }", "nil")
          end
          local result = deferred(op == "NOR" and "OR" or op, list)
          return op == "NOR" and deferred("NOT", { result }) or result
        end
      end
    end
    return closed(list)
  end
end
open_list("all_of", "AND")
open_list("any_of", "OR")
open_list("none_of", "NOR")

-- Numbers in filters: parameters of the rule under declaration ------------------------------------------

local current

function expression.filter_bound(node, method, bound, level, column)
  if not current or core.is_node(bound) or not pack.is_value(bound) then return node[method](node, bound) end
  local unit = core.column_unit(level, column)
  local path = current.id .. "." .. column .. "." .. method
  for _, spec in ipairs(current.bounds) do
    if spec.path == path then path = path .. "_" .. (#current.bounds + 1) end
  end
  local index = core.param_later(path, unit or "", current.at)
  current.bounds[#current.bounds + 1] = { path = path, index = index, value = bound, unit = unit }
  return core.pair(op_of[method], node, core.param_use(index))
end

local function settle_bounds(record, document)
  for _, spec in ipairs(current.bounds) do
    pack.param { path = spec.path, value = spec.value, unit = spec.unit, clause = record.clause,
      document = document, in_force = record.in_force and core.date(record.in_force), certainty = record.certainty,
      at = current.at, index = spec.index }
  end
end

-- Declaring ----------------------------------------------------------------------------------------------

local common = {
  name = "name!", clause = "text!", of = "any!", document = "any", only_where = "any", certainty = "text",
  in_force = "date", until_date = "date", note = "name", evidence = "any",
}

local function with(types, more)
  local all = {}
  for _, key in ipairs(fields.sorted_keys(types)) do all[key] = types[key] end
  for _, key in ipairs(fields.sorted_keys(more)) do all[key] = more[key] end
  return all
end

local indicator_types = with(common, {
  unit = "text", measure = "any", holds = "any", at_least = "any", at_most = "any", above = "any", below = "any",
  equals = "any",
})
local requirement_types = with(common, { holds = "any", spread = "any", weight = "any", at_most = "any" })
local veto_types = with(common, { when = "any!" })
local verdict_types = with(common, { holds = "any!" })

local function applies_of(record, section)
  local own = record.only_where ~= nil and expression.to_condition(record.only_where, "only_where") or nil
  local inherited = section and section.applies
  if own and inherited then return core.many("AND", { inherited, own }, 2) end
  return own or inherited
end

-- What every kind of rule shares; returns the record for core.rule and the rule for `rules`.
local function begin(kind, id, record, at, of)
  local section = pack.section
  local applies = applies_of(record, section)
  local spec = {
    id = id, kind = kind, of = of, name = record.name, note = record.note, clause = record.clause, at = at,
    document = record.document and pack.document_of(record, at) or (section and section.document) or pack.document,
    section = section and section.index, in_force = record.in_force, until_date = record.until_date,
    certainty = record.certainty or (section and section.certainty), applies = applies and core.node_index(applies),
  }
  if record.evidence ~= nil then
    if kinds[record.evidence] ~= "text" then fields.wrong(at, "evidence", "text column 文本列", record.evidence) end
    spec.evidence_table, spec.evidence_column = record.evidence.table, record.evidence.column
  end
  return spec, { id = id, kind = kind, level = of, applies = applies, members = {}, name = record.name }
end

local function finish(spec, rule)
  local members = {}
  for index, member in ipairs(rule.members) do members[index] = member.index end
  spec.members = members
  rule.index = core.rule(spec)
  rules[rule.id] = rule
  if pack.section and not rule.is_item then table.insert(pack.section.rules, rule) end
  return rule
end

-- A rule word: with a table it declares; alone it refers.
local function rule_word(kind, types, act)
  return function(id)
    local at = core.here()
    if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, kind, '"…"', fields.shown(id)) end
    if rules[id] and rules[id].kind == kind then
      return expression.reference({ rule = rules[id] }, function()
        core.clash("DUPLICATE", at, fields.declared_place("rule", id), kind, id)
      end)
    end
    local place = { id = id, at = at, bounds = {} }
    current = place
    return expression.undeclared(kind, id, at, rules, function(record)
      current = place
      fields.id(id, kind, at)
      fields.check(record, types, kind .. " " .. id, at)
      fields.declare("rule", id, at)
      local spec, rule = begin(kind, id, record, at, expression.of(record.of, kind, at))
      act(record, spec, rule)
      settle_bounds(record, spec.document)
      current = nil
    end)
  end
end

-- A bound: an expression, or numbers that become a parameter.
local function bound_of(record, spec, compare)
  local value = record[compare]
  if core.is_node(value) then return value end
  if not pack.is_value(value) then
    return expression.to_node(value, compare)
  end
  local index = pack.param {
    path = spec.id .. "." .. compare, value = value, unit = record.unit, clause = record.clause, document = spec.document,
    in_force = record.in_force and core.date(record.in_force), certainty = spec.certainty, at = spec.at, field = compare,
  }
  return core.param_use(index)
end

local function held_against(record, spec, rule)
  for _, compare in ipairs(compares) do
    if record[compare] ~= nil then
      if rule.compare then fields.wrong(spec.at, compare, rule.compare, compare) end
      rule.compare = compare
    end
  end
  if not rule.compare then
    core.fail("MISSING_FIELD", spec.at, nil, spec.kind .. " " .. spec.id, "at_least", "at_least, at_most, above, below, equals")
  end
  rule.measure = expression.to_node(record.measure, "measure")
  rule.bound = bound_of(record, spec, rule.compare)
  spec.unit, spec.compare = record.unit, rule.compare
  spec.measure, spec.bound = core.node_index(rule.measure), core.node_index(rule.bound)
  spec.holds = core.node_index(core.pair(op_of[rule.compare], rule.measure, rule.bound))
end

words.indicator = rule_word("indicator", indicator_types, function(record, spec, rule)
  if (record.measure == nil) == (record.holds == nil) then
    core.fail("MISSING_FIELD", spec.at, nil, "indicator " .. spec.id, "measure", "measure + at_least …, holds")
  end
  if record.measure ~= nil then
    held_against(record, spec, rule)
  else
    local holds = settle(record.holds, rule.level, rule.members)
    spec.holds = core.node_index(holds)
    spec.shape = #rule.members > 0 and "all" or "free"
  end
  finish(spec, rule)
end)

-- At least n of several, the others near enough ------------------------------------------------------------

function words.at_least_n(list)
  local at = core.here()
  fields.check({ of = list.of, others_at_least = list.others_at_least }, { of = "any!", others_at_least = "any" }, "at_least_n", at)
  if not pack.is_value(list[1]) then fields.wrong(at, nil, "at_least_n { 6, of = section \"…\" }", list[1]) end
  local handle = expression.proxy("at_least_n", function() return nil end)
  pack.at_least_n[handle] = { n = list[1], of = list.of, floor = list.others_at_least, at = at }
  return handle
end
pack.at_least_n = setmetatable({}, { __mode = "k" })

-- The measured indicators that a section or a list names.
local function indicators_of(value, what, at)
  local found = {}
  local function add(rule)
    if rule.kind == "indicator" then found[#found + 1] = rule end
  end
  if kinds[value] == "reference" then
    local info = open_of[value]
    for _, rule in ipairs(info.rule and { info.rule } or info.section.rules) do add(rule) end
  elseif type(value) == "table" and not kinds[value] then
    for _, one in ipairs(value) do
      for _, rule in ipairs(indicators_of(one, what, at)) do add(rule) end
    end
  end
  if #found == 0 then fields.wrong(at, nil, what .. ' section "…"', value) end
  return found
end

local function floor_condition(member, floor, at)
  if member.compare ~= "at_least" then fields.wrong(at, nil, "at_least", member.compare) end
  local enough = core.pair("GE", member.measure, core.pair("MUL", floor, member.bound))
  return core.many("OR", { core.rule_use(member.index), enough }, 2)
end

local function count_members(record, spec, rule, group)
  local members = indicators_of(group.of, "at_least_n", group.at)
  local function param(path, value)
    return pack.param { path = spec.id .. "." .. path, value = value, clause = record.clause, document = spec.document,
      in_force = record.in_force and core.date(record.in_force), certainty = spec.certainty, at = spec.at, field = "holds" }
  end
  spec.n_param = param("n", group.n)
  local args = { core.param_use(spec.n_param) }
  for _, member in ipairs(members) do args[#args + 1] = core.rule_use(member.index) end
  local parts = { core.many("AT_LEAST_N", args, #args) }
  if group.floor ~= nil then
    spec.floor_param = param("others_at_least", group.floor)
    local floor = core.param_use(spec.floor_param)
    for _, member in ipairs(members) do parts[#parts + 1] = floor_condition(member, floor, group.at) end
  end
  rule.members = members
  spec.shape = "at_least_n"
  spec.holds = core.node_index(core.many("AND", parts, #parts))
end

-- Spread between entities -----------------------------------------------------------------------------------

local function spread_item(record, spec, rule, member, stage_name, limit_param)
  local stage = stage_name and pack.stage_index[stage_name]
  local over = { over = member.level, target = rule.level, stage = stage, filter = member.applies }
  over.op = "COUNT"
  local count = core.over(over)
  local exists = core.pair("GT", count, core.const(0))
  over.op, over.value, over.weight = "SPREAD", member.measure, expression.to_node(record.weight, "weight")
  over.limit = core.param_use(limit_param, stage)
  local node = core.over(over)
  local applies = rule.applies and core.many("AND", { rule.applies, exists }, 2) or exists
  local item = {
    id = spec.id .. "." .. member.id .. (stage_name and "." .. stage_name or ""), kind = "spread", of = rule.level,
    name = member.name, clause = record.clause, document = spec.document, at = spec.at, in_force = record.in_force,
    until_date = record.until_date, certainty = spec.certainty, stage = stage, unit = "", compare = "at_most",
    measure = core.node_index(node), bound = core.node_index(over.limit), holds = core.node_index(node),
    applies = core.node_index(applies),
  }
  return finish(item, { id = item.id, kind = "spread", level = rule.level, members = {}, name = member.name, is_item = true })
end

local function spread_items(record, spec, rule)
  if record.weight == nil or record.at_most == nil then
    core.fail("MISSING_FIELD", spec.at, nil, "requirement " .. spec.id, record.weight == nil and "weight" or "at_most", "")
  end
  local limit, by_stage = pack.param {
    path = spec.id .. ".at_most", value = record.at_most, clause = record.clause, document = spec.document, unit = "",
    in_force = record.in_force and core.date(record.in_force), certainty = spec.certainty, at = spec.at, field = "at_most",
  }
  local stages = { false }
  if by_stage then
    stages = {}
    for _, name in ipairs(fields.sorted_keys(pack.stage_index)) do stages[pack.stage_index[name] + 1] = name end
  end
  local items = {}
  for _, member in ipairs(indicators_of(record.spread, "spread", spec.at)) do
    for _, name in ipairs(stages) do
      items[#items + 1] = spread_item(record, spec, rule, member, name or nil, limit)
    end
  end
  return items
end

words.requirement = rule_word("requirement", requirement_types, function(record, spec, rule)
  if (record.holds == nil) == (record.spread == nil) then
    core.fail("MISSING_FIELD", spec.at, nil, "requirement " .. spec.id, "holds", "holds, spread")
  end
  local items
  if record.spread ~= nil then
    items = spread_items(record, spec, rule)
    rule.members = items
    local nodes = {}
    for index, item in ipairs(items) do nodes[index] = core.rule_use(item.index) end
    spec.shape, spec.holds = "all", core.node_index(core.many("AND", nodes, #nodes))
  elseif kinds[record.holds] == "at_least_n" then
    count_members(record, spec, rule, pack.at_least_n[record.holds])
  else
    local made = core.is_node(record.holds) and expression.made_of[record.holds]
    spec.holds = core.node_index(settle(record.holds, rule.level, rule.members))
    spec.shape = #rule.members > 0 and "all" or "free"
    if made and made.every then
      rule.members = rules_of(made.every)
      spec.shape = #rule.members == 1 and "every" or "all"
    end
  end
  finish(spec, rule)
  if items then
    local indices = {}
    for index, item in ipairs(items) do indices[index] = item.index end
    core.adopt(rule.index, indices)
  end
end)

words.veto = rule_word("veto", veto_types, function(record, spec, rule)
  spec.holds = core.node_index(core.one("NOT", settle(record.when, rule.level, rule.members)))
  rule.members = {}
  finish(spec, rule)
end)

words.verdict = rule_word("verdict", verdict_types, function(record, spec, rule)
  spec.holds = core.node_index(settle(record.holds, rule.level, rule.members))
  spec.shape = "all"
  finish(spec, rule)
end)

-- Checks of data, in dictionaries -----------------------------------------------------------------------------

local check_types = { name = "name!", of = "any!", holds = "any!", only_where = "any", severity = "text", note = "name" }

shared.dictionary.words.check = shared.named(function(id, record, at)
  fields.id(id, "check", at)
  fields.check(record, check_types, "check " .. id, at)
  fields.declare("rule", id, at)
  local severity = record.severity or "error"
  if severity ~= "error" and severity ~= "warning" then fields.wrong(at, "severity", '"error", "warning"', severity) end
  local of = expression.of(record.of, "check", at)
  local applies = record.only_where ~= nil and expression.to_condition(record.only_where, "only_where") or nil
  core.rule {
    id = id, kind = "check", of = of, name = record.name, note = record.note, at = at, severity = severity,
    applies = applies and core.node_index(applies),
    holds = core.node_index(expression.to_condition(record.holds, "holds")),
  }
end)

-- Called when a file ends: what was named but never declared.
function shared.end_file()
  for _, info in ipairs(expression.pending) do
    if not info.is_declared then info.fail() end
  end
  expression.pending = {}
  pack.section, current = nil, nil
end
