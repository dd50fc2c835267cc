-- compute.lua - compute: a value by a function of the pack, where no expression can say it.
local core, shared = ...
local fields, expression = shared.fields, shared.expression

shared.compute = { words = {} }

-- What the function sees: its reads by name, and nothing else.
local function row_of(names, values)
  local row = {}
  for index, name in ipairs(names) do row[name] = values[index] end
  return setmetatable({}, {
    __metatable = false,
    __index = function(_, name)
      local value = row[name]
      if value ~= nil then return value end
      local shown = type(name) == "string" and name or fields.shown(name)
      core.fail("UNKNOWN_FIELD", nil, nil, "row", shown, core.suggest(shown, names))
    end,
    __newindex = function() core.fail("NOT_ALLOWED", nil, nil, "row.… =") end,
  })
end

local function node_of(record, name, at)
  fields.id(name, "compute.reads", at)
  local node = expression.to_node(record.reads[name], "compute.reads." .. name)
  local kind = core.describe(node)
  if kind ~= "number" then core.fail("TYPE_MISMATCH", at, nil, "compute.reads." .. name, "number 数字", kind) end
  return node
end

-- With a unit it gives a number in it, without one an answer: true or false.
function shared.compute.words.compute(record)
  local at = core.here()
  fields.check(record, { of = "any!", unit = "text", reads = "list!", each = "any!" }, "compute", at)
  if type(record.each) ~= "function" then fields.wrong(at, "compute.each", "function(row) … end", record.each) end
  local names, reads = fields.sorted_keys(record.reads), {}
  if #names == 0 then core.fail("MISSING_FIELD", at, "reads", "compute", "reads", "{ name = expression }") end
  for index, name in ipairs(names) do reads[index] = node_of(record, name, at) end
  local each = record.each
  return core.compute {
    of = expression.of(record.of, "compute", at), unit = record.unit, is_condition = record.unit == nil,
    reads = reads, each = function(...) return (each(row_of(names, { ... }))) end,
  }
end
