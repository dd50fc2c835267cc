-- pack.lua - the words of a pack that are not rules: parameters, stages, quantities, splits, sections.
local core, shared = ...
local fields, expression, pack, scope = shared.fields, shared.expression, shared.pack, shared.scope
local kinds, words, document_of = expression.kinds, pack.words, pack.document_of

-- Parameters -----------------------------------------------------------------------------------------

function words.dated(values)
  if type(values) ~= "table" then core.fail("WRONG_VALUE", nil, nil, "dated", '{ ["YYYY-MM-DD"] = … }', fields.shown(values)) end
  local handle = expression.proxy("dated", function() return nil end)
  pack.dated_values[handle] = values
  return handle
end
pack.dated_values = setmetatable({}, { __mode = "k" })

local stage_index = {}
pack.stage_index = stage_index

local function is_amount(value) return type(value) == "number" or type(value) == "string" or kinds[value] == "amount" end

-- Is this what a parameter may hold (and no expression)?
function pack.is_value(value)
  if is_amount(value) or kinds[value] == "dated" then return true end
  if type(value) ~= "table" or kinds[value] then return false end
  return true
end

local function add_amount(list, amount, entry, spec)
  if kinds[amount] == "amount" then
    local info = expression.amounts[amount]
    if spec.unit == nil or spec.unit == "" then
      spec.unit = info.unit
    elseif spec.unit ~= info.unit then
      core.fail("UNIT_MISMATCH", spec.at, spec.field, info.unit, spec.unit, "= < >")
    end
    amount = info.value
  end
  if type(amount) ~= "number" and type(amount) ~= "string" then
    fields.wrong(spec.at, spec.field, "a number 数字", amount)
  end
  core.const(amount) -- refuses what is no exact decimal, at the line where it stands
  list[#list + 1] = { since = entry.since, clause = entry.clause, document = entry.document, stage = entry.stage,
    value = amount, layer = spec.layer, at = spec.at }
end

-- One value, or one for each stage.
local function add_values(list, value, entry, spec)
  if is_amount(value) then return add_amount(list, value, entry, spec) end
  if type(value) ~= "table" or kinds[value] then fields.wrong(spec.at, spec.field, "a number 数字", value) end
  spec.by_stage = true
  for _, key in ipairs(fields.sorted_keys(value)) do
    if not stage_index[key] then
      core.fail("UNKNOWN_NAME", spec.at, spec.field, tostring(key), core.suggest(tostring(key), fields.sorted_keys(stage_index)))
    end
  end
  for _, key in ipairs(fields.sorted_keys(value)) do
    add_amount(list, value[key],
      { since = entry.since, clause = entry.clause, document = entry.document, stage = stage_index[key] }, spec)
  end
end

local function add_dated(list, values, spec)
  for _, day in ipairs(fields.sorted_keys(values)) do
    local since = type(day) == "string" and core.date(day)
    if not since then core.fail("BAD_DATE", spec.at, spec.field, tostring(day)) end
    local value, entry = values[day], { since = since, clause = spec.clause, document = spec.document }
    if type(value) == "table" and not kinds[value] and value[1] ~= nil then
      for _, key in ipairs(fields.sorted_keys(value)) do
        if key ~= 1 and key ~= "clause" and key ~= "document" then
          core.fail("UNKNOWN_FIELD", spec.at, nil, "dated " .. day, tostring(key), core.suggest(tostring(key), { "clause", "document" }))
        end
      end
      entry.clause = value.clause or entry.clause
      entry.document = value.document and document_of(value, spec.at) or entry.document
      value = value[1]
    end
    add_values(list, value, entry, spec)
  end
end

-- Puts values into a list of { since, stage, value, clause, document, layer, at }; spec as for pack.param.
function pack.add_values(list, spec)
  if kinds[spec.value] == "dated" then
    add_dated(list, pack.dated_values[spec.value], spec)
  else
    add_values(list, spec.value, { since = spec.in_force, clause = spec.clause, document = spec.document }, spec)
  end
  if #list == 0 then fields.wrong(spec.at, spec.field, "a number 数字", spec.value) end
end

-- Gives the plan a parameter as its record now stands; changes come here again.
function pack.store_param(param)
  table.sort(param.values, function(a, b)
    if a.since ~= b.since then return a.since < b.since end
    return (a.stage or -1) < (b.stage or -1)
  end)
  param.index = core.param(param)
end

-- Declares a parameter: spec = { path, value, unit, clause, document, in_force, certainty, at, field, layer,
-- role, switch, name, note }; role says which way is stricter (change.lua); switch that it is one, whose name and note
-- they are. Returns its index and whether it differs by stage.
function pack.param(spec)
  if not spec.clause then core.fail("NO_CLAUSE", spec.at, spec.field, spec.path) end
  local layer = spec.layer or pack.layer
  spec.layer, spec.in_force = layer.index, spec.in_force or layer.in_force
  local list = {}
  pack.add_values(list, spec)
  fields.declare("parameter", spec.path, spec.at)
  local param = { path = spec.path, unit = spec.unit, by_stage = spec.by_stage, certainty = spec.certainty or layer.certainty,
    at = spec.at, values = list, role = spec.role, rule = spec.rule, layer = layer,
    switch = spec.switch, name = spec.name, note = spec.note }
  pack.store_param(param)
  pack.params[spec.path] = param.index
  pack.param_records[spec.path] = param
  return param.index, spec.by_stage
end
pack.params, pack.param_records = {}, {}

local parameter_types = {
  name = "name", value = "any!", unit = "text", clause = "text!", document = "any", in_force = "date",
  certainty = "text", note = "name",
}

-- parameter "x" { … } declares; parameter "x" alone reads.
function words.parameter(id)
  local at = core.here()
  if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "parameter", '"…"', fields.shown(id)) end
  local path = scope.full(id)
  if pack.params[path] then
    expression.named = { kind = "parameter", id = path, at = at }
    return core.param_use(pack.params[path])
  end
  return expression.undeclared("parameter", path, at, pack.params, function(record)
    fields.id(id, "parameter", at)
    fields.check(record, parameter_types, "parameter " .. id, at)
    pack.param {
      path = path, value = record.value, unit = record.unit, clause = record.clause,
      document = document_of(record, at), in_force = record.in_force and core.date(record.in_force),
      certainty = record.certainty, at = at, field = "value",
    }
  end)
end

-- Stages ---------------------------------------------------------------------------------------------

local stages_known -- as the first pack declared them: { list, at, layer }

-- Stages are one set for all packs of a plan: a second pack may declare them again, alike. The names are those
-- of the last one, which is the pack at hand.
local function same_stages(list, at)
  if stages_known.layer == pack.layer then core.clash("DUPLICATE", at, stages_known.at, "stages", "") end
  for index = 1, math.max(#list, #stages_known.list) do
    local own, other = list[index], stages_known.list[index]
    local fits, numbers
    if own and other and own[1] == other[1] then
      fits, numbers = core.same(expression.to_node(own.when, "when"), expression.to_node(other.when, "when"))
    end
    if not fits or #numbers > 0 then
      core.clash("STAGES_DIFFER", at, stages_known.at, (own or other)[1], stages_known.layer.id)
    end
  end
  for _, stage in ipairs(list) do core.name_stage(stage_index[stage[1]], stage.name or stage[1]) end
end

function words.stages(list)
  local at = core.here()
  if type(list) ~= "table" or #list == 0 then fields.wrong(at, nil, '{ { "id", name = "…", when = … }, … }', list) end
  local parent
  for _, stage in ipairs(list) do
    if type(stage) ~= "table" or kinds[stage] then fields.wrong(at, nil, '{ "id", name = "…", when = … }', stage) end
    for _, key in ipairs(fields.sorted_keys(stage)) do
      if key ~= 1 and key ~= "name" and key ~= "when" then
        core.fail("UNKNOWN_FIELD", at, nil, "stages", tostring(key), core.suggest(tostring(key), { "name", "when" }))
      end
    end
    local id = fields.id(stage[1], "stages", at)
    if not core.is_node(stage.when) then core.fail("MISSING_FIELD", at, nil, "stage " .. id, "when", "when = …") end
    local _, level = core.describe(expression.to_condition(stage.when, "when"))
    parent = parent or level
    if level ~= parent or level == nil then core.fail("WRONG_VALUE", at, nil, "when", parent or "school", tostring(level)) end
  end
  if stages_known then return same_stages(list, at) end
  core.add_stage_level(parent)
  for _, stage in ipairs(list) do
    stage_index[stage[1]] =
      core.stage { id = stage[1], name = stage.name or stage[1], when = core.node_index(stage.when) }
  end
  stages_known = { list = list, at = at, layer = pack.layer }
end

function expression.words.by_stage(values)
  if type(values) ~= "table" or core.is_node(values) or kinds[values] then
    core.fail("WRONG_VALUE", nil, nil, "by_stage", "{ primary = …, junior = … }", fields.shown(values))
  end
  local arms, count = {}, 0
  for _ in next, stage_index do count = count + 1 end
  for i = 1, count do arms[i] = false end
  for _, key in ipairs(fields.sorted_keys(values)) do
    if not stage_index[key] then
      core.fail("UNKNOWN_NAME", nil, nil, tostring(key), core.suggest(tostring(key), fields.sorted_keys(stage_index)))
    end
    arms[stage_index[key] + 1] = expression.to_node(values[key], "by_stage")
  end
  return core.many("BY_STAGE", arms, count)
end

-- Quantities -----------------------------------------------------------------------------------------

local quantity_types = {
  of = "any!", name = "name!", value = "any!", clause = "text", certainty = "text", note = "name",
}

pack.quantities = {} -- by scope.quantity(level, id): { id, name, index, level, at, value }

words.quantity = shared.named(function(id, record, at)
  fields.id(id, "quantity", at)
  fields.check(record, quantity_types, "quantity " .. id, at)
  local of = expression.of(record.of, "quantity", at)
  if core.quantity_use(of, id, scope.here()) then
    fields.declare("quantity", of .. "." .. scope.full(id), at)
    core.fail("DUPLICATE", at, nil, "quantity", id)
  end
  id = scope.full(id)
  fields.declare("quantity", of .. "." .. id, at)
  local value = expression.is_open(record.value) and expression.open_at(record.value, of)
    or expression.to_node(record.value, "value")
  local index = core.quantity {
    id = id, name = record.name, of = of, node = core.node_index(value), clause = record.clause,
    certainty = record.certainty, note = record.note, at = at,
  }
  pack.quantities[scope.quantity(of, id)] = { id = id, name = record.name, index = index, level = of, at = at, value = value }
end)

-- Splits: what several stages of a school use together, shared out by weighted students.
local split_types = {
  of = "any!", students = "list!", weights = "list!", clause = "text!", certainty = "text", note = "name",
  name = "name", document = "any",
}
local splits = {}

local function weight_param(split, type_name, stage_name, value)
  local index = pack.param {
    path = split.id .. ".weights." .. type_name .. "." .. stage_name, value = value, clause = split.clause,
    document = split.document, certainty = split.certainty, at = split.at, field = "weights", unit = "",
  }
  return core.param_use(index)
end

-- The share of each stage for schools of one type: w*students of the stage / sum over the type's stages.
local function shares_of(split, type_name, weights)
  local whole, parts = nil, {}
  for _, name in ipairs(fields.sorted_keys(weights)) do
    local students = split.students[name]
    if not students then
      core.fail("UNKNOWN_NAME", split.at, "weights", name, core.suggest(name, fields.sorted_keys(split.students)))
    end
    parts[name] = weight_param(split, type_name, name, weights[name]) * students
    whole = whole and whole + parts[name] or parts[name]
  end
  local arms = {}
  for _, name in ipairs(fields.sorted_keys(parts)) do
    if stage_index[name] then arms[name] = parts[name] / whole end
  end
  return arms
end

local function declare_split(id, record, at)
  fields.id(id, "split", at)
  fields.check(record, split_types, "split " .. id, at)
  id = scope.full(id)
  fields.declare("split", id, at)
  if not core.is_node(record.of) then fields.wrong(at, "of", "choice 选项", record.of) end
  local split = { id = id, at = at, clause = record.clause, certainty = record.certainty, of = record.of,
    document = document_of(record, at), students = {}, shares = {} }
  for _, name in ipairs(fields.sorted_keys(record.students)) do
    split.students[name] = expression.to_node(record.students[name], "students")
  end
  for _, name in ipairs(fields.sorted_keys(record.weights)) do
    split.shares[#split.shares + 1] = { type = name, arms = shares_of(split, name, record.weights[name]) }
  end
  splits[id] = split
end

function words.split(id)
  local at = core.here()
  if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "split", '"…"', fields.shown(id)) end
  local known = splits[scope.full(id)]
  if known then
    local handle = expression.proxy("split", function() return nil end)
    pack.split_of[handle] = known
    return handle
  end
  return expression.must_follow("split", id, at, function(record) return declare_split(id, record, at) end)
end
pack.split_of = setmetatable({}, { __mode = "k" })

-- The fraction that a stage unit has of what its school shares: 1 for types that share nothing.
local function fraction_of(split)
  if not split.fraction then
    local result = core.const(1)
    for i = #split.shares, 1, -1 do
      local one = split.shares[i]
      result = core.many("IF", { split.of:is(one.type), expression.words.by_stage(one.arms), result }, 3)
    end
    split.fraction = core.raise(result, "stage")
  end
  return split.fraction
end

-- A stage unit's part of what its school has.
function words.share(value, handle)
  local split = handle ~= nil and pack.split_of[handle]
  if not split then core.fail("WRONG_VALUE", nil, nil, "share", 'split "…"', fields.shown(handle)) end
  return core.raise(expression.to_node(value, "share"), "stage") * fraction_of(split)
end

-- Sections -------------------------------------------------------------------------------------------

local section_types = {
  name = "name!", clause = "text!", document = "any", only_where = "any", certainty = "text", note = "name",
}
pack.sections = {}
pack.section = nil -- the one that declarations of the current file belong to

function words.section(id)
  local at = core.here()
  if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "section", '"…"', fields.shown(id)) end
  return expression.reference({ kind = "section", id = scope.full(id), at = at }, function(record)
    fields.id(id, "section", at)
    fields.check(record, section_types, "section " .. id, at)
    id = scope.full(id)
    fields.declare("section", id, at)
    local document = document_of(record, at)
    local index = core.section { id = id, name = record.name, clause = record.clause, document = document, at = at }
    local section = { id = id, index = index, at = at, clause = record.clause, only_where = record.only_where, rules = {},
      document = record.document and document, certainty = record.certainty }
    pack.sections[id], pack.section = section, section
    pack.section_order[#pack.section_order + 1] = section
  end)
end
pack.section_order = {}
