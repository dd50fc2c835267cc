-- target.lua - targets: which share of the counties or schools, or which named counties, by which day.
--
-- Read and checked at once; what it counts and its scope are settled at the end (finish.lua), its shares are
-- parameters from the start, so that a layer above may change them.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local kinds = expression.kinds

local target_types = {
  name = "name!", clause = "text!", document = "any", certainty = "text", note = "name", counts = "any!",
  only_where = "any", region = "text", by = "date", by_unknown = "flag", ensure = "any", strive = "any", names = "any",
}
local targets, order = {}, {} -- by id; in order of declaration

-- A share: a parameter of the target, with a day and a clause; more of it is stricter.
local function share(record, name, spec)
  local value = record[name]
  if value == nil then return nil end
  if not pack.is_value(value) then fields.wrong(spec.at, name, "percent(20)", value) end
  local index, by_stage = pack.param {
    path = spec.id .. "." .. name, value = value, clause = spec.clause, document = spec.document,
    certainty = spec.certainty, at = spec.at, field = name, role = "at_least",
  }
  if by_stage then fields.wrong(spec.at, name, "percent(20)", value) end
  return index
end

-- { ["533324"] = "贡山县" } as a list in order of code.
local function named(record, at)
  if record.names == nil then return nil end
  local list, wanted = {}, '{ ["533324"] = "贡山县", … }'
  if type(record.names) ~= "table" or kinds[record.names] or core.is_node(record.names) then
    fields.wrong(at, "names", wanted, record.names)
  end
  for _, code in ipairs(fields.sorted_keys(record.names)) do
    local name = record.names[code]
    if type(code) ~= "string" or not string.find(code, "^%w+$") then fields.wrong(at, "names", wanted, code) end
    if type(name) ~= "string" then fields.wrong(at, "names", wanted, name) end
    list[#list + 1] = { code = code, name = name }
  end
  if #list == 0 then fields.wrong(at, "names", wanted, "{}") end
  return list
end

local function check(id, record, at)
  fields.id(id, "target", at)
  fields.check(record, target_types, "target " .. id, at)
  fields.declare("target", shared.scope.full(id), at)
  pack.check_region(record.region, at)
  if record.by == nil and not record.by_unknown then core.fail("TARGET_DAY", at, "by", id) end
  if record.by ~= nil and record.by_unknown then fields.wrong(at, "by_unknown", "by", record.by_unknown) end
  if record.ensure == nil and record.strive == nil and record.names == nil then
    core.fail("MISSING_FIELD", at, nil, "target " .. id, "ensure", "ensure, strive, names")
  end
  local info = kinds[record.counts] == "reference" and expression.open_of[record.counts]
  if not info or info.kind == "section" then
    fields.wrong(at, "counts", 'verdict "…", requirement "…", indicator "…"', record.counts)
  end
end

local function declare(id, record, at, written)
  check(id, record, at)
  id = shared.scope.full(id)
  local spec = {
    id = id, name = record.name, note = record.note, clause = record.clause, at = at, layer = pack.layer.index,
    document = pack.document_of(record, at), certainty = record.certainty, region = record.region, by = record.by,
    names = named(record, at),
  }
  spec.ensure, spec.strive = share(record, "ensure", spec), share(record, "strive", spec)
  targets[id] = spec
  order[#order + 1] = { spec = spec, record = record, written = written, layer = pack.layer }
end

function pack.words.target(id)
  local at = core.here()
  if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "target", '"…"', fields.shown(id)) end
  local mark = reference.begin()
  return expression.undeclared("target", id, at, targets, function(record)
    declare(id, record, at, reference.claim(mark))
  end)
end

-- Does something for each target, in its layer and at its place.
local function each(act)
  local layer = pack.layer
  for _, one in ipairs(order) do
    pack.layer = one.layer
    local before = core.stand_at(one.spec.at)
    act(one.spec, one.record, one)
    core.stand_at(before)
  end
  pack.layer = layer
end

table.insert(shared.before_lowering, function()
  each(function(spec, _, one) reference.settle_numbers(one.written, spec) end)
end)

table.insert(shared.after_lowering, function()
  each(function(spec, record)
    local rule = reference.must_be_declared(expression.open_of[record.counts])
    spec.rule = rule.index
    if record.only_where ~= nil then
      spec.applies = core.node_index(reference.settle(record.only_where, rule.level, {}))
    end
    core.target(spec)
  end)
end)
