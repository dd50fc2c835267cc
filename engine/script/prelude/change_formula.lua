-- change_formula.lua - changes of formulas: measures, conditions, scopes, quantities.
--
-- `was` is the base's formula written again: if the base has moved, the change is refused. The new formula
-- counts from the change's day, for whom `when` says; the old one stays for the rest.
local core, shared = ...
local fields, expression, pack, reference = shared.fields, shared.expression, shared.pack, shared.reference
local kinds, change = expression.kinds, shared.change

change.formula_fields = { "measure", "holds", "when", "only_where", "at_least", "at_most", "above", "below", "equals",
  "among" }
local is_formula_field = {}
for _, field in ipairs(change.formula_fields) do is_formula_field[field] = true end

-- Is it the same? ------------------------------------------------------------------------------------------

local same

-- Both are trees of references; numbers in them are compared later, with those in formulas.
local function same_open(a, b, pairs_found)
  local x, y = expression.open_of[a], expression.open_of[b]
  if kinds[a] ~= kinds[b] or x.op ~= y.op or x.kind ~= y.kind or x.id ~= y.id then return false end
  if kinds[a] == "reference" then return true end
  if x.op == "COUNTED" then
    if x.list.word ~= y.list.word or (x.list.floor == nil) ~= (y.list.floor == nil) then return false end
    return same(x.list.of, y.list.of, pairs_found)
  end
  return same(x.list, y.list, pairs_found)
end

local function same_list(a, b, pairs_found)
  if #a ~= #b then return false end
  for index, value in ipairs(a) do
    if not same(value, b[index], pairs_found) then return false end
  end
  return true
end

function same(a, b, pairs_found)
  if expression.is_open(a) or expression.is_open(b) then
    return expression.is_open(a) and expression.is_open(b) and same_open(a, b, pairs_found)
  end
  local is_list = type(a) == "table" and not kinds[a] and not core.is_node(a)
  if is_list then
    return type(b) == "table" and not kinds[b] and not core.is_node(b) and same_list(a, b, pairs_found)
  end
  local fits, found = core.same(expression.to_node(a, "was"), expression.to_node(b, "was"))
  for _, pair in ipairs(fits and found or {}) do pairs_found[#pairs_found + 1] = pair end
  return fits
end

local function moved(one, base_at)
  core.clash("FORMULA_MOVED", one.at, base_at, one.path)
end

-- The number that a late node stands for, if it is one.
local function late_of(index) return reference.late[index + 1] end

-- The base's formula must be what `was` says; pairs of numbers are kept until their values are known.
local function check_was(one, base, base_at)
  local was = one.record.was
  if one.record.now == nil then
    core.fail("MISSING_FIELD", one.at, nil, "change " .. one.path, "now", "now = …, none")
  end
  local before, after = change.source_of(one, "was"), change.source_of(one, "now")
  local is_none = change.is_none(was) and change.is_none(one.record.now)
  if is_none or (before and after and string.gsub(before, "%s", "") == string.gsub(after, "%s", "")) then
    core.fail("NO_CHANGE", one.at, "now", one.path, before or "none")
  end
  if change.is_none(was) or base == nil then
    if not change.is_none(was) or base ~= nil then moved(one, base_at) end
    return
  end
  one.pairs, one.base_at = {}, base_at
  if not same(was, base, one.pairs) then moved(one, base_at) end
  for _, pair in ipairs(one.pairs) do
    local kind, index = core.number_of(pair[1])
    local info = kind == "late" and late_of(index).number
    if info then info.is_was = true end -- never a parameter of its own
  end
end

-- Is one side of a pair the same as the other, on the day before the change?
local function same_number(one, x, y)
  local kind, index = core.number_of(x)
  local base_kind, base = core.number_of(y)
  if kind == "late" and base_kind == "late" and late_of(index).open ~= nil then
    return late_of(base).open ~= nil and same(late_of(index).open, late_of(base).open, {})
  end
  local written
  if kind == "late" and late_of(index).number then
    written = late_of(index).number.value
  elseif kind == "const" then
    written = index
  else
    return false
  end
  if base_kind == "late" and late_of(base).number then
    local info = late_of(base).number
    if not info.param then return fields.shown(info.value) == fields.shown(written) end
    base_kind, base = "param", info.param
  end
  if base_kind == "const" then return change.same_value(written, base) end
  return base_kind == "param" and change.has_value(one, base, written)
end

-- Called in the layer's turn, when all layers below have changed their numbers.
function change.check_pairs(one)
  for _, pair in ipairs(one.pairs or {}) do
    if not same_number(one, pair[1], pair[2]) then moved(one, one.base_at) end
  end
end

-- Putting in the new one ---------------------------------------------------------------------------------------

-- From when, until when, for whom (`when` as a node, or nil).
function change.active(one, when)
  local parts = { core.since(one.since_text) }
  if one.until_text then parts[#parts + 1] = core.one("NOT", core.since(one.until_text)) end
  parts[#parts + 1] = when
  return core.many("AND", parts, #parts)
end

local function active(one)
  one.guard = one.guard or one.record.when ~= nil and expression.to_condition(one.record.when, "when") or nil
  return change.active(one, one.guard)
end

reference.operations.CHANGED = function(info, level)
  local nodes = {}
  for index, part in ipairs(info.list) do nodes[index] = reference.settle(part, level, {}) end
  return core.many("IF", nodes, 3)
end

-- The new value where the change counts, else the old; nil = none: a condition that always holds.
local function merged(one, old)
  local now, count = one.record.now, active(one)
  if change.is_none(now) then
    return expression.is_open(old) and expression.deferred("OR", { count, old }) or core.many("OR", { count, old }, 2)
  elseif old == nil then
    local otherwise = core.one("NOT", count)
    return expression.is_open(now) and expression.deferred("OR", { otherwise, now })
      or core.many("OR", { otherwise, expression.to_condition(now, "now") }, 2)
  elseif expression.is_open(now) or expression.is_open(old) then
    return expression.deferred("CHANGED", { count, now, old })
  end
  return core.many("IF", { count, expression.to_node(now, "now"), expression.to_node(old, "was") }, 3)
end

-- A rule that does not apply while a withdrawal counts.
function change.suspend(one, record)
  local otherwise, old = core.one("NOT", active(one)), record.only_where
  if old == nil then
    record.only_where = otherwise
  else
    record.only_where = expression.deferred("AND", { otherwise, old })
  end
end

local function note(one, rule)
  one.is_made = true
  change.note(one, { kind = "formula", direction = "either_way", rule = rule and rule.index,
    was = change.source_of(one, "was") or "", now = change.source_of(one, "now") or "" })
end

-- Numbers of the new formula: those that stand in the base's under the same name stay its parameters.
local function settle_numbers(one, rule)
  local spec = { id = rule.id, clause = one.clause, document = one.document, since = one.since, certainty = nil, at = one.at,
    is_change = true }
  reference.settle_numbers(one.written, spec, function(path, info)
    local param = pack.params[path]
    return param and change.has_value(one, param, info.value) and param or nil
  end)
end
change.settle_numbers = settle_numbers

-- What stands in a place for all, after the changes so far: a change on top of them is held against that. After
-- one for some or for a time there is no such thing, and another change is refused; but several for some that one
-- layer makes stand beside one another.
local function written_below(what, field, first)
  local top = what.top and what.top[field]
  if top == nil then return first end
  if change.is_none(top) then return nil end
  return top
end

local function keep_written(what, field, one)
  what.top = what.top or {}
  what.top[field] = one.record.when == nil and not one.until_text and one.record.now or nil
end

-- Changes for some, of one layer, of the same formula: { layer, written, old, list }; nil if the last was another's.
local function beside(what, field, one)
  local group = what.for_some and what.for_some[field]
  return one.record.when ~= nil and group and group.layer == one.layer and group or nil
end

local function keep_beside(what, field, one, group)
  what.for_some = what.for_some or {}
  what.for_some[field] = one.record.when ~= nil and group or nil
end

-- The formula `old` in what is declared at `at`, as it is after the change. Of several for some the first that holds
-- counts.
local function replace(what, field, one, old, at)
  change.only_once(one, one.path)
  local group = beside(what, field, one)
    or { layer = one.layer, written = written_below(what, field, old), old = old, list = {} }
  check_was(one, group.written, at)
  change.must_tighten(one, "either_way", nil, nil, at)
  table.insert(group.list, one)
  keep_beside(what, field, one, group)
  keep_written(what, field, one)
  local value = group.old
  for index = #group.list, 1, -1 do value = merged(group.list[index], value) end
  return value
end

local function change_rule(one, rule, field)
  rule.record[field] = replace(rule, field, one, rule.record[field], rule.at)
  rule.changes = rule.changes or {}
  table.insert(rule.changes, one)
  note(one, rule)
end

local function change_section(one, section)
  section.only_where = replace(section, "only_where", one, section.only_where, section.at)
  note(one)
end

local function change_quantity(one, quantity)
  quantity.value = replace(quantity, "value", one, quantity.value, quantity.at)
  core.set_quantity(quantity.index, core.node_index(expression.to_node(quantity.value, "now")))
  one.quantity = quantity
  note(one)
end

local function is_plain(value)
  return value ~= nil and not core.is_node(value) and not expression.is_open(value) and kinds[value] ~= "none"
    and kinds[value] ~= "later" and pack.is_value(value)
end

-- Finds what a path names among formulas; false if it is not there (it may be a number).
local function apply(one)
  local head, tail = string.match(one.path, "^([a-z0-9_.]+)%.([a-z0-9_]+)$")
  if not head then return end
  local rule = reference.rules[head]
  if pack.quantities[one.path] then
    change_quantity(one, pack.quantities[one.path])
  elseif rule and rule.record and is_formula_field[tail] and not is_plain(rule.record[tail]) then
    if rule.record[tail] == nil and tail ~= "only_where" then return end
    change_rule(one, rule, tail)
  elseif not rule and pack.sections[head] and tail == "only_where" then
    change_section(one, pack.sections[head])
  end
end

-- Before the rules are lowered.
shared.before_lowering[#shared.before_lowering + 1] = function()
  for _, one in ipairs(change.list) do
    if one.word == "change" then
      local before = core.stand_at(one.at)
      apply(one)
      core.stand_at(before)
    end
  end
  change.withdraw_in_records()
end
