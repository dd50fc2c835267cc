-- compute.lua - compute: a value by a function of the pack, where no expression can say it.
local core, shared = ...
local fields, expression = shared.fields, shared.expression

shared.compute = { words = {} }

-- State ---------------------------------------------------------------------------------------------------------
-- A function that remembers something from row to row would give what the order of rows or the number of
-- threads makes of it. Tables that it can reach are closed to writing; names that it and its helpers share
-- are compared after each call.

local inner_of = setmetatable({}, { __mode = "k" }) -- by closed table: what it holds

-- What a closed table holds; any other table itself.
function shared.compute.open(list) return inner_of[list] or list end

local closed = {} -- by table: what stands for it
local close_function

local function is_own_table(value)
  return type(value) == "table" and (inner_of[value] ~= nil or getmetatable(value) == nil)
end

local function stand_in(list, name)
  local proxy = setmetatable({}, {
    __metatable = false, __index = list, __len = function() return #list end,
    __newindex = function() core.fail("COMPUTE_STATE", nil, nil, name) end,
  })
  closed[list], inner_of[proxy] = proxy, list
  return proxy
end

local function close_table(list, name, watched)
  list = inner_of[list] or list
  local proxy = closed[list] or stand_in(list, name)
  if watched.seen[list] then return proxy end
  watched.seen[list] = true
  for _, key in ipairs(fields.sorted_keys(list)) do
    local value = list[key]
    if type(value) == "function" then close_function(value, watched) end
    if is_own_table(value) then list[key] = close_table(value, name, watched) end
  end
  return proxy
end

function close_function(act, watched)
  if watched.seen[act] then return end
  watched.seen[act] = true
  local index, name, value = 1, core.upvalue(act, 1)
  while name do
    if type(value) == "function" then
      close_function(value, watched)
    elseif is_own_table(value) then
      value = close_table(value, name, watched)
      core.set_upvalue(act, index, value)
    end
    if name ~= "_ENV" then watched[#watched + 1] = { act = act, index = index, name = name, value = value } end
    index = index + 1
    name, value = core.upvalue(act, index)
  end
end

local function is_kept(watched)
  local _, now = core.upvalue(watched.act, watched.index)
  return rawequal(now, watched.value)
end

local computes = {} -- { each, watched }

-- Called when all files have run.
function shared.compute.close_all()
  for _, one in ipairs(computes) do close_function(one.each, one.watched) end
end

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
    __len = function() core.fail("NOT_ALLOWED", nil, nil, "#row") end,
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
  local each, watched = record.each, { seen = {} }
  computes[#computes + 1] = { each = each, watched = watched }
  return core.compute {
    of = expression.of(record.of, "compute", at), unit = record.unit, is_condition = record.unit == nil,
    reads = reads, each = function(...)
      local result = each(row_of(names, { ... }))
      for _, one in ipairs(watched) do
        if not is_kept(one) then core.fail("COMPUTE_STATE", at, nil, one.name) end
      end
      return result
    end,
  }
end
