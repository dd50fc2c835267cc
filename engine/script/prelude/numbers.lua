-- numbers.lua - numbers of tables, grades and points: each becomes a parameter of the declaration around it.
--
-- While Lua gathers the fields of a declaration neither its clause nor, for parts of a scheme, its full id is
-- known: then something late stands in (reference.number), which the declaration claims. When a rule is
-- lowered both are known, and the parameter is made at once.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local kinds = expression.kinds

local numbers = {
  owner = nil, -- of what is being lowered, if not the rule itself: { id, clause, document, since, certainty, at }
  role = nil,  -- of a table that stands as a bound: "at_least" …
}
shared.numbers = numbers

local function is_amount(value)
  return type(value) == "number" or type(value) == "string" or kinds[value] == "amount"
end

-- All amounts of a value: itself, or those of its days and stages.
local function each_amount(value, act)
  if is_amount(value) then return act(value) end
  local list = kinds[value] == "dated" and pack.dated_values[value] or value
  if type(list) ~= "table" or (kinds[value] and kinds[value] ~= "dated") then return end
  for _, key in ipairs(fields.sorted_keys(list)) do
    if key ~= "clause" and key ~= "document" then each_amount(list[key], act) end
  end
end

-- Is this what a number of a declaration may be: plain, by stage, dated?
function numbers.is_value(value) return not core.is_node(value) and pack.is_value(value) end

-- One plain number and its unit, or nil where it differs by day or stage.
function numbers.plain(value)
  if kinds[value] == "amount" then return expression.amounts[value].value, expression.amounts[value].unit end
  if type(value) == "number" or type(value) == "string" then return value end
end

-- Calls act(number, unit) with each number of a value, whatever its day and stage.
function numbers.each(value, act)
  each_amount(value, function(amount) act(numbers.plain(amount)) end)
end

-- The unit that a value states itself, else the one given.
local function unit_of(value, unit)
  each_amount(value, function(amount)
    if kinds[amount] == "amount" then unit = expression.amounts[amount].unit end
  end)
  return unit or ""
end

-- A parameter of what is being lowered; returns its node and its index.
local function make(owner, suffix, value, unit, more)
  local index = pack.param { path = reference.free_path(owner.id .. "." .. suffix), value = value, unit = unit,
    clause = owner.clause, document = owner.document, in_force = owner.since, certainty = owner.certainty,
    at = more.at or expression.at or owner.at, field = more.field, role = more.role or numbers.role,
    rule = reference.current().id }
  return core.param_use(index), index
end

-- A number of the declaration under way, at the end of its path; more = { field, at, role }. Returns its node
-- and, while a rule is lowered, the parameter's index.
function numbers.add(suffix, value, unit, more)
  unit, more = unit_of(value, unit), more or {}
  local rule = reference.current()
  if rule then return make(numbers.owner or rule.spec, suffix, value, unit, more) end
  local node, info = reference.number(suffix, value, unit)
  info.must_belong, info.unit, info.role = true, unit, more.role
  return node, nil, info
end

-- Numbers of a table that must come in order on every day and in every stage: way 1 rising, -1 falling. A list of
-- what numbers.add returned: parameters' indices or infos; looked over when all layers have changed them.
numbers.ordered = {}
function numbers.in_order(list, way, what, at)
  numbers.ordered[#numbers.ordered + 1] = { list = list, way = way, what = what, at = at or core.here() }
end

-- A table that stands as a bound: in the rule's unit, and in the direction of the comparison.
function numbers.table_of(value, unit, role)
  local before = numbers.role
  numbers.role = role
  local node = expression.later_of[value](unit or "")
  numbers.role = before
  return node
end

-- Tables of numbers in a quantity: the quantity's clause is theirs.
local declare_quantity = pack.words.quantity
function pack.words.quantity(id)
  local at, mark, declare = core.here(), reference.begin(), declare_quantity(id)
  return function(record)
    local result = declare(record)
    local claimed = reference.claim(mark)
    if type(record.clause) == "string" then
      reference.settle_numbers(claimed, { id = id, clause = record.clause, document = pack.layer.document,
        since = pack.layer.in_force, certainty = record.certainty, at = at })
    end
    for _, late in ipairs(claimed) do
      if late.number and late.number.must_belong and not late.number.param then
        core.fail("NO_CLAUSE", late.number.at, nil, id .. "." .. late.number.tail)
      end
    end
    return result
  end
end
