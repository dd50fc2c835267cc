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
  if spec.value == nil then core.fail("MISSING_FIELD", one.at, nil, one.word .. " " .. one.path, field, "") end
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

-- The differences that a change makes: { stage, old (value record), now (entry) } in order of stages.
local function differences(one, param, stage)
  local was, list = by_stage_of(written(one, param, "was", stage)), {}
  local now = written(one, param, "now", stage)
  local seen = {}
  for _, entry in ipairs(now) do
    local key, path = entry.stage or -1, full_path(param, entry.stage)
    local old = value_on(param, entry.stage, one.since)
    local shown = old and core.decimal(old.value) or "?"
    seen[key] = true
    change.only_once(one, path)
    if not was[key] then core.fail("MISSING_FIELD", one.at, "was", one.word .. " " .. path, "was", shown) end
    if not old or core.compare(was[key].value, old.value) ~= 0 then
      core.clash("BASE_MOVED", one.at, old and old.at or param.at, path, core.decimal(was[key].value), shown)
    end
    list[#list + 1] = { stage = entry.stage, old = old, now = entry, path = path }
  end
  for _, entry in ipairs(written(one, param, "was", stage)) do
    if not seen[entry.stage or -1] then
      core.fail("MISSING_FIELD", one.at, "now", one.word .. " " .. full_path(param, entry.stage), "now", "")
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

local function put(one, param, list)
  for _, one_of in ipairs(list) do
    local stage = param.by_stage and one_of.stage or nil
    local old = one_of.old
    if one.until_day then
      local later = value_on(param, stage, one.until_day)
      add_value(param, { since = one.until_day, stage = stage, value = later.value, clause = later.clause,
        document = later.document, layer = later.layer, at = later.at })
    end
    add_value(param, { since = one.since, stage = stage, value = one_of.now.value, clause = one.clause,
      document = one.document, layer = one.layer.index, at = one.at })
    change.note(one, { kind = "value", direction = one_of.direction, path = one_of.path, param = param.index, stage = stage,
      rule = param.rule and reference.rules[param.rule] and reference.rules[param.rule].index or nil,
      was = core.decimal(old.value), now = core.decimal(one_of.now.value) })
  end
  pack.store_param(param)
end

shared.others, shared.relaxations = {}, {}

-- For some: another parameter that is read where the condition holds.
local function put_for_some(one, param, list)
  local values, count = {}, 1
  for index, value in ipairs(param.values) do
    values[index] = {}
    for key, part in next, value do values[index][key] = part end
  end
  while pack.params[param.path .. ".where_" .. count] do count = count + 1 end
  local other = { path = param.path .. ".where_" .. count, unit = param.unit, by_stage = param.by_stage,
    certainty = param.certainty, at = one.at, values = values, role = param.role, rule = param.rule, layer = one.layer }
  pack.store_param(other)
  pack.params[other.path], pack.param_records[other.path] = other.index, other
  put(one, other, list)
  local when = expression.is_open(one.record.when) and expression.open_to_node(one.record.when, "when")
    or expression.to_condition(one.record.when, "when")
  -- Outside its days the condition is not asked: numbers in it may have no value then.
  local active = change.active(one, when)
  shared.others[#shared.others + 1] = { param = param.index, other = other.index, when = core.node_index(active) }
  return when, #shared.others - 1
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
    applies = core.node_index(applies), layer = one.layer.index, at = one.at, duty = record.duty, due_years = record.due_years,
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
    local when, other = put_for_some(one, param, list)
    if one.word == "relax" then
      for _, rule in ipairs(readers_of(param)) do tell(one, rule, when, other) end
    end
  end
  one.param, one.is_made = param, true
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
  for _, values in ipairs { own.values, base.values } do
    for _, value in ipairs(values) do
      if own.by_stage == base.by_stage and value.since >= own.values[1].since then check(value.stage, value.since) end
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
    change.withdraw_all(layer)
    note_added(layer)
  end
  for _, floor in ipairs(change.floors) do check_floor(floor) end
  check_first_days()
  change.store_costs()
end
