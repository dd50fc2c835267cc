-- change_value.lua - changes of numbers, for all or for some; and what must hold of a chain as a whole.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local change, rule_api = shared.change, shared.rule

-- Values ----------------------------------------------------------------------------------------------------

local stage_names = setmetatable({}, { __index = function(_, index)
  for name, other in next, pack.stage_index do
    if other == index then return name end
  end
end })

-- The value of a parameter on a day, for a stage or (nil) for all; nil if there is none.
local function value_on(param, stage, day)
  local found
  for _, value in ipairs(param.values) do
    if value.since <= day and (not param.by_stage or value.stage == stage) then found = value end
  end
  return found
end

local function param_of(index)
  for _, path in ipairs(fields.sorted_keys(pack.params)) do
    if pack.params[path] == index then return pack.param_records[path] end
  end
end

-- What an author wrote for a parameter, as { { stage, value } … }.
local function written(one, param, field, stage)
  local list = {}
  local spec = { value = one.record[field], at = one.at, field = field, unit = param.unit, layer = one.layer.index,
    in_force = one.since, clause = one.clause, document = one.document }
  if spec.value == nil then core.fail("MISSING_FIELD", one.at, nil, one.word .. " " .. one.path, field, field .. " = …") end
  if expression.kinds[spec.value] == "dated" or not pack.is_value(spec.value) then
    fields.wrong(one.at, field, "a number 数字", spec.value)
  end
  pack.add_values(list, spec)
  for _, entry in ipairs(list) do
    if stage and entry.stage == nil then entry.stage = stage end
    if (entry.stage ~= nil) ~= (param.by_stage == true) or (stage and entry.stage ~= stage) then
      local wanted = param.by_stage and "{ primary = …, junior = … }" or "a number 数字"
      fields.wrong(one.at, field, wanted, spec.value)
    end
  end
  return list
end

function change.same_value(a, b)
  if expression.kinds[a] == "amount" then a = expression.amounts[a].value end
  return (type(a) == "number" or type(a) == "string") and core.compare(a, b) == 0
end

-- Has a parameter, below the change, the value that is written: a number, or one for each stage?
function change.has_value(one, index, value)
  local param = param_of(index)
  if not param.by_stage then
    local found = value_on(param, nil, one.since)
    return found ~= nil and change.same_value(value, found.value)
  end
  if type(value) ~= "table" or expression.kinds[value] then return false end
  for _, name in ipairs(fields.sorted_keys(value)) do
    local found = pack.stage_index[name] and value_on(param, pack.stage_index[name], one.since)
    if not found or not change.same_value(value[name], found.value) then return false end
  end
  return true
end

-- Which way is stricter: up is 1, down is -1; nil if that cannot be said.
local upward = { at_least = 1, above = 1, at_most = -1, below = -1 }

-- A number in a filter of what is counted, where as many as possible are asked for.
local function filter_role(param)
  local rule = param.rule and reference.rules[param.rule]
  local is_upward = rule and (rule.compare == "at_least" or rule.compare == "above")
  if not is_upward or not param.late or core.op_of(rule.measure) ~= "COUNT" then return nil end
  if not core.reads(rule.measure, param.late) then return nil end
  return upward[param.method]
end

-- A parameter declared by itself that is the very bound of rules.
local function bound_role(param)
  local way
  for _, rule in ipairs(rule_api.order) do
    if rule.bound and core.reads_param(rule.index, param.index) then
      local is_bound = core.node_index(rule.bound) == core.node_index(core.param_use(param.index))
      local own = is_bound and upward[rule.compare] or nil
      if not own or (way and way ~= own) then return nil end
      way = own
    end
  end
  return way
end

local function way_of(param)
  if param.role then return upward[param.role] end
  if param.rule then return filter_role(param) end
  return bound_role(param)
end

local function direction_of(param, was, now)
  local way = way_of(param)
  local order = core.compare(now, was)
  if not way or order == 0 then return "either_way" end
  return order == way and "tightens" or "relaxes"
end

-- Finding the parameter -------------------------------------------------------------------------------------

local function find(one)
  local param = pack.param_records[one.path]
  if param then return param end
  local head, stage = string.match(one.path, "^(.*)%.([a-z0-9_]+)$")
  param = head and pack.param_records[head]
  if param and param.by_stage and pack.stage_index[stage] then return param, pack.stage_index[stage] end
  change.unknown(one)
end

local function full_path(param, stage)
  return stage and param.by_stage and param.path .. "." .. stage_names[stage] or param.path
end

local function by_stage_of(list)
  local values = {}
  for _, entry in ipairs(list) do values[entry.stage or -1] = entry end
  return values
end

-- A change before the first day of what it changes.
local function not_yet(one, param, stage, path)
  for _, value in ipairs(param.values) do
    if not param.by_stage or value.stage == stage then
      fields.wrong(one.at, "from", ">= " .. core.date_text(value.since) .. " (" .. path .. ")", one.since_text)
    end
  end
  core.clash("BASE_MOVED", one.at, param.at, path, "none", "none")
end

-- The differences that a change makes: { stage, old (value record), now (entry) } in order of stages.
local function differences(one, param, stage)
  local was, list = by_stage_of(written(one, param, "was", stage)), {}
  local now = written(one, param, "now", stage)
  local seen = {}
  for _, entry in ipairs(now) do
    local key, path = entry.stage or -1, full_path(param, entry.stage)
    local old = value_on(param, entry.stage, one.since)
    local shown = old and core.decimal(old.value)
    seen[key] = true
    change.only_once(one, path)
    if not old then not_yet(one, param, entry.stage, path) end
    if not was[key] then core.fail("MISSING_FIELD", one.at, "was", one.word .. " " .. path, "was", "was = " .. shown) end
    if core.compare(was[key].value, old.value) ~= 0 then
      core.clash("BASE_MOVED", one.at, old.at, path, core.decimal(was[key].value), shown)
    end
    list[#list + 1] = { stage = entry.stage, old = old, now = entry, path = path }
  end
  for _, entry in ipairs(written(one, param, "was", stage)) do
    if not seen[entry.stage or -1] then
      core.fail("MISSING_FIELD", one.at, "now", one.word .. " " .. full_path(param, entry.stage), "now", "now = …")
    end
  end
  return list
end

local function check_direction(one, param, list)
  local tightens = false
  for _, one_of in ipairs(list) do
    local was, now = core.decimal(one_of.old.value), core.decimal(one_of.now.value)
    one_of.direction = direction_of(param, was, now)
    if was == now and #list == 1 then core.fail("NO_CHANGE", one.at, "now", one_of.path, was) end
    if was ~= now then
      if one.word == "relax" and one_of.direction == "tightens" then
        core.clash("NOT_LOOSER", one.at, one_of.old.at, one_of.path, was, now)
      elseif change.switches[one.path] and now ~= "0" and now ~= "1" then
        fields.wrong(one.at, "now", "0, 1", now)
      end
      change.must_tighten(one, one_of.direction, was, now, one_of.old.at)
      tightens = true
    end
  end
  if not tightens then core.fail("NO_CHANGE", one.at, "now", one.path, core.decimal(list[1].old.value)) end
end

-- Making the change -----------------------------------------------------------------------------------------

local function add_value(param, entry)
  for index = #param.values, 1, -1 do
    local value = param.values[index]
    if value.since == entry.since and value.stage == entry.stage then table.remove(param.values, index) end
  end
  table.insert(param.values, entry)
end

-- What a new number cites: its clause; of a reform without one, the clause of the number that it changes, and the reform.
local function clause_of(one, old)
  if not one.is_reason then return one.clause end
  local base = old.base_clause or old.clause or ""
  return base .. "（" .. one.layer.id .. "）", base
end

local function put(one, param, list)
  for _, one_of in ipairs(list) do
    local stage = param.by_stage and one_of.stage or nil
    local old = one_of.old
    if one.until_day and not param.is_other then
      local later = value_on(param, stage, one.until_day)
      add_value(param, { since = one.until_day, stage = stage, value = later.value, clause = later.clause,
        base_clause = later.base_clause, document = later.document, layer = later.layer, at = later.at })
    end
    local clause, base_clause = clause_of(one, old)
    add_value(param, { since = one.since, stage = stage, value = one_of.now.value, clause = clause,
      base_clause = base_clause, document = one.document, layer = one.layer.index, at = one.at })
    change.note(one, { kind = "value", direction = one_of.direction, path = one_of.path, param = param.index, stage = stage,
      rule = param.rule and reference.rules[param.rule] and reference.rules[param.rule].index or nil,
      was = core.decimal(old.value), now = core.decimal(one_of.now.value) })
  end
  pack.store_param(param)
end

shared.others, shared.relaxations = {}, {}

-- Of several the last in the list counts. Changes for some that one layer makes of a number stand so that the
-- first written counts, below its relaxations.
local function place_of(alternative)
  for index, other in ipairs(shared.others) do
    local is_beside = other.param == alternative.param and other.one.layer == alternative.one.layer
    if is_beside and other.one.word == "change" and alternative.one.word == "change" then return index end
  end
  return #shared.others + 1
end

-- For some: another parameter that is read where the condition holds. Outside its days it is not read and needs no
-- value; stages of which nothing is said have those of the first.
local function put_for_some(one, param, list)
  local values, count, is_said = {}, 1, {}
  for _, one_of in ipairs(list) do is_said[one_of.stage or -1] = true end
  for _, value in ipairs(param.values) do
    if not is_said[value.stage or -1] then
      local copy = {}
      for key, part in next, value do copy[key] = part end
      values[#values + 1] = copy
    end
  end
  while pack.params[param.path .. ".where_" .. count] do count = count + 1 end
  local other = { path = param.path .. ".where_" .. count, unit = param.unit, by_stage = param.by_stage,
    certainty = one.layer.certainty or param.certainty, at = one.at, values = values, role = param.role,
    rule = param.rule, layer = one.layer, is_other = true, is_change = true }
  pack.store_param(other)
  pack.params[other.path], pack.param_records[other.path] = other.index, other
  local when = expression.is_open(one.record.when) and expression.open_to_node(one.record.when, "when")
    or expression.to_condition(one.record.when, "when")
  local rule = param.rule and reference.rules[param.rule]
  if rule and param.path == rule.id .. "." .. tostring(rule.compare) then
    core.raise(when, rule.level) -- refuses, here and not in the rule, what the rule cannot ask
  end
  one.guard = when
  put(one, other, list)
  -- Outside its days the condition is not asked: numbers in it may have no value then.
  local active = change.active(one, when)
  local alternative = { param = param.index, other = other.index, when = core.node_index(active),
    relaxes = one.word == "relax" and way_of(param) or nil, record = other, base = param, one = one }
  table.insert(shared.others, place_of(alternative), alternative)
  return when, alternative, other
end

-- Relaxations are told: a rule of their own says who meets the requirement by nothing else.
local function readers_of(param)
  if param.rule and reference.rules[param.rule] then return { reference.rules[param.rule] } end
  local list = {}
  for _, rule in ipairs(rule_api.order) do
    if core.reads_param(rule.index, param.index) then list[#list + 1] = rule end
  end
  return list
end

local relaxed = {} -- by rule id: how many

local function tell(one, rule, when, other)
  local record = one.record
  relaxed[rule.id] = (relaxed[rule.id] or 0) + 1
  local applies = rule.applies and core.many("AND", { rule.applies, when }, 2) or when
  local index = core.rule {
    id = "relax." .. rule.id .. "." .. relaxed[rule.id], kind = "relaxation", of = rule.level, name = rule.name,
    note = record.note, clause = one.clause, document = one.document, in_force = one.since_text, until_date = one.until_text,
    applies = core.node_index(applies), layer = one.layer.index, at = one.at, certainty = one.layer.certainty,
    duty = record.duty, due_years = record.due_years,
  }
  rule_api.more = rule_api.more or {}
  table.insert(rule_api.more, { index = index })
  table.insert(shared.relaxations, { rule = index, of = rule.index, other = other })
end

local function apply(one)
  local param, stage = find(one)
  local list = differences(one, param, stage)
  check_direction(one, param, list)
  if one.record.when == nil then
    put(one, param, list)
  else
    local when, other
    when, other, one.other = put_for_some(one, param, list)
    if one.word == "relax" then
      for _, rule in ipairs(readers_of(param)) do tell(one, rule, when, other) end
    end
  end
  one.param, one.is_made, one.stages = param, true, {}
  for _, one_of in ipairs(list) do one.stages[one_of.stage or -1] = true end
end

-- What must hold of the whole ---------------------------------------------------------------------------------

-- A floor must not lie below what it stands over, on any day of its own.
local function check_floor(one)
  local own, base = pack.param_records[one.rule.id .. "." .. one.compare], pack.param_records[one.base.id .. "." .. one.compare]
  if not own or not base then return end
  local way = upward[one.compare]
  local function check(stage, day)
    local mine, other = value_on(own, stage, day), value_on(base, stage, day)
    if mine and other and core.compare(mine.value, other.value) == -way then
      core.clash("NOT_STRICTER", mine.at, other.at, own.path, core.decimal(other.value), core.decimal(mine.value))
    end
  end
  local stages = {}
  for _, name in ipairs((own.by_stage or base.by_stage) and fields.sorted_keys(pack.stage_index) or {}) do
    stages[#stages + 1] = pack.stage_index[name]
  end
  for _, values in ipairs { own.values, base.values } do
    for _, value in ipairs(values) do
      local is_own = value.since >= own.values[1].since
      for _, stage in ipairs(is_own and stages or {}) do check(stage, value.since) end
      if is_own and #stages == 0 then check(nil, value.since) end
    end
  end
end

-- A layer below gives another value while a change of this layer counts: then the change would silently end there,
-- unless the layer says what holds from that day on.
local function check_overrun(one)
  local param = one.other or one.param
  for _, value in ipairs(param and param.values or {}) do
    local is_meant = not param.by_stage or one.stages[value.stage]
    local is_later = value.since > one.since and (not one.until_day or value.since < one.until_day)
    if is_meant and is_later and value.layer < one.layer.index then
      core.clash("CHANGE_OVERRUN", one.at, value.at, full_path(param, value.stage), core.decimal(value.value),
        core.date_text(value.since))
    end
  end
end

-- A parameter must have a value from the day from which its rule is in force.
local function check_first_days()
  for _, path in ipairs(fields.sorted_keys(pack.param_records)) do
    local param = pack.param_records[path]
    local first = param.values[1]
    local rule = param.rule and reference.rules[param.rule]
    local since = rule and rule.spec and rule.spec.since
    if since and first.since > since and not param.is_change then
      core.fail("NO_FIRST_DAY", param.at, nil, path, core.date_text(first.since), core.date_text(since))
    end
  end
end

-- The numbers of "so many of these" lie among what there is, on every day.
local function check_counts()
  for _, group in ipairs(rule_api.counts) do
    local param = group.param and param_of(group.param)
    for _, value in ipairs(param and param.values or {}) do
      local is_whole = core.is_whole(value.value) and (param.unit or "") == ""
      if not is_whole or core.compare(value.value, group.least) < 0 or core.compare(value.value, group.most) > 0 then
        fields.wrong(value.at, group.word, group.least .. " … " .. group.most, core.decimal(value.value))
      end
    end
  end
end

-- The limits of a table come in order, on every day and in every stage.
local function check_order(table_of)
  local before
  local function check(low, high, stage, day)
    local a, b = value_on(low, stage, day), value_on(high, stage, day)
    if a and b and core.compare(a.value, b.value) ~= -table_of.way then
      core.clash("TABLE_ORDER", b.since > a.since and b.at or a.at, table_of.at, table_of.what, core.decimal(a.value),
        core.decimal(b.value))
    end
  end
  for index = 1, #table_of.list do
    local one = table_of.list[index]
    local param_index = type(one) == "table" and one.param or type(one) == "number" and one
    local param = param_index and param_of(param_index)
    for _, low in ipairs(before and param and { before } or {}) do
      for _, values in ipairs { low.values, param.values } do
        for _, value in ipairs(values) do check(low, param, value.stage, value.since) end
      end
    end
    before = param
  end
end

-- Is what some are held to looser than what the rest are, on every day?
local function is_looser(other)
  for _, values in ipairs { other.record.values, other.base.values } do
    for _, value in ipairs(values) do
      local mine = value_on(other.record, value.stage, value.since)
      local theirs = value_on(other.base, value.stage, value.since)
      if mine and theirs and core.compare(mine.value, theirs.value) == other.relaxes then return false end
    end
  end
  return true
end

-- Whom several relaxations of one number meet is held to the loosest of them; and nobody by a relaxation to more
-- than without it.
local function join_relaxations()
  local count = {}
  for _, other in ipairs(shared.others) do count[other.param] = (count[other.param] or 0) + 1 end
  for _, other in ipairs(shared.others) do
    if other.relaxes and (count[other.param] > 1 or not is_looser(other)) then other.way = other.relaxes == 1 and 1 or 0 end
  end
end

-- Rules that a layer adds; where they join others of which some number is asked, that number must rise too.
local function note_added(layer)
  for _, rule in ipairs(rule_api.order) do
    if rule.layer == layer and layer.kind ~= "pack" then
      local one = { word = "rule", path = rule.id, record = {}, at = rule.at, layer = layer, since_text = rule.spec.in_force,
        until_text = rule.record.until_date, clause = rule.spec.clause, document = rule.spec.document, reason = layer.reason }
      for _, group in ipairs(rule_api.order) do
        if group.counted and group.layer.index < layer.index then
          for _, member in ipairs(group.counted) do
            local param = group.n_param and param_of(group.n_param)
            local value = param and value_on(param, nil, layer.in_force)
            local is_raised = value and value.layer == layer.index
            if member == rule and not is_raised then change.must_tighten(one, "either_way", nil, nil, group.at) end
          end
        end
      end
      change.note(one, { kind = "added", direction = "tightens", rule = rule.index })
    end
  end
end

-- After the rules are lowered: layer by layer.
shared.after_lowering[#shared.after_lowering + 1] = function()
  for index = 1, #pack.layers do
    local layer = pack.layers[index]
    pack.layer = layer
    for _, one in ipairs(change.list) do
      if one.layer == layer and one.word ~= "withdraw" then
        local before = core.stand_at(one.at)
        if one.is_made then change.check_pairs(one) else apply(one) end
        core.stand_at(before)
      end
    end
    for _, one in ipairs(change.list) do
      if one.layer == layer then check_overrun(one) end
    end
    change.withdraw_all(layer)
    note_added(layer)
  end
  for _, floor in ipairs(change.floors) do check_floor(floor) end
  join_relaxations()
  check_counts()
  for _, table_of in ipairs(shared.numbers.ordered) do check_order(table_of) end
  check_first_days()
  change.store_costs()
end
