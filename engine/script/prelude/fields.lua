-- fields.lua - looking over the tables that authors write: which fields, of which type.
-- Runs first. Knows no word of the language.
local core, shared = ...

local fields = {}
shared.fields = fields

-- A list of keys in a fixed order, whatever `pairs` says.
function fields.sorted_keys(record)
  local keys, are_texts = {}, true
  for key in next, record do
    keys[#keys + 1] = key
    are_texts = are_texts and type(key) == "string"
  end
  core.spend(#keys)
  if are_texts then
    table.sort(keys)
    return keys
  end
  table.sort(keys, function(a, b)
    if type(a) == type(b) and (type(a) == "number" or type(a) == "string") then return a < b end
    return type(a) < type(b)
  end)
  return keys
end

local function shown(value)
  if type(value) == "string" then return '"' .. value .. '"' end
  if type(value) == "number" or type(value) == "boolean" then return tostring(value) end
  if core.is_node(value) then return "expression 表达式" end
  return type(value)
end
fields.shown = shown

function fields.wrong(at, name, wanted, value)
  core.fail("WRONG_VALUE", at, name, name or "this 此处", wanted, shown(value))
end

-- What one declaration calls otherwise than another.
local others = { from = "in_force", in_force = "from", date = "in_force", ["until"] = "until_date" }

local function nearest(key, allowed)
  local other = others[key]
  return other and allowed[other] and other or core.suggest(key, fields.sorted_keys(allowed))
end

-- Refuses fields that are not in `allowed` (a table of names), with the nearest name.
function fields.only(record, allowed, what, at)
  local is_clean = true
  for key in next, record do is_clean = is_clean and type(key) == "string" and allowed[key] ~= nil end
  if is_clean then return end
  for _, key in ipairs(fields.sorted_keys(record)) do
    if type(key) ~= "string" then
      core.fail("WRONG_VALUE", at, nil, what, "{ … = " .. shown(record[key]) .. " }", "{ " .. shown(record[key]) .. " }")
    elseif not allowed[key] then
      core.fail("UNKNOWN_FIELD", at, key, what, key, nearest(key, allowed))
    end
  end
end

local checks = {
  text = function(value) return type(value) == "string" end,
  name = function(value)
    if type(value) == "string" then return true end
    return type(value) == "table" and (value.zh == nil or type(value.zh) == "string")
      and (value.en == nil or type(value.en) == "string") and (value.zh or value.en) ~= nil
  end,
  flag = function(value) return type(value) == "boolean" end,
  list = function(value) return type(value) == "table" and not core.is_node(value) end,
  count = function(value) return math.type(value) == "integer" and value >= 0 end,
  decimal = function(value) return type(value) == "number" or type(value) == "string" end,
  date = function(value) return type(value) == "string" end,
  any = function() return true end,
}

local wanted = {
  text = '"…"', name = '"…", { zh = "…", en = "…" }', flag = "true, false", list = "{ … }",
  count = "a whole number 整数", decimal = "a number 数字", date = '"YYYY-MM-DD"', any = "…",
}

-- What should stand there: of a number that should be a text, that number in quotation marks.
local function form_of(kind, value)
  if (kind == "text" or kind == "name") and type(value) == "number" then return '"' .. tostring(value) .. '"' end
  return wanted[kind]
end

-- Says something: not only blanks, plain or full-width.
local function is_blank(value)
  return type(value) == "string" and string.gsub(string.gsub(value, "　", ""), "%s+", "") == ""
end

-- The fields of a table of types in order: { name, kind, is_needed }; remembered, as most tables serve many times.
local orders = setmetatable({}, { __mode = "k" })

local function order_of(types)
  local order = orders[types]
  if order then return order end
  order = {}
  for index, name in ipairs(fields.sorted_keys(types)) do
    local kind = types[name]
    local is_needed = string.sub(kind, -1) == "!"
    order[index] = { name, is_needed and string.sub(kind, 1, -2) or kind, is_needed }
  end
  orders[types] = order
  return order
end

-- Checks a declaration against { field = "type" }; a type ending in "!" is needed.
function fields.check(record, types, what, at)
  if type(record) ~= "table" or core.is_node(record) then
    core.fail("WRONG_VALUE", at, nil, what, "{ … }", shown(record))
  end
  fields.only(record, types, what, at)
  for _, field in ipairs(order_of(types)) do
    local name, kind, is_needed = field[1], field[2], field[3]
    local value = record[name]
    local is_clause = name == "clause" and value ~= nil
    if value == nil or ((is_needed or is_clause) and is_blank(value)) then
      if is_needed or is_clause then
        local code = (name == "clause" and "NO_CLAUSE") or (name == "in_force" and "NO_DATE") or "MISSING_FIELD"
        core.fail(code, at, nil, what, name, name .. " = " .. wanted[kind])
      end
    elseif not checks[kind](value) then
      fields.wrong(at, name, form_of(kind, value), value)
    elseif kind == "date" and not core.date(value) then
      core.fail("BAD_DATE", at, name, value)
    end
  end
end

-- Ids: lower-case ASCII words joined by underscores.
function fields.id(id, what, at)
  if type(id) ~= "string" or not string.find(id, "^[a-z][a-z0-9_]*$") or #id > 80 then
    core.fail("WRONG_VALUE", at, nil, what, "lower_case_name", shown(id))
  end
  return id
end

-- A dense list of texts.
function fields.texts(list, name, at)
  for index, value in ipairs(list) do
    if type(value) ~= "string" then fields.wrong(at, name .. "[" .. index .. "]", '"…"', value) end
  end
  if #list ~= #fields.sorted_keys(list) then fields.wrong(at, name, '{ "…", "…" }', list) end
  return list
end

-- Names declared so far: { kind .. id -> place }; a second declaration names both places.
local declared = {}

function fields.declare(kind, id, at)
  local key = kind .. " " .. id
  if declared[key] then core.clash("DUPLICATE", at, declared[key], kind, id) end
  declared[key] = at
end
