-- reference.lua - what is settled when everything is declared: references to rules and sections, forward or
-- back; conditions over them; numbers that belong to the declaration in which they are written.
--
-- In a place that needs a node at once, something late stands in; finish.lua says what for.
local core, shared = ...
local fields, expression, pack = shared.fields, shared.expression, shared.pack
local kinds, open_of, is_open = expression.kinds, expression.open_of, expression.is_open

local reference = { rules = {}, named = {} }
shared.reference = reference
shared.rules = reference.rules -- by id; see rule.lua

-- Late nodes -----------------------------------------------------------------------------------------

reference.late = {} -- by number from 1: { settle = function() return node end }

-- A node of which only type, level and unit are known; settle() is asked once, at the end.
function reference.late_node(kind, level, unit, settle)
  local index, node = core.late(kind, level, unit or "")
  local late = { settle = settle, at = core.here() }
  reference.late[index + 1] = late
  return node, late
end

-- The node that a late one stands for; asked again, the same.
function reference.settle_late(late)
  if not late.node then
    local before = core.stand_at(late.at)
    late.node = late.settle()
    core.stand_at(before)
  end
  return late.node
end

-- References -------------------------------------------------------------------------------------------

-- Names that were used and must have been declared in the end: { kind, id, at }.
function reference.used(info)
  reference.named[#reference.named + 1] = info
  return info
end

-- The rule or section that a reference names, or nil as long as it is not declared.
function reference.target(info)
  if info.kind == "section" then return pack.sections[info.id] end
  local rule = reference.rules[info.id]
  if rule and rule.kind == info.kind then return rule end
end

function reference.must_be_declared(info)
  local target = reference.target(info)
  if target then return target end
  local known, other = info.kind == "section" and pack.sections or reference.rules, reference.rules[info.id]
  if other and not other.is_item then
    core.fail("UNKNOWN_RULE", info.at, nil, info.kind .. " " .. info.id, other.kind .. " " .. info.id)
  end
  core.fail("UNKNOWN_RULE", info.at, nil, info.id, core.suggest(info.id, fields.sorted_keys(known)))
end

-- Called at the end: everything that was named is there.
function reference.check_all()
  for _, info in ipairs(reference.named) do reference.must_be_declared(info) end
end

local make_reference = expression.reference

-- A reference that declares when it is called with a table.
function expression.reference(info, declare)
  reference.used(info)
  return make_reference(info, function(_, record) return declare(record) end)
end

-- Settling ---------------------------------------------------------------------------------------------

local function lift(rule, level, node)
  local use = node or core.rule_use(rule.index)
  if not level or rule.level == level or core.is_within(level, rule.level) then return use end
  if not core.is_within(rule.level, level) then
    core.fail("LEVEL_MISMATCH", nil, nil, rule.id, rule.level, level, "every(…), some(…)")
  end
  return core.over { op = "EVERY", over = rule.level, target = level, value = use }
end

-- The rules of a section that no other rule of it stands on; not the one that asks.
local function standing(section, asking)
  local below, list = {}, {}
  for _, rule in ipairs(section.rules) do
    if rule ~= asking then reference.lower(rule) end
  end
  for _, rule in ipairs(section.rules) do
    for _, member in ipairs(rule ~= asking and rule.members or {}) do below[member.index] = true end
  end
  for _, rule in ipairs(section.rules) do
    if rule ~= asking and not below[rule.index] then list[#list + 1] = rule end
  end
  return list
end

-- The rules for which a reference stands.
function reference.rules_of(value)
  local info = open_of[value]
  local target = reference.must_be_declared(info)
  if info.kind ~= "section" then return { target } end
  local list = standing(target, reference.current())
  if #list == 0 then core.fail("MISSING_FIELD", info.at, nil, "section " .. info.id, "indicator", 'indicator "…" { … }') end
  return list
end

-- Operations over open conditions that other files add: by name, function(info, level, members) -> node.
reference.operations = {}
reference.plain_operations = {} -- those that ask for all their members, as AND does

-- A rule, or a node that stands for one at its level, as a condition for a level.
reference.lift = lift

-- Settles a condition for a level (nil: whatever it has); collects the rules it names in `members`. Where they
-- are not simply all asked for, members.is_mixed says so.
function reference.settle(value, level, members)
  if kinds[value] == "reference" then
    local nodes = {}
    for index, rule in ipairs(reference.rules_of(value)) do
      nodes[index] = lift(rule, level)
      members[#members + 1] = rule
    end
    return core.many("AND", nodes, #nodes)
  elseif kinds[value] == "deferred" then
    local info, nodes = open_of[value], {}
    local operation = reference.operations[info.op]
    members.is_mixed = members.is_mixed or (info.op ~= "AND" and not reference.plain_operations[info.op])
    if operation then return operation(info, level, members) end
    for index, part in ipairs(info.list) do nodes[index] = reference.settle(part, level, members) end
    if info.op == "NOT" then return core.one("NOT", nodes[1]) end
    return core.many(info.op, nodes, #nodes)
  end
  members.is_mixed = true
  return expression.to_condition(value, "holds")
end
expression.settle = reference.settle

-- How a condition is told whose members have been collected.
function reference.shape_of(members) return #members > 0 and not members.is_mixed and "all" or "free" end

-- What can be said at once is; else something late stands in.
local function settle_or_wait(value, level)
  local info = open_of[value]
  if kinds[value] == "reference" and info.kind ~= "section" and reference.target(info) then
    return reference.settle(value, level, {})
  end
  local node, late = reference.late_node("condition", level, "", function() return reference.settle(value, level, {}) end)
  late.open = value
  reference.written(late)
  return node
end

-- A place whose level is fixed: the rows over which is gathered, what a declaration is of.
function expression.open_at(value, level) return settle_or_wait(value, level) end

-- A place without a level of its own.
function expression.open_to_node(value, what)
  local info = open_of[value]
  if info.kind == "section" then
    core.fail("TYPE_MISMATCH", nil, nil, what .. " section " .. info.id, "all_of { section \"…\" }", "section")
  end
  return settle_or_wait(value, nil)
end

-- all_of and its sisters stay open while they hold something open.
local function open_list(name, op)
  local closed = expression.words[name]
  expression.words[name] = function(list)
    if type(list) == "table" and not core.is_node(list) and not kinds[list] then
      for _, value in ipairs(list) do
        if is_open(value) then
          if #list ~= #fields.sorted_keys(list) then
            core.fail("WRONG_VALUE", nil, nil, name, "{ condition, condition, … }", "nil")
          end
          local result = expression.deferred(op == "NOR" and "OR" or op, list)
          return op == "NOR" and expression.deferred("NOT", { result }) or result
        end
      end
    end
    return closed(list)
  end
end
open_list("all_of", "AND")
open_list("any_of", "OR")
open_list("none_of", "NOR")

-- What is written inside declarations -----------------------------------------------------------------------

-- A declaration begins with its word and ends when it is called with its table; the late nodes written between
-- belong to it. A word that is never called was a reference, and claims nothing.
local written, begun = {}, 0

function reference.begin()
  begun = begun + 1
  return #written
end

function reference.written(late) written[#written + 1] = late end

-- The late nodes written since a mark, which now have an owner.
function reference.claim(mark)
  begun = begun - 1
  local claimed = {}
  for i = mark + 1, #written do claimed[#claimed + 1], written[i] = written[i], nil end
  return claimed
end

-- At the end of a file nothing is open any more.
function reference.end_file() written, begun = {}, 0 end

local function differs_by_stage(value)
  if kinds[value] == "dated" then
    for _, one in next, pack.dated_values[value] do
      if type(one) == "table" and not kinds[one] and one[1] ~= nil then one = one[1] end
      if type(one) == "table" and not kinds[one] then return true end
    end
    return false
  end
  return type(value) == "table" and not kinds[value]
end

-- Something late for a number of the declaration under way: `tail` is the end of its path, `value` what
-- pack.param takes, `unit` a text. Its owner makes it a parameter; without one it stays a plain number.
function reference.number(tail, value, unit)
  local info = { tail = tail, value = value, unit = unit, by_stage = differs_by_stage(value), at = core.here() }
  if kinds[value] == "amount" then info.unit = expression.amounts[value].unit end
  local node, late = reference.late_node("number", info.by_stage and "stage" or nil, info.unit, function()
    if info.param then return core.param_use(info.param) end
    if info.must_belong then core.fail("STRAY_NUMBER", info.at, nil, info.tail) end
    if kinds[value] == "amount" then return core.const(expression.amounts[value].value, info.unit) end
    if type(value) == "table" then fields.wrong(info.at, nil, "a number 数字", value) end
    return core.const(value, info.unit)
  end)
  late.number, info.node = info, node
  reference.written(late)
  return node, info
end

-- For `column:at_least(61)` and filters: the number as a node, or nil where it is none or has no owner.
function expression.bound_number(node, method, bound)
  if begun == 0 or core.is_node(bound) or not core.is_node(node) or not pack.is_value(bound) then return nil end
  local name, unit = core.name_of(node)
  if not name then return nil end
  name = shared.scope.bare(name)
  local late, info = reference.number(name .. "." .. method, bound, unit)
  info.method = method
  return late
end

-- A path that is free: a second one of a name ends in _2.
function reference.free_path(path)
  local free, count = path, 1
  while pack.params[free] do
    count = count + 1
    free = path .. "_" .. count
  end
  return free
end

-- Makes parameters of the numbers that a declaration claimed: path = id.tail; those for which reuse(path, info)
-- names a parameter take that one.
function reference.settle_numbers(claimed, spec, reuse)
  for _, late in ipairs(claimed) do
    local info = late.number
    if info and not info.param and not info.is_was then
      local path = spec.id .. "." .. info.tail
      info.param = reuse and reuse(path, info)
      if not info.param then
        path = reference.free_path(path)
        info.param = pack.param { path = path, value = info.value, unit = info.unit, clause = spec.clause,
          document = spec.document, in_force = spec.since, certainty = spec.certainty, at = spec.at,
          role = info.role, rule = spec.id }
        local param = pack.param_records[path]
        param.late, param.method, param.is_change = info.node, info.method, spec.is_change
      end
    end
  end
  for _, late in ipairs(claimed) do reference.settle_late(late) end
end
