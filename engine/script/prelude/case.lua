-- case.lua - cases: example, case, like, missing.
local core, shared = ...
local fields, expression = shared.fields, shared.expression
local kinds = expression.kinds

local case = { words = {} }
shared.case = case
local words = case.words
local examples = {} -- by layer, then by name
local function examples_here()
  local layer = shared.pack.layer
  examples[layer] = examples[layer] or {}
  return examples[layer]
end

local missing = expression.proxy("missing", function() return nil end)
words.missing = missing

words.example = shared.named(function(name, record, at)
  if type(record) ~= "table" then fields.wrong(at, nil, "{ … }", record) end
  local known = examples_here()
  if known[name] then core.clash("DUPLICATE", at, known[name].at, "example", name) end
  known[name] = { record = record, at = at }
end)

-- like "an example" { changes }: a copy with changes.
function words.like(name)
  local at = core.here()
  local base = examples_here()[name]
  if not base then
    core.fail("UNKNOWN_NAME", at, nil, tostring(name), core.suggest(tostring(name), fields.sorted_keys(examples_here())))
  end
  return function(changes)
    local record = {}
    for key, value in next, base.record do record[key] = value end
    for key, value in next, changes do record[key] = value end
    return record
  end
end

-- What is asked of levels for each field of each case. Cases are read when all levels are known.
local chains, children = {}, {}

-- The levels from the top down to one.
local function chain_to(level)
  if chains[level] then return chains[level] end
  local chain, at = {}, level
  while at do
    table.insert(chain, 1, at)
    at = core.level(at).parent
  end
  chains[level] = chain
  return chain
end

-- The level whose rows a record of a level lists under a name; nil if there is none.
local function child_level(level, name)
  local known = children[level]
  if not known then
    known = {}
    for _, other in ipairs(core.levels()) do
      local many = core.level(other).many
      if many and not known[many] and other ~= level and core.is_within(other, level) then known[many] = other end
    end
    children[level] = known
  end
  return known[name]
end

local function stage_of(value, at)
  local index = shared.pack.stage_index[value]
  if not index then
    core.fail("UNKNOWN_NAME", at, nil, tostring(value), core.suggest(tostring(value), fields.sorted_keys(shared.pack.stage_index)))
  end
  return index
end

-- Adds one row and, above it, rows for the levels between it and the row it hangs on. Returns their indices by level.
local function add_rows(rows, level, above, at)
  local own = {}
  for key, value in next, above do own[key] = value end
  for _, name in ipairs(chain_to(level)) do
    if own[name] == nil then
      local parent = core.level(name).parent
      rows[#rows + 1] = { level = name, parent = parent and own[parent], values = {} }
      own[name] = #rows - 1
    end
  end
  return own, at
end

local fill

local function fill_children(rows, child, list, above, at)
  if type(list) ~= "table" then fields.wrong(at, "given", "{ { … }, … }", list) end
  for _, record in ipairs(list) do
    local own = add_rows(rows, child, above, at)
    fill(rows, child, record, own, above, at)
  end
end

-- Puts a field where it belongs: the row's own level, or a coarser one that this record made.
local function put(rows, level, name, value, own, above, at)
  local chain = chain_to(level)
  for i = #chain, 1, -1 do
    local target = chain[i]
    if above[target] == nil then
      local field = core.case_field(target, name, shared.scope.here())
      if field then
        field.is_missing = kinds[value] == "missing"
        field.value = not field.is_missing and value or nil
        if field.value == nil and not field.is_missing then field.value = false end
        table.insert(rows[own[target] + 1].values, field)
        return
      end
    end
  end
  core.fail("UNKNOWN_NAME", at, name, name, core.suggest(name, shared.scope.names(level)))
end

-- The rows from the top down to a level.
local function down_to(level, own)
  local list = {}
  for _, name in ipairs(chain_to(level)) do list[name] = own[name] end
  return list
end

-- What a record says of the county it lies in: county = { … }, or a table of the county by its name.
local function fill_above(rows, level, name, value, own, above, at)
  if type(value) ~= "table" or kinds[value] then return false end
  for _, target in ipairs(chain_to(level)) do
    if target ~= level and above[target] == nil then
      local child = child_level(target, name)
      if name == target then
        fill(rows, target, value, down_to(target, own), {}, at)
        return true
      elseif child then
        fill_children(rows, child, value, down_to(target, own), at)
        return true
      end
    end
  end
  return false
end

function fill(rows, level, record, own, above, at)
  if type(record) ~= "table" or kinds[record] then fields.wrong(at, "given", "{ … }", record) end
  if level == "stage" then
    if record.stage == nil then core.fail("MISSING_FIELD", at, "given", "given", "stage", 'stage = "primary"') end
    rows[own.stage + 1].stage = stage_of(record.stage, at)
  end
  for _, name in ipairs(fields.sorted_keys(record)) do
    if type(name) ~= "string" then core.fail("UNKNOWN_FIELD", at, "given", "given", tostring(name), "") end
    local child = child_level(level, name)
    if child then
      fill_children(rows, child, record[name], own, at)
    elseif not (name == "stage" and level == "stage") and not fill_above(rows, level, name, record[name], own, above, at) then
      put(rows, level, name, record[name], own, above, at)
    end
  end
end

-- The cases of a layer below say what the law was until the layers above changed it: the first day of those, or nil;
-- and the day on which a case without one is judged, nil for the pack at hand.
local function days_here()
  local layers, own = shared.pack.layers, shared.pack.layer
  local top, changed = layers[1], nil
  if own.is_used then return nil, own.in_force_text end
  for _, layer in ipairs(layers) do
    if layer.kind == "overlay" then
      top = layer
      if (layer.index > own.index or own.kind == "pack") and (not changed or layer.in_force < changed) then
        changed = layer.in_force
      end
    end
  end
  return changed, own ~= top and own.in_force_text or nil
end

-- Ids of switches as parameters, each once.
local function switches_on(list, at)
  local switches, indices, seen = shared.change.switches, {}, {}
  for index, id in ipairs(fields.texts(list or {}, "switches", at)) do
    id = shared.scope.full(id)
    if not switches[id] then
      core.fail("UNKNOWN_NAME", at, "switches", id, core.suggest(id, fields.sorted_keys(switches)))
    end
    if seen[id] then core.fail("DUPLICATE", at, "switches", "switch", id) end
    seen[id], indices[index] = true, switches[id].index
  end
  return indices
end

local case_types = { rule = "text!", on = "date", switches = "list", given = "list!", expect = "any!" }
local expect_types = { verdict = "text!", measure = "any", bound = "any", margin = "any" }
local ranges = setmetatable({}, { __mode = "k" })

-- between("3", "5"): a figure of which both ends are to be these.
function words.between(low, high)
  local is_order = core.compare(core.decimal(low), core.decimal(high)) < 0
  if not is_order then fields.wrong(nil, nil, 'between("3", "5")', high) end
  local handle = expression.proxy("between", function() return nil end)
  ranges[handle] = { low, high }
  return handle
end

-- A figure that is expected: a number, or { low, high }.
local function figure_of(expect, name, at)
  local value = expect[name]
  if value == nil or type(value) == "number" or type(value) == "string" then return value end
  if kinds[value] ~= "between" then fields.wrong(at, name, 'a number 数字, between("3", "5")', value) end
  return ranges[value]
end

words.case = shared.named(function(name, record, at)
  fields.check(record, case_types, "case", at)
  local index, found = core.find_rule(shared.scope.full(record.rule))
  if not index then core.fail("UNKNOWN_RULE", at, "rule", record.rule, core.suggest(record.rule, found)) end
  local expect = type(record.expect) == "string" and { verdict = record.expect } or record.expect
  fields.check(expect, expect_types, "expect", at)
  local changed, first = days_here()
  local on = record.on or first
  if changed and on and core.date(on) >= changed then return end
  local rows = {}
  local own = add_rows(rows, found, {}, at)
  fill(rows, found, record.given, own, {}, at)
  core.case {
    name = name, rule = index, on = on, switches = switches_on(record.switches, at), at = at, rows = rows, subject = own[found],
    verdict = expect.verdict, measure = figure_of(expect, "measure", at), bound = figure_of(expect, "bound", at),
    margin = figure_of(expect, "margin", at),
  }
end)
