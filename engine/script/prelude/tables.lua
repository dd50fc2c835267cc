-- tables.lua - numbers looked up: by choice, by steps, by interpolation; rounding; shares of rows.
--
-- A table is made when it is known what it stands beside, because it takes that unit (expression.later).
-- Its numbers are parameters of the declaration around it (numbers.lua).
local core, shared = ...
local fields, expression, numbers = shared.fields, shared.expression, shared.numbers
local kinds, words = expression.kinds, shared.expression.words

local tables = {}
shared.tables = tables

-- The name of an expression in paths: its column or quantity, else a word.
local function name_of(node, otherwise)
  return shared.scope.bare(core.label_of(node)) or otherwise
end
tables.name_of = name_of

-- A number as part of a path: 12, 4_5.
local function path_text(number)
  local text = core.decimal_text(number)
  return (string.gsub(string.gsub(text, "%.", "_"), "-", "minus_"))
end

-- One value of a table: a number that becomes a parameter, another table, or an expression.
local function entry(value, suffix, unit, what)
  if kinds[value] == "later" then return expression.later_of[value](unit, suffix .. ".") end
  if core.is_node(value) then return value end
  if numbers.is_value(value) then
    local node, index, info = numbers.add(suffix, value, unit, { field = what })
    return node, index or info
  end
  return expression.to_node(value, what)
end
tables.entry = entry

local function list_of(value, what, form)
  if type(value) ~= "table" or kinds[value] or core.is_node(value) or #value == 0 then
    core.fail("WRONG_VALUE", nil, nil, what, form, fields.shown(value))
  end
  if #value ~= #fields.sorted_keys(value) then
    core.fail("WRONG_VALUE", nil, nil, what, form, tostring(fields.sorted_keys(value)[#value + 1]))
  end
  return value
end
tables.list_of = list_of

-- By choice -----------------------------------------------------------------------------------------------

-- The cases of a choice or yes/no column: { { id, condition }, … } in the column's order.
local function cases_of(node, what)
  local choices = core.is_node(node) and core.choices(node)
  local list = {}
  if choices then
    for index, choice in ipairs(choices) do
      list[index] = { id = choice.id, name = choice.name, condition = core.is(node, { choice.id }) }
    end
    return list
  end
  if core.is_node(node) and core.describe(node) == "condition" then
    return { { id = "yes", name = "是", condition = node }, { id = "no", name = "否", condition = core.one("NOT", node) } }
  end
  core.fail("TYPE_MISMATCH", nil, nil, what, "choice 选项", core.is_node(node) and core.describe(node) or fields.shown(node))
end
tables.cases_of = cases_of

-- Which case a key names, by id or Chinese name.
function tables.case_named(cases, key, code, what)
  local ids = {}
  for index, case in ipairs(cases) do
    if case.id == key or case.name == key then return case end
    ids[index] = case.id
  end
  local all = table.concat(ids, ", ")
  if code == "NO_TIER" then core.fail(code, nil, nil, tostring(key), what, all) end
  core.fail(code, nil, nil, tostring(key), all, core.suggest(tostring(key), ids))
end

-- A chain "if the first, else if the second …"; the last arm needs no question.
function tables.chain(arms)
  local result = arms[#arms].value
  for i = #arms - 1, 1, -1 do
    result = core.many("IF", { arms[i].condition, arms[i].value, result }, 3)
  end
  return result
end

local function check_keys(cases, values, what)
  local given = {}
  for _, key in ipairs(fields.sorted_keys(values)) do
    if key ~= "otherwise" then
      local case = tables.case_named(cases, key, "NOT_CHOICE", what)
      if given[case.id] ~= nil then core.fail("DUPLICATE", nil, nil, what, case.id) end
      given[case.id] = values[key]
    end
  end
  return given
end

local function check_gaps(cases, given, otherwise, what)
  local gaps = {}
  for _, case in ipairs(cases) do
    if given[case.id] == nil then gaps[#gaps + 1] = case.id end
  end
  if #gaps > 0 and otherwise == nil then core.fail("TABLE_GAP", nil, nil, what, table.concat(gaps, ", "), "otherwise = …") end
  if #gaps == 0 and otherwise ~= nil then core.fail("TABLE_IDLE", nil, nil, what, "otherwise") end
end

-- by_choice(column, { choice = value, …, otherwise = value })
function words.by_choice(node, values)
  local cases = cases_of(node, "by_choice")
  if type(values) ~= "table" or kinds[values] or core.is_node(values) then
    core.fail("WRONG_VALUE", nil, nil, "by_choice", "{ choice = number, … }", fields.shown(values))
  end
  local given = check_keys(cases, values, "by_choice")
  check_gaps(cases, given, values.otherwise, "by_choice")
  local name = name_of(node, "choice")
  return expression.later(function(unit, prefix)
    local arms = {}
    for _, case in ipairs(cases) do
      if given[case.id] ~= nil then
        local value = entry(given[case.id], prefix .. name .. "." .. case.id, unit, "by_choice")
        arms[#arms + 1] = { condition = case.condition, value = value }
      end
    end
    if values.otherwise ~= nil then
      arms[#arms + 1] = { value = (entry(values.otherwise, prefix .. name .. ".otherwise", unit, "by_choice")) }
    end
    return tables.chain(arms)
  end)
end

-- by_stage with tables among its values is a table, too.
local by_stage = words.by_stage
function words.by_stage(values)
  local has_table = false
  if type(values) == "table" and not kinds[values] and not core.is_node(values) then
    for _, key in ipairs(fields.sorted_keys(values)) do has_table = has_table or kinds[values[key]] == "later" end
  end
  if not has_table then return by_stage(values) end
  return expression.later(function(unit, prefix)
    local made = {}
    for _, key in ipairs(fields.sorted_keys(values)) do
      made[key] = (entry(values[key], prefix .. tostring(key), unit, "by_stage"))
    end
    return by_stage(made)
  end)
end

-- Steps -----------------------------------------------------------------------------------------------------

local step_form = "{ { up_to = 12, 35000 }, { 50000 } }"

local function check_step(step, index, count)
  if type(step) ~= "table" or kinds[step] or step[1] == nil then
    core.fail("WRONG_VALUE", nil, nil, "steps", step_form, fields.shown(step))
  end
  for _, key in ipairs(fields.sorted_keys(step)) do
    if key ~= 1 and key ~= "up_to" then core.fail("UNKNOWN_FIELD", nil, nil, "steps", tostring(key), "up_to") end
  end
  if index == count and step.up_to ~= nil then core.fail("TABLE_GAP", nil, nil, "steps", "> " .. tostring(step.up_to), "{ number }") end
  if index < count and step.up_to == nil then core.fail("MISSING_FIELD", nil, nil, "steps", "up_to", step_form) end
end

-- Numbers in one direction: each above the one before it. Dated ones are left to the reader.
local function check_rising(list, what)
  for index = 2, #list do
    local before, after = numbers.plain(list[index - 1]), numbers.plain(list[index])
    if before and after and core.compare(before, after) >= 0 then
      core.fail("TABLE_ORDER", nil, nil, what, tostring(before), tostring(after))
    end
  end
end

-- steps(x, { { up_to = 12, 35000 }, { 50000 } }): the value of the first step that reaches up to x.
function words.steps(value, list)
  list_of(list, "steps", step_form)
  local breaks = {}
  for index, step in ipairs(list) do
    check_step(step, index, #list)
    breaks[#breaks + 1] = step.up_to
  end
  if #list < 2 then core.fail("WRONG_VALUE", nil, nil, "steps", step_form, "{ { … } }") end
  check_rising(breaks, "steps")
  local node = expression.to_node(value, "steps")
  local name = name_of(node, "value")
  return expression.later(function(unit, prefix)
    local arms, base, limits = {}, prefix .. name, {}
    for index, step in ipairs(list) do
      local plain = numbers.plain(index < #list and step.up_to or breaks[#breaks])
      local label = (index < #list and ".up_to_" or ".above_") .. (plain and path_text(plain) or "step_" .. math.min(index, #breaks))
      local reached, limit
      if index < #list then
        limit, limits[index] = entry(step.up_to, base .. ".step_" .. index, core.unit_of(node), "up_to")
        reached = core.pair("LE", node, limit)
      end
      arms[index] = { condition = reached, value = (entry(step[1], base .. label, unit, "steps")) }
    end
    numbers.in_order(limits, 1, "steps")
    return tables.chain(arms)
  end)
end

-- Interpolation ---------------------------------------------------------------------------------------------

local row_form = '{ { 270, "7.2" }, { 540, "6.4" } }'

local function check_row(row)
  if type(row) ~= "table" or kinds[row] or row[1] == nil or row[2] == nil or #fields.sorted_keys(row) ~= 2 then
    core.fail("WRONG_VALUE", nil, nil, "interpolate", row_form, fields.shown(row))
  end
  return row[1]
end

-- Between two rows: y1 + (y2 - y1) * (x - x1) / (x2 - x1).
local function between(node, low, high)
  local part = core.pair("DIV", core.pair("SUB", node, low.x), core.pair("SUB", high.x, low.x))
  return core.pair("ADD", low.y, core.pair("MUL", core.pair("SUB", high.y, low.y), part))
end

-- interpolate(x, { { 270, "7.2" }, { 540, "6.4" } }): straight between the rows, level outside them.
function words.interpolate(value, list)
  list_of(list, "interpolate", row_form)
  local from = {}
  for index, row in ipairs(list) do from[index] = check_row(row) end
  if #list < 2 then core.fail("WRONG_VALUE", nil, nil, "interpolate", row_form, "{ { … } }") end
  check_rising(from, "interpolate")
  local node = expression.to_node(value, "interpolate")
  local name = name_of(node, "value")
  return expression.later(function(unit, prefix)
    local rows, limits = {}, {}
    for index, row in ipairs(list) do
      local base = prefix .. name .. ".row_" .. index
      rows[index] = { y = (entry(row[2], base, unit, "interpolate")) }
      rows[index].x, limits[index] = entry(row[1], base .. "_from", core.unit_of(node), "interpolate")
    end
    numbers.in_order(limits, 1, "interpolate")
    local arms = { { condition = core.pair("LE", node, rows[1].x), value = rows[1].y } }
    for index = 2, #rows do
      arms[index] = { condition = core.pair("LE", node, rows[index].x), value = between(node, rows[index - 1], rows[index]) }
    end
    arms[#arms + 1] = { value = rows[#rows].y }
    return tables.chain(arms)
  end)
end

-- Rounding and shares -----------------------------------------------------------------------------------------

-- rounded(a, digits, unit): half up; of a share as such, unless a unit such as "percent" is named.
function words.rounded(value, digits, unit)
  if math.type(digits) ~= "integer" or digits < 0 or digits > 9 then
    core.fail("WRONG_VALUE", nil, nil, "rounded", "rounded(a, 0 … 9)", fields.shown(digits))
  end
  if unit ~= nil and type(unit) ~= "string" then
    core.fail("WRONG_VALUE", nil, nil, "rounded", 'rounded(a, 1, "percent")', fields.shown(unit))
  end
  local node = expression.to_node(value, "rounded")
  local one = core.const(1, unit or core.unit_of(node))
  local scale = core.const(math.tointeger(10 ^ digits))
  local scaled = core.pair("MUL", core.pair("DIV", node, one), scale)
  local whole = core.one("FLOOR", core.pair("ADD", scaled, core.const("0.5")))
  return core.pair("MUL", core.pair("DIV", whole, scale), one)
end

-- share_of(county.schools, condition, filter): how many of them, of all; those not known count as possible.
function words.share_of(handle, condition, filter)
  local info = expression.gather(handle, "share_of")
  local asked = expression.condition_at(info.over, condition, "share_of")
  local all = expression.filter_of(info.over, filter, "share_of")
  local both = all and core.many("AND", { all, asked }, 2) or asked
  local function count(which)
    return core.over { op = "COUNT", over = info.over, target = info.target, filter = which }
  end
  return core.pair("DIV", count(both), count(all))
end

-- A number of which no more is known than that it lies between two others.
function words.unknown_between(low, high)
  local x = kinds[low] == "later" and expression.to_node(low, "unknown_between") or low
  local y = kinds[high] == "later" and expression.to_node(high, "unknown_between") or high
  if core.is_node(x) and not core.is_node(y) and kinds[y] == nil then y = core.like(y, x) end
  if core.is_node(y) and not core.is_node(x) and kinds[x] == nil then x = core.like(x, y) end
  return core.between(expression.to_node(x, "unknown_between"), expression.to_node(y, "unknown_between"))
end

-- The calendar year of the day of law.
function words.this_year() return core.year() end

-- The year of the day of law as a column has it: with the unit "year", or as a plain number.
function tables.year_like(node)
  return core.unit_of(node) == "" and core.pair("DIV", core.year(), core.const(1, "year")) or core.year()
end

-- Full calendar years from a year in a column to the day of law.
function words.years_since(column)
  local node = expression.to_node(column, "years_since")
  return core.pair("SUB", tables.year_like(node), node)
end
