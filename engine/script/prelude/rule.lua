-- rule.lua - indicators, requirements, vetoes, verdicts, and the dictionary's checks of data.
--
-- A declaration is looked over and reserved when it is read, and lowered to nodes at the end (finish.lua),
-- so that it may refer forward and a layer above may change its record.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local kinds, words = expression.kinds, shared.pack.words

-- by id: { index, id, kind, level, at, record, layer, section, measure, bound, compare, applies, members }
local rules = reference.rules
local rule_api = { order = {}, layer_rules = {} }
shared.rule = rule_api
local op_of = { at_least = "GE", at_most = "LE", above = "GT", below = "LT", equals = "EQ" }
local compares = { "at_least", "at_most", "above", "below", "equals" }
rule_api.op_of, rule_api.compares = op_of, compares

-- Fields -------------------------------------------------------------------------------------------------

local common = {
  name = "name!", clause = "text!", of = "any!", document = "any", only_where = "any", certainty = "text",
  in_force = "date", until_date = "date", note = "name", evidence = "any", section = "any",
}

local function with(types, more)
  local all = {}
  for _, key in ipairs(fields.sorted_keys(types)) do all[key] = types[key] end
  for _, key in ipairs(fields.sorted_keys(more)) do all[key] = more[key] end
  return all
end
rule_api.common, rule_api.with = common, with

-- Lowering -----------------------------------------------------------------------------------------------

local stack = {} -- rules being lowered

function reference.current() return stack[#stack] end
rule_api.current = reference.current

-- The part of the stack that goes in a circle, in words; and where its other end is.
local function circle(rule)
  local way, other = {}, rule
  for _, busy in ipairs(stack) do
    if busy == rule or #way > 0 then
      way[#way + 1] = busy.id
      other = busy
    end
  end
  way[#way + 1] = rule.id
  core.clash("CIRCLE", rule.at, other.at, table.concat(way, " → "))
end

-- Makes a rule's nodes; a rule that needs another's measure or members lowers that one first.
function reference.lower(rule)
  if rule.state == "done" then return end
  if rule.state == "busy" then circle(rule) end
  rule.state = "busy"
  stack[#stack + 1] = rule
  local layer = pack.layer
  pack.layer = rule.layer
  local before = core.stand_at(rule.at)
  local spec = rule_api.begin(rule.kind, rule.id, rule.record, rule.at, rule.level, rule)
  rule.spec = spec
  reference.settle_numbers(rule.written, spec)
  for _, one in ipairs(rule.changes or {}) do shared.change.settle_numbers(one, rule) end
  rule.act(rule.record, spec, rule)
  core.stand_at(before)
  pack.layer = layer
  stack[#stack] = nil
  rule.state = "done"
end
rule_api.lower = reference.lower

-- The condition that a section puts on its rules, or nil.
local function section_applies(section)
  if section.only_where == nil then return nil end
  if not section.applies then
    local before = core.stand_at(section.at)
    section.applies = reference.settle(section.only_where, nil, {})
    core.section_applies(section.index, core.node_index(section.applies))
    core.stand_at(before)
  end
  return section.applies
end
rule_api.section_applies = section_applies

local function applies_of(record, section, of)
  local own = record.only_where ~= nil and reference.settle(record.only_where, of, {}) or nil
  local inherited = section and section_applies(section)
  if own and inherited then return core.many("AND", { inherited, own }, 2) end
  return own or inherited
end

-- The later of two days.
local function later(text, layer)
  local day = text and core.date(text)
  if day and day > layer.in_force then return text, day end
  return layer.in_force_text, layer.in_force
end

-- What every kind of rule shares: the record for core.rule (`spec`), and the rule, which is `rule` itself or,
-- for what a rule is made of (limits, items), a new one of the rule being lowered.
function rule_api.begin(kind, id, record, at, of, rule)
  local section = rule and rule.section
  rule = rule or { id = id, kind = kind, level = of, at = at, members = {}, name = record.name, layer = pack.layer,
    is_item = true, state = "done" }
  local applies = applies_of(record, section, of)
  rule.applies = applies
  local in_force, since = later(record.in_force, pack.layer)
  local spec = {
    id = id, kind = kind, of = of, name = record.name, note = record.note, clause = record.clause, at = at,
    index = rule.index, layer = pack.layer.index,
    document = record.document and pack.document_of(record, at) or (section and section.document) or pack.layer.document,
    section = section and section.index, in_force = in_force, since = since, until_date = record.until_date,
    certainty = record.certainty or (section and section.certainty) or pack.layer.certainty, applies = applies and core.node_index(applies),
  }
  if record.evidence ~= nil then
    if kinds[record.evidence] ~= "text" then fields.wrong(at, "evidence", "text column 文本列", record.evidence) end
    spec.evidence_table, spec.evidence_column = record.evidence.table, record.evidence.column
  end
  return spec, rule
end

-- Gives the plan a rule. One that was not reserved stands before the rule being lowered.
function rule_api.finish(spec, rule)
  local members = {}
  for index, member in ipairs(rule.members) do members[index] = member.index end
  spec.members = members
  local is_new = rule.index == nil
  rule.index = core.rule(spec)
  if is_new then
    rules[rule.id] = rule
    local owner = reference.current()
    owner.parts[#owner.parts + 1] = rule
  end
  return rule
end
local finish = rule_api.finish

-- Declaring ----------------------------------------------------------------------------------------------

local function copy(record)
  local result = {}
  for _, key in ipairs(fields.sorted_keys(record)) do result[key] = record[key] end
  return result
end

-- What a plan calls the rules of these words.
local plan_kinds = { ladder = "grade", scheme = "score" }

-- The earlier of two days as texts, either of which may be missing.
function rule_api.earlier(a, b)
  if a and b then return a < b and a or b end
  return a or b
end

-- how = { types, act, written }: allowed fields; what makes the nodes; late nodes written in the record.
local function declare(kind, id, record, at, how)
  fields.id(id, kind, at)
  fields.check(record, how.types, kind .. " " .. id, at)
  id = shared.scope.full(id)
  fields.declare("rule", id, at)
  local of = expression.of(record.of, kind, at)
  local rule = {
    id = id, kind = kind, level = of, at = at, record = copy(record), written = how.written, act = how.act, members = {},
    name = record.name, layer = pack.layer, section = pack.section, parts = {},
  }
  rule.record.until_date = rule_api.earlier(rule.record.until_date, pack.layer.until_text)
  if core.is_left_out(at) then rule.record.until_date = pack.layer.in_force_text end -- never in force
  rule.index = core.reserve { id = id, kind = plan_kinds[kind] or kind, of = of, at = at, name = record.name, layer = pack.layer.index }
  rules[id] = rule
  rule_api.order[#rule_api.order + 1] = rule
  return rule
end
rule_api.declare = declare

-- A rule word: with a table it declares; alone it refers. act(record, spec, rule) makes the nodes, at the end;
-- it fills spec (the fields of core.rule) and calls finish.
function rule_api.rule_word(kind, types, act)
  return function(id)
    local at = core.here()
    if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, kind, '"…"', fields.shown(id)) end
    local mark = reference.begin()
    local name = shared.scope.full(id)
    return expression.reference({ kind = kind, id = name, at = at }, function(record)
      local known = rules[name]
      if known and known.kind == kind then core.clash("DUPLICATE", at, known.at, kind, name) end
      declare(kind, id, record, at, { types = types, act = act, written = reference.claim(mark) })
    end)
  end
end
local rule_word = rule_api.rule_word
rule_api.settle = reference.settle

-- A bound: an expression, a table in the rule's unit, or numbers that become a parameter.
function rule_api.bound_of(record, spec, compare)
  local value = record[compare]
  if core.is_node(value) then return value end
  if kinds[value] == "later" then return shared.numbers.table_of(value, record.unit, compare) end
  if not pack.is_value(value) then return expression.to_node(value, compare) end
  local index = pack.param {
    path = spec.id .. "." .. compare, value = value, unit = record.unit, clause = record.clause, document = spec.document,
    in_force = spec.since, certainty = spec.certainty, at = spec.at, field = compare, role = compare, rule = spec.id,
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
  rule.bound = rule_api.bound_of(record, spec, rule.compare)
  spec.unit, spec.compare = record.unit, rule.compare
  spec.measure, spec.bound = core.node_index(rule.measure), core.node_index(rule.bound)
  spec.holds = core.node_index(core.pair(op_of[rule.compare], rule.measure, rule.bound))
end
rule_api.held_against = held_against

local indicator_types = with(common, {
  unit = "text", measure = "any", holds = "any", at_least = "any", at_most = "any", above = "any", below = "any",
  equals = "any",
})

local function indicator_act(record, spec, rule)
  if (record.measure == nil) == (record.holds == nil) then
    core.fail("MISSING_FIELD", spec.at, nil, "indicator " .. spec.id, "measure", "measure + at_least …, holds")
  end
  if record.measure ~= nil then
    held_against(record, spec, rule)
  else
    spec.holds = core.node_index(reference.settle(record.holds, rule.level, rule.members))
    spec.shape = reference.shape_of(rule.members)
  end
  finish(spec, rule)
end
words.indicator = rule_word("indicator", indicator_types, indicator_act)
rule_api.indicator_types, rule_api.indicator_act = indicator_types, indicator_act

words.veto = rule_word("veto", with(common, { when = "any!", effect = "text" }), function(record, spec, rule)
  spec.effect = record.effect or "refuses"
  if spec.effect ~= "refuses" and spec.effect ~= "bars" then
    fields.wrong(spec.at, "effect", '"refuses", "bars"', spec.effect)
  end
  spec.holds = core.node_index(core.one("NOT", reference.settle(record.when, rule.level, rule.members)))
  rule.members = {}
  finish(spec, rule)
end)

words.verdict = rule_word("verdict", with(common, { holds = "any!" }), function(record, spec, rule)
  spec.holds = core.node_index(reference.settle(record.holds, rule.level, rule.members))
  spec.shape = reference.shape_of(rule.members)
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
  local index = core.rule {
    id = id, kind = "check", of = of, name = record.name, note = record.note, at = at, severity = severity,
    applies = applies and core.node_index(applies),
    holds = core.node_index(expression.to_condition(record.holds, "holds")),
  }
  rule_api.checks[#rule_api.checks + 1] = index
end)
rule_api.checks = {}
