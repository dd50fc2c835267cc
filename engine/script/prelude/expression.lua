-- expression.lua - columns, operators and gathering words: everything that makes an expression.
local core, shared = ...
local fields, scope = shared.fields, shared.scope

local expression = { words = {} }
shared.expression = expression
local words = expression.words

-- What is not an expression yet but may stand in one: references, comparators, text columns, children.
local kinds = setmetatable({}, { __mode = "k" })
expression.kinds = kinds

local function is_node(value) return core.is_node(value) end

local function is_number(value) return type(value) == "number" or type(value) == "string" end

-- References and what is built of them stand for "is met"; reference.lua says as which node.
expression.open_to_node = nil

-- May the value still be open: a reference to a rule or section, or a condition over such?
function expression.is_open(value) return kinds[value] == "reference" or kinds[value] == "deferred" end
local is_open = expression.is_open

function expression.to_node(value, what)
  if is_node(value) then return value end
  if is_number(value) then return core.const(value) end
  if is_open(value) then return expression.open_to_node(value, what) end
  if kinds[value] == "amount" then return core.const(expression.amounts[value].value, expression.amounts[value].unit) end
  if kinds[value] == "later" then return expression.later_of[value]("") end
  if kinds[value] == "undeclared" then expression.undeclared_of[value].fail() end
  if kinds[value] == "text" then core.fail("TYPE_MISMATCH", nil, nil, what, "number 数字", expression.text_names[value]) end
  core.fail("TYPE_MISMATCH", nil, nil, what, "expression 表达式", fields.shown(value))
end
local to_node = expression.to_node

local function to_condition(value, what)
  local node = to_node(value, what)
  local kind = core.describe(node)
  if kind ~= "condition" then core.fail("TYPE_MISMATCH", nil, nil, what, "condition 条件", kind) end
  return node
end
expression.to_condition = to_condition

-- Tables of numbers, which take the unit of what they stand beside: handle -> function(unit) that makes the node.
expression.later_of = setmetatable({}, { __mode = "k" })

-- What is meant in the unit of the expression beside it: a plain number, a table of numbers; else nil.
local function like(value, node)
  if is_number(value) then return core.like(value, node) end
  if kinds[value] == "later" then return expression.later_of[value](core.unit_of(node)) end
end

-- Two operands; a plain number beside an expression is meant in its unit where units must agree.
local function both(a, b, what, same_unit)
  local x = same_unit and is_node(b) and like(a, b)
  if x then return x, b end
  local y = same_unit and is_node(a) and like(b, a)
  if y then return a, y end
  return to_node(a, what), to_node(b, what)
end

local function pair(op, what, same_unit)
  return function(a, b)
    local x, y = both(a, b, what, same_unit)
    return core.pair(op, x, y)
  end
end

-- Methods ------------------------------------------------------------------------------------------

local methods = {}

-- A number held against a column or quantity in a declaration has a path of its own (reference.lua);
-- nought does not: "above nought" says that there is any.
for method, op in next, { at_least = "GE", at_most = "LE", above = "GT", below = "LT", equals = "EQ" } do
  local compare = pair(op, method, true)
  methods[method] = function(node, bound)
    return compare(node, bound ~= 0 and expression.bound_number(node, method, bound) or bound)
  end
end

local function is_one_of(node, list)
  local result, bad, choices = core.is(node, list)
  if result then return result end
  core.fail("NOT_CHOICE", nil, nil, bad, table.concat(choices, ", "), core.suggest(bad, choices))
end

function methods.is(node, choice) return is_one_of(node, { choice }) end
function methods.is_not(node, choice) return core.one("NOT", is_one_of(node, { choice })) end
function methods.is_one_of(node, list)
  if type(list) ~= "table" then core.fail("WRONG_VALUE", nil, nil, "is_one_of", "{ … }", fields.shown(list)) end
  return is_one_of(node, fields.texts(list, "is_one_of"))
end

local meta = core.node_meta()
meta.__metatable = false
meta.__name = "expression"
meta.__add = pair("ADD", "+", true)
meta.__sub = pair("SUB", "-", true)
meta.__mul = pair("MUL", "*", false)
meta.__div = pair("DIV", "/", false)
meta.__unm = function(a) return core.one("NEG", to_node(a, "-")) end
local function join(op, sign)
  return function(a, b)
    if is_open(a) or is_open(b) then return expression.deferred(op, { a, b }) end
    return core.many(op, { to_condition(a, sign), to_condition(b, sign) }, 2)
  end
end
meta.__band, meta.__bor = join("AND", "&"), join("OR", "|")
meta.__bnot = function(a) return core.one("NOT", to_condition(a, "~")) end

local function refuse(code, sign, instead)
  return function() core.fail(code, nil, nil, sign, instead) end
end
meta.__eq = refuse("COMPARISON", "==", "a:equals(b)")
meta.__lt = refuse("COMPARISON", "<", "a:below(b), a:above(b)")
meta.__le = refuse("COMPARISON", "<=", "a:at_most(b), a:at_least(b)")
meta.__concat = refuse("NOT_ALLOWED", "..")
meta.__len = refuse("NOT_ALLOWED", "#")
-- What was named last and is there: { kind, id, at }; `parameter "x" { … }` would declare it again.
expression.named = nil
meta.__call = function(_, record)
  local named = expression.named
  if named and named.at == core.here() and type(record) == "table" then
    core.fail("DUPLICATE", nil, nil, named.kind, named.id)
  end
  core.fail("NOT_ALLOWED", nil, nil, "( )")
end
meta.__idiv = refuse("NOT_ALLOWED", "//")
meta.__mod = refuse("NOT_ALLOWED", "%")
meta.__pow = refuse("NOT_ALLOWED", "^")
meta.__newindex = refuse("NOT_ALLOWED", "=")
meta.__index = function(_, name)
  local method = methods[name]
  if method then return method end
  core.fail("UNKNOWN_NAME", nil, nil, tostring(name), core.suggest(tostring(name), fields.sorted_keys(methods)))
end

-- What has been named with `word "id"` and not declared: calling it declares, anything else is a mistake.
expression.pending = {}

function expression.undeclared(kind, id, at, known, declare)
  local info = { kind = kind, id = id, at = at }
  local function fail()
    core.fail("UNKNOWN_RULE", at, nil, id, core.suggest(id, fields.sorted_keys(known)))
  end
  info.fail = fail
  local handle = setmetatable({}, {
    __metatable = false, __index = fail, __newindex = fail, __add = fail, __sub = fail, __mul = fail, __div = fail,
    __unm = fail, __band = fail, __bor = fail, __bnot = fail, __eq = fail, __lt = fail, __le = fail, __concat = fail,
    __len = fail,
    __call = function(_, record)
      info.is_declared = true
      return declare(record)
    end,
  })
  kinds[handle] = "undeclared"
  expression.pending[#expression.pending + 1] = info
  expression.undeclared_of[handle] = info
  return handle
end
expression.undeclared_of = setmetatable({}, { __mode = "k" })

-- A word with a name must go on with a table: `word "id" { … }`; alone it would say nothing.
function expression.must_follow(word, id, at, act)
  local info = { at = at }
  function info.fail()
    local whole = (word and word .. " " or "") .. '"' .. id .. '"'
    core.fail("MISSING_FIELD", at, nil, whole, "{ … }", whole .. " { … }")
  end
  expression.pending[#expression.pending + 1] = info
  return function(record)
    info.is_declared = true
    return act(record)
  end
end

-- Conditions over references to rules and sections: settled when all is declared (reference.lua).
local function open_condition(kind, info, more)
  local handle
  local open_meta = {
    __metatable = false, __index = function() return nil end, __newindex = refuse("NOT_ALLOWED", "="),
    __band = function(a, b) return expression.deferred("AND", { a, b }) end,
    __bor = function(a, b) return expression.deferred("OR", { a, b }) end,
    __bnot = function(a) return expression.deferred("NOT", { a }) end,
    __call = more,
  }
  handle = setmetatable({}, open_meta)
  kinds[handle] = kind
  expression.open_of[handle] = info
  return handle
end
expression.open_of = setmetatable({}, { __mode = "k" })

function expression.deferred(op, list) return open_condition("deferred", { op = op, list = list }) end
function expression.reference(info, call) return open_condition("reference", info, call) end

-- Levels: county, school, room …, stage -------------------------------------------------------------

local handles = {}

-- A proxy that can be read through `get` and never written.
function expression.proxy(kind, get)
  local proxy = setmetatable({}, {
    __index = get, __newindex = refuse("NOT_ALLOWED", "="), __metatable = false,
    __call = refuse("NOT_ALLOWED", "( )"), __eq = refuse("COMPARISON", "==", "a:equals(b)"),
  })
  kinds[proxy] = kind
  return proxy
end

local function children(level, name)
  for _, other in ipairs(core.levels()) do
    local info = core.level(other)
    if info.many == name and other ~= level and core.is_within(other, level) then
      local handle = expression.proxy("children", function() return nil end)
      expression.children_of[handle] = { over = other, target = level }
      return handle
    end
  end
end
expression.children_of = setmetatable({}, { __mode = "k" })

-- A text column is no number: whatever is done with it is refused by its name.
-- Codes by which rows are known may be asked for: school.school_code:is_one_of { "44*" }.
local function code_methods(level, name)
  if not core.is_key(level, name) then return {} end
  local function in_list(list)
    if type(list) ~= "table" then core.fail("WRONG_VALUE", nil, nil, "is_one_of", "{ … }", fields.shown(list)) end
    return core.code_in(level, fields.texts(list, "is_one_of"))
  end
  return {
    is = function(_, code) return in_list { code } end,
    is_not = function(_, code) return core.one("NOT", in_list { code }) end,
    is_one_of = function(_, list) return in_list(list) end,
  }
end

local function guard_text(handle, level, column)
  local name = level .. "." .. column
  local shown, codes = "text 文本 (" .. name .. ")", code_methods(level, column)
  local function refuse_text(sign, wanted)
    return function() core.fail("TYPE_MISMATCH", nil, nil, sign, wanted, shown) end
  end
  local text_meta = {
    __metatable = false, __newindex = refuse("NOT_ALLOWED", "="), __call = refuse("NOT_ALLOWED", "( )"),
    __index = function(_, key)
      if codes[key] then return codes[key] end
      core.fail("TYPE_MISMATCH", nil, nil, ":" .. tostring(key), "expression 表达式", shown)
    end,
    __eq = refuse_text("==", "number 数字"), __lt = refuse_text("<", "number 数字"), __le = refuse_text("<=", "number 数字"),
    __band = refuse_text("&", "condition 条件"), __bor = refuse_text("|", "condition 条件"),
    __bnot = refuse_text("~", "condition 条件"), __concat = refuse("NOT_ALLOWED", ".."), __len = refuse("NOT_ALLOWED", "#"),
  }
  for event, sign in next, { __add = "+", __sub = "-", __unm = "-", __mul = "*", __div = "/", __idiv = "//", __mod = "%", __pow = "^" } do
    text_meta[event] = refuse_text(sign, "number 数字")
  end
  kinds[handle] = "text"
  expression.text_names[handle] = shown
  return setmetatable(handle, text_meta)
end
expression.text_names = setmetatable({}, { __mode = "k" })

local function look_up(level, name)
  if type(name) ~= "string" then core.fail("UNKNOWN_NAME", nil, nil, tostring(name), "") end
  local node = core.quantity_use(level, name, scope.here())
  if node then return node end
  node = core.column(level, name)
  if node then
    return type(node) == "table" and guard_text(node, level, name) or node
  end
  local handle = children(level, name)
  if handle then return handle end
  local near = core.suggest(name, scope.names(level))
  core.fail(near == "" and "NO_SUCH_COLUMN" or "UNKNOWN_NAME", nil, nil, level .. "." .. name, near)
end

-- The handle of a level, made when it is first named; nil if there is no such level.
function expression.level(name)
  if not handles[name] and core.level(name) then
    handles[name] = expression.proxy("level", function(_, key) return look_up(name, key) end)
    expression.level_of[handles[name]] = name
  end
  return handles[name]
end
expression.level_of = setmetatable({}, { __mode = "k" })

-- The level that `of = …` names.
function expression.of(value, what, at)
  local name = expression.level_of[value]
  if name then return name end
  core.fail("WRONG_VALUE", at, "of", what .. ".of", table.concat(core.levels(), ", "), fields.shown(value))
end

-- Words --------------------------------------------------------------------------------------------

function words.ceil(a) return core.one("CEIL", to_node(a, "ceil")) end
function words.floor(a) return core.one("FLOOR", to_node(a, "floor")) end
function words.known(a) return core.one("KNOWN", kinds[a] == "later" and to_node(a, "known") or a) end

-- A number with its unit: percent(85). It may be a parameter's value or stand in a formula.
expression.amounts = setmetatable({}, { __mode = "k" })
local amount_meta = {
  __add = meta.__add, __sub = meta.__sub, __mul = meta.__mul, __div = meta.__div, __metatable = false,
  __eq = meta.__eq, __lt = meta.__lt, __le = meta.__le, __index = refuse("NOT_ALLOWED", "."),
  __newindex = refuse("NOT_ALLOWED", "="),
}

local function amount(value, unit)
  core.const(value, unit) -- checks both
  local handle = setmetatable({}, amount_meta)
  kinds[handle] = "amount"
  expression.amounts[handle] = { value = value, unit = unit }
  return handle
end

-- Where the table stands that is being made, for the places of its numbers.
expression.at = nil

-- A handle that stands for a number not made yet; `build` gets the unit, "" if nothing tells it.
local later_meta = {
  __add = meta.__add, __sub = meta.__sub, __mul = meta.__mul, __div = meta.__div, __unm = meta.__unm, __metatable = false,
  __eq = meta.__eq, __lt = meta.__lt, __le = meta.__le, __index = meta.__index, __newindex = refuse("NOT_ALLOWED", "="),
}
function expression.later(build)
  local handle, made, at = setmetatable({}, later_meta), {}, core.here()
  kinds[handle] = "later"
  expression.later_of[handle] = function(unit, prefix)
    local key = unit .. " " .. (prefix or "")
    if not made[key] then
      local before = expression.at
      expression.at = at
      made[key] = build(unit, prefix or "")
      expression.at = before
    end
    return made[key]
  end
  return handle
end

function words.percent(value) return amount(value, "percent") end
function words.number(value, unit)
  if type(unit) ~= "string" then
    local written = fields.shown(value)
    core.fail("WRONG_VALUE", nil, nil, "number", ('number(%s, "unit")'):format(written), ("number(%s)"):format(written))
  end
  return amount(value, unit)
end

local function fold(op, what)
  return function(first, ...)
    local result = first
    for _, value in ipairs({ ... }) do
      local x, y = both(result, value, what, true)
      result = core.pair(op, x, y)
    end
    return to_node(result, what)
  end
end
words.larger = fold("MAX", "larger")
words.smaller = fold("MIN", "smaller")

local function list_of_conditions(list, what)
  if type(list) ~= "table" or is_node(list) or kinds[list] then
    core.fail("WRONG_VALUE", nil, nil, what, "{ … }", fields.shown(list))
  end
  local nodes = {}
  for index, value in ipairs(list) do nodes[index] = to_condition(value, what) end
  if #nodes ~= #fields.sorted_keys(list) then
    core.fail("WRONG_VALUE", nil, nil, what, "{ condition, condition, … }", "nil")
  end
  return nodes
end

-- Lists are kept with the condition they made, so that a requirement can tell its members.
expression.made_of = setmetatable({}, { __mode = "k" })

function words.all_of(list)
  local nodes = list_of_conditions(list, "all_of")
  local result = core.many("AND", nodes, #nodes)
  expression.made_of[result] = list
  return result
end
function words.any_of(list)
  local nodes = list_of_conditions(list, "any_of")
  return core.many("OR", nodes, #nodes)
end
function words.none_of(list)
  return core.one("NOT", words.any_of(list))
end

-- Arms of choose: a plain number beside an expression takes its unit.
function words.choose(condition, a, b)
  local x, y = both(a, b, "choose", true)
  return core.many("IF", { to_condition(condition, "choose"), x, y }, 3)
end

-- The value where it is known, else another; the condition says when that is lawful.
function words.or_else(value, other, when)
  local lawful = core.one("NOT", core.one("KNOWN", value))
  if when ~= nil then lawful = core.many("AND", { lawful, to_condition(when, "or_else") }, 2) end
  return words.choose(lawful, other, value)
end

-- Comparators for filters: at_least(96) ---------------------------------------------------------------

local function comparator(method)
  return function(bound)
    local handle = expression.proxy("comparator", function() return nil end)
    expression.comparators[handle] = { method = method, bound = bound }
    return handle
  end
end
expression.comparators = setmetatable({}, { __mode = "k" })
words.at_least, words.at_most = comparator("at_least"), comparator("at_most")
words.above, words.below = comparator("above"), comparator("below")

local function filter_field(level, name, value)
  local node = look_up(level, name)
  if type(value) == "boolean" then return value and node or core.one("NOT", node) end
  if kinds[value] == "comparator" then
    local c = expression.comparators[value]
    return methods[c.method](node, expression.bound_number(node, c.method, c.bound) or c.bound)
  end
  if kinds[value] == nil and type(value) == "table" and not is_node(value) then return methods.is_one_of(node, value) end
  if type(value) == "string" and core.describe(node) == "choice" then return methods.is(node, value) end
  return methods.equals(node, value)
end

-- A condition in a place whose level is fixed; what is open is settled for that level (reference.lua).
expression.open_at = nil

local function condition_at(level, value, what)
  if is_open(value) then return expression.open_at(value, level) end
  return to_condition(value, what)
end
expression.condition_at = condition_at

local function filter_of(level, filter, what)
  if filter == nil then return nil end
  if is_open(filter) then return condition_at(level, filter, what) end
  if is_node(filter) or kinds[filter] then return to_condition(filter, what) end
  if type(filter) ~= "table" then core.fail("WRONG_VALUE", nil, nil, what, "{ column = value }", fields.shown(filter)) end
  local nodes = {}
  for _, name in ipairs(fields.sorted_keys(filter)) do
    nodes[#nodes + 1] = filter_field(level, name, filter[name])
  end
  if #nodes == 0 then return nil end
  return core.many("AND", nodes, #nodes)
end

expression.filter_of = filter_of

local function gather(handle, what)
  local info = expression.children_of[handle]
  if info then return info end
  core.fail("TYPE_MISMATCH", nil, nil, what, "county.schools, school.rooms, …", fields.shown(handle))
end

expression.gather = gather

function words.count(handle, filter)
  local info = gather(handle, "count")
  return core.over { op = "COUNT", over = info.over, target = info.target,
    filter = filter_of(info.over, filter, "count") }
end

local function over_value(op, what, is_condition)
  return function(handle, value, filter)
    local info = gather(handle, what)
    local node = is_condition and condition_at(info.over, value, what) or to_node(value, what)
    local result = core.over { op = op, over = info.over, target = info.target, value = node,
      filter = filter_of(info.over, filter, what) }
    if is_condition and kinds[value] == "reference" and filter == nil then
      expression.made_of[result] = { every = value }
    end
    return result
  end
end
words.sum = over_value("SUM", "sum")
words.least = over_value("LEAST", "least")
words.greatest = over_value("GREATEST", "greatest")
words.every = over_value("EVERY", "every", true)
words.some = over_value("SOME", "some", true)
