-- words.lua - the worlds: which words each kind of file has, and nothing else.
-- tools/dev/words.lua lists the same names for the linter; a test compares the two.
local core, shared = ...
local fields, expression = shared.fields, shared.expression

-- Harmless parts of the standard libraries, and stand-ins for those that are not.
local function plain_tostring(value)
  local kind = type(value)
  if kind == "string" or kind == "number" or kind == "boolean" or kind == "nil" then return tostring(value) end
  return kind
end

local function format(pattern, ...)
  for _, value in ipairs({ ... }) do
    if type(value) ~= "string" and type(value) ~= "number" then
      core.fail("WRONG_VALUE", nil, nil, "string.format", "text, number", fields.shown(value))
    end
  end
  if type(pattern) ~= "string" or string.find(pattern, "%p", 1, true) then
    core.fail("NOT_ALLOWED", nil, nil, "%p")
  end
  return string.format(pattern, ...)
end

local function plain_pairs(record)
  record = shared.compute.open(record)
  if type(record) ~= "table" or expression.kinds[record] or getmetatable(record) == false then
    core.fail("WRONG_VALUE", nil, nil, "pairs", "{ … }", fields.shown(record))
  end
  local keys, index = fields.sorted_keys(record), 0
  return function()
    index = index + 1
    local key = keys[index]
    if key ~= nil then return key, record[key] end
  end
end

local function append(list, value, extra)
  if type(list) ~= "table" or expression.kinds[list] or extra ~= nil then
    core.fail("WRONG_VALUE", nil, nil, "table.insert", "table.insert(list, value)", fields.shown(list))
  end
  list[#list + 1] = value
end

local function concat(list, separator)
  list = shared.compute.open(list)
  core.spend(type(list) == "table" and #list or 0)
  return table.concat(fields.texts(list, "table.concat"), separator)
end

shared.string_words = {
  format = format, sub = string.sub, upper = string.upper, lower = string.lower, len = string.len,
}

local function not_available(name, known)
  return setmetatable({}, {
    __metatable = false,
    __index = function(_, key)
      local value = known[key]
      if value ~= nil then return value end
      core.fail("NOT_ALLOWED", nil, nil, name .. "." .. plain_tostring(key))
    end,
    __newindex = function() core.fail("NOT_ALLOWED", nil, nil, name .. ".… =") end,
  })
end

local standard = {
  ipairs = ipairs, pairs = plain_pairs, type = function(value)
    if core.is_node(value) or expression.kinds[value] then return "expression" end
    return type(value)
  end,
  tostring = plain_tostring, tonumber = function(value) return tonumber(value) end,
  string = not_available("string", shared.string_words),
  table = not_available("table", { insert = append, concat = concat }),
  math = not_available("math", { floor = math.floor, ceil = math.ceil, max = math.max, min = math.min, abs = math.abs,
    tointeger = math.tointeger, type = math.type }),
}

-- What a script might look for and will not find: named as such.
local absent = {}
for _, name in ipairs {
  "io", "os", "debug", "require", "package", "load", "loadstring", "loadfile", "dofile", "pcall", "xpcall", "coroutine",
  "setmetatable", "getmetatable", "rawget", "rawset", "rawequal", "rawlen", "next", "select", "collectgarbage", "error",
  "assert", "print", "utf8", "warn", "unpack", "_G", "_ENV", "_VERSION", "setfenv", "getfenv", "bit32",
} do absent[name] = true end

local function world(...)
  local words = {}
  for _, list in ipairs({ standard, ... }) do
    for _, name in ipairs(fields.sorted_keys(list)) do words[name] = list[name] end
  end
  return setmetatable({}, {
    __metatable = false,
    __index = function(_, name)
      local value = words[name] or expression.level(name)
      if value ~= nil then return value end
      if absent[name] then core.fail("NOT_ALLOWED", nil, nil, name) end
      local known = fields.sorted_keys(words)
      for _, level in ipairs(core.levels()) do known[#known + 1] = level end
      core.fail("UNKNOWN_NAME", nil, nil, plain_tostring(name), core.suggest(plain_tostring(name), known))
    end,
    __newindex = function(_, name) core.fail("GLOBAL", nil, nil, plain_tostring(name)) end,
  })
end

local pack_words = shared.pack.words
shared.worlds = {
  dictionary = world(expression.words, shared.dictionary.words),
  head = world(shared.pack.head_words),
  pack = world(expression.words, pack_words, shared.compute.words, shared.pack.read_heads),
  cases = world(shared.case.words),
  mapping = world(shared.mapping.words),
  prices = world(shared.prices.words),
  end_file = shared.end_file, enter = shared.enter, finish = shared.finish,
}

-- For the test that compares this list with the linter's.
shared.worlds.names = function()
  local all = {}
  for _, list in ipairs { standard, expression.words, shared.dictionary.words, shared.pack.head_words, pack_words,
    shared.compute.words, shared.case.words, shared.mapping.words,
    shared.prices.words } do
    for _, name in ipairs(fields.sorted_keys(list)) do all[name] = true end
  end
  return table.concat(fields.sorted_keys(all), " ")
end
