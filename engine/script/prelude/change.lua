-- change.lua - what overlays and reforms say of the layers below: change, relax, withdraw, floor, unit_cost;
-- and switch, a reading that is off until somebody turns it on.
--
-- Changes are gathered while files run and made at the end, layer by layer: formulas before the rules are
-- lowered (change_formula.lua), numbers after (change_value.lua). All are noted for tables of old and new.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local words, rule_api = pack.words, shared.rule

local change = { list = {} } -- in order of layers, then as written: { word, path, record, at, layer, since, written }
shared.change = change

-- Stands where the layer below has nothing: was = none.
words.none = expression.proxy("none", function() return nil end)
function change.is_none(value) return value == nil or expression.kinds[value] == "none" end

-- Words ----------------------------------------------------------------------------------------------------

local common = {
  clause = "text", document = "any", from = "date", until_date = "date", reason = "name", note = "name",
}
local types = {
  change = rule_api.with(common, { was = "any", now = "any", when = "any" }),
  relax = rule_api.with(common, { was = "any!", now = "any!", when = "any!", duty = "name", due_years = "count" }),
  withdraw = { clause = "text", document = "any", from = "date", reason = "name", note = "name" },
}

local function one_text(name)
  if type(name) ~= "table" then return name end
  return name.zh or name.en
end

-- What a change takes from its layer when it does not say.
local function fill(one)
  local layer, record = one.layer, one.record
  one.since_text = record.from or layer.in_force_text
  one.since = core.date(one.since_text)
  one.until_text = record.until_date or layer.until_text
  one.until_day = one.until_text and core.date(one.until_text)
  -- A reform cites no clause: where something must stand for it, that is the reason, its own before the general one.
  one.is_reason = not record.clause and layer.kind == "reform"
  one.clause = record.clause or one_text(record.reason) or layer.clause
  one.reason = record.reason or layer.reason
  if not one.clause then core.fail("NO_CLAUSE", one.at, nil, one.word .. " " .. one.path) end
  if one.until_day and one.until_day <= one.since then
    core.fail("WRONG_VALUE", one.at, "until_date", "until_date", "> " .. one.since_text, one.until_text)
  end
  one.document = pack.document_of(record, one.at)
end

local function change_word(word)
  return function(path)
    local at = core.here()
    if type(path) ~= "string" then core.fail("WRONG_VALUE", at, nil, word, '"…"', fields.shown(path)) end
    local mark = reference.begin()
    return expression.must_follow(word, path, at, function(record)
      fields.check(record, types[word], word .. " " .. path, at)
      if word == "change" and record.was == nil and record.now == nil then
        core.fail("MISSING_FIELD", at, nil, "change " .. path, "was", "was = …, now = …")
      end
      local one = { word = word, path = path, record = record, at = at, layer = pack.layer, written = reference.claim(mark) }
      fill(one)
      if not core.is_left_out(at) then change.list[#change.list + 1] = one end
    end)
  end
end
words.change, words.relax, words.withdraw = change_word("change"), change_word("relax"), change_word("withdraw")

-- What is written for a field of a change, as one line; nil where it cannot be found.
function change.source_of(one, field) return core.source_of(one.at, one.word, one.path, field) end

-- Noting ----------------------------------------------------------------------------------------------------

-- Notes a change in the plan. more = { kind, direction, rule, param, stage, was, now }.
function change.note(one, more)
  core.change {
    kind = more.kind, direction = more.direction, path = more.path or one.path, rule = more.rule, param = more.param,
    stage = more.stage, was = more.was or "", now = more.now or "",
    when = one.record.when ~= nil and change.source_of(one, "when") or nil,
    guard = one.guard and core.node_index(one.guard) or nil,
    since = one.since_text, until_date = one.until_text, clause = one.is_reason and "" or one.clause,
    document = one.document, reason = one.reason,
    layer = one.layer.index, at = one.at,
  }
end

-- An overlay that may only tighten: is this change allowed in it? other_at: where the layer below says it.
function change.must_tighten(one, direction, was, now, other_at)
  if one.layer.kind ~= "overlay" or one.layer.may_relax then return end
  if direction == "relaxes" then core.clash("NOT_STRICTER", one.at, other_at, one.path, was, now) end
  if direction ~= "tightens" then core.clash("DIRECTION", one.at, other_at, one.path) end
end

-- All that one layer says of the same thing from the same day on.
local said = {}
function change.only_once(one, what)
  local key = table.concat({ tostring(one.layer.index), what, one.since_text,
    one.record.when ~= nil and tostring(change.source_of(one, "when")) or "" }, "\n")
  if said[key] then core.clash("CHANGE_TWICE", one.at, said[key], what, one.since_text) end
  said[key] = one.at
end

-- The nearest name; else the first that begins as the path does up to its last dot.
local function nearest(path, known)
  local near = core.suggest(path, known)
  if near ~= "" then return near end
  local head = string.match(path, "^(.+)%.[^.]*$") or path
  for _, name in ipairs(known) do
    if string.sub(name, 1, #head) == head then return name end
  end
  return ""
end

-- Rules that were declared by themselves; what they are made of is none.
local function whole_rules()
  local list = {}
  for _, id in ipairs(fields.sorted_keys(reference.rules)) do
    if reference.rules[id].record then list[#list + 1] = id end
  end
  return list
end

-- Nobody of that name: the nearest of what may be changed. Only a whole rule is withdrawn, and only
-- numbers and formulas are changed.
function change.unknown(one)
  if one.word == "withdraw" then
    core.fail("UNKNOWN_PATH", one.at, nil, one.path, nearest(one.path, whole_rules()))
  end
  local known, is_number = {}, pack.is_value(one.record.now)
  for _, path in ipairs(fields.sorted_keys(pack.params)) do known[#known + 1] = path end
  for _, id in ipairs(fields.sorted_keys(reference.rules)) do
    local rule = reference.rules[id]
    for _, field in ipairs(is_number and {} or change.formula_fields) do
      if rule.record and rule.record[field] ~= nil then known[#known + 1] = id .. "." .. field end
    end
  end
  for _, path in ipairs(fields.sorted_keys(pack.quantities)) do known[#known + 1] = path end
  for _, id in ipairs(fields.sorted_keys(pack.sections)) do known[#known + 1] = id .. ".only_where" end
  local others = {}
  for _, path in ipairs(known) do
    if path ~= one.path and not reference.rules[path] then others[#others + 1] = path end
  end
  core.fail("UNKNOWN_PATH", one.at, nil, one.path, nearest(one.path, others))
end

-- Withdrawing ------------------------------------------------------------------------------------------------

-- A part, item or limit of a rule: withdrawn alone, it would still count in the rule.
local function not_whole(one)
  local whole = one.path
  repeat whole = string.match(whole, "^(.+)%.[^.]*$") until reference.rules[whole] and reference.rules[whole].record
  core.fail("WRONG_VALUE", one.at, nil, "withdraw", '"' .. whole .. '"', '"' .. one.path .. '"')
end

local function withdraw(one)
  local rule = reference.rules[one.path]
  if not rule then change.unknown(one) end
  if not rule.record then not_whole(one) end
  change.only_once(one, one.path)
  change.must_tighten(one, "relaxes", "in force", "withdrawn", rule.at)
  change.note(one, { kind = "withdrawn", direction = "relaxes", rule = rule.index })
end

-- Before the rules are lowered: a rule is withdrawn in its record, so that all that it is made of and all that read it
-- follow; where the withdrawal ends, the rule applies again from that day. Unknown names are told in their layer's turn.
function change.withdraw_in_records()
  for _, one in ipairs(change.list) do
    local rule = one.word == "withdraw" and reference.rules[one.path]
    if rule and one.until_text then
      change.suspend(one, rule.record)
    elseif rule then
      rule.record.until_date = rule_api.earlier(rule.record.until_date, one.since_text)
    end
  end
end

function change.withdraw_all(layer)
  for _, one in ipairs(change.list) do
    if one.word == "withdraw" and one.layer == layer then withdraw(one) end
  end
end

-- A higher bound of its own -----------------------------------------------------------------------------------

local floor_types = {
  above = "any!", name = "name!", clause = "text!", document = "any", at_least = "any", at_most = "any",
  certainty = "text", in_force = "date", until_date = "date", note = "name", section = "any",
}

-- The rule over which a floor stands; it belongs to a layer below or to what was declared before.
local function base_of(record, at)
  local info = expression.open_of[record.above or false]
  if not info or info.kind ~= "indicator" then fields.wrong(at, "above", 'indicator "…"', record.above) end
  local base = reference.must_be_declared(info)
  if base.record.measure == nil then
    core.fail("MISSING_FIELD", at, "above", "indicator " .. base.id, "measure", "measure = …")
  end
  return base
end

change.floors = {} -- { rule, base }

local function declare_floor(id, record, at, written)
  fields.check(record, floor_types, "floor " .. id, at)
  if record.at_least ~= nil and record.at_most ~= nil then fields.wrong(at, "at_most", "at_least", "at_most") end
  local base = base_of(record, at)
  local compare = base.record.at_most ~= nil and "at_most" or "at_least"
  if record[compare] == nil then core.fail("MISSING_FIELD", at, nil, "floor " .. id, compare, compare .. " = …") end
  local rule = rule_api.declare("indicator", id, {
    name = record.name, clause = record.clause, document = record.document, of = expression.level(base.level),
    unit = base.record.unit, measure = base.record.measure, [compare] = record[compare],
    only_where = base.record.only_where, certainty = record.certainty, in_force = record.in_force,
    until_date = record.until_date, note = record.note, section = record.section,
  }, at, { types = rule_api.indicator_types, written = written, act = function(own, spec, own_rule)
    reference.lower(base)
    own.measure, own.only_where = base.measure, base.record.only_where
    own_rule.floor_of = base
    rule_api.indicator_act(own, spec, own_rule)
  end })
  rule.section = base.section
  change.floors[#change.floors + 1] = { rule = rule, base = base, compare = compare }
end

-- floor(a) rounds down; floor "id" { above = indicator "…", at_least = … } is a bound above another's.
local round_down = expression.words.floor
function expression.words.floor(value)
  if type(value) ~= "string" or not string.find(value, "^%a") then return round_down(value) end
  local at, mark = core.here(), reference.begin()
  return expression.must_follow("floor", value, at, function(record)
    return declare_floor(value, record, at, reference.claim(mark))
  end)
end

-- Costs -------------------------------------------------------------------------------------------------------

change.costs = {}

words.unit_cost = shared.named(function(id, record, at)
  fields.check(record, { yuan = "decimal!", per = "text", note = "name" }, "unit_cost " .. id, at)
  local rule = shared.scope.full(id)
  core.const(record.yuan) -- refuses what is no exact decimal, while it is known where it stands
  if core.compare(record.yuan, 0) < 0 then fields.wrong(at, "yuan", ">= 0", record.yuan) end
  for _, other in ipairs(change.costs) do
    if other.id == rule and other.layer == pack.layer then core.clash("DUPLICATE", at, other.at, "unit_cost", id) end
  end
  change.costs[#change.costs + 1] = { id = rule, record = record, at = at, layer = pack.layer }
end)

function change.store_costs()
  for _, cost in ipairs(change.costs) do
    local rule = reference.rules[cost.id]
    if not rule then
      core.fail("UNKNOWN_RULE", cost.at, nil, cost.id, core.suggest(cost.id, fields.sorted_keys(reference.rules)))
    end
    core.unit_cost { rule = rule.index, yuan = cost.record.yuan, per = cost.record.per, note = cost.record.note,
      layer = cost.layer.index, at = cost.at }
  end
end

-- Switches ------------------------------------------------------------------------------------------------------

local switch_types = {
  name = "name!", clause = "text!", document = "any", note = "name", certainty = "text", in_force = "date",
}
change.switches = {}

function words.switch(id)
  local at = core.here()
  if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "switch", '"…"', fields.shown(id)) end
  local path = shared.scope.full(id)
  if change.switches[path] then
    expression.named = { kind = "switch", id = path, at = at }
    return core.pair("EQ", core.param_use(change.switches[path].index), core.const(1))
  end
  return expression.undeclared("switch", path, at, change.switches, function(record)
    fields.id(id, "switch", at)
    fields.check(record, switch_types, "switch " .. id, at)
    local index = pack.param { path = path, value = 0, unit = "", clause = record.clause, document = pack.document_of(record, at),
      in_force = record.in_force and core.date(record.in_force), certainty = record.certainty, at = at, field = "switch",
      switch = true, name = record.name, note = record.note }
    change.switches[path] = { index = index, at = at }
  end)
end

-- Turns on what the caller asks for, from its first day.
function change.turn_on(ids)
  for _, id in ipairs(ids) do
    if not change.switches[id] then
      core.fail("UNKNOWN_NAME", -1, nil, "--switch " .. id, core.suggest(id, fields.sorted_keys(change.switches)))
    end
    local param = pack.param_records[id]
    for _, value in ipairs(param.values) do value.value = 1 end
    pack.store_param(param)
  end
end
