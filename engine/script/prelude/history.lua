-- history.lua - yearly figures: a table below the county or school with a number column `year`.
--
-- The last n years end with the calendar year of the day of law, or so many years before it. A year of
-- which there is no row is not known: nobody passes or fails by it.
local core, shared = ...
local fields, expression = shared.fields, shared.expression
local words = expression.words
local most_years = 30

local function history_of(handle, what)
  local info = expression.gather(handle, what)
  local year = core.column(info.over, "year")
  if not core.is_node(year) or core.describe(year) ~= "number" then core.fail("NO_YEARS", nil, nil, info.over) end
  return { over = info.over, target = info.target, year = year }
end

local function whole(value, what, low, high, form)
  if math.type(value) ~= "integer" or value < low or value > high then
    core.fail("WRONG_VALUE", nil, nil, what, form, fields.shown(value))
  end
  return value
end

-- Is the row of the year that lies `back` years (0, -1, …) from that of the day of law?
local function of_year(history, back)
  local wanted = shared.tables.year_like(history.year)
  if back ~= 0 then wanted = core.pair("SUB", wanted, core.like(-back, wanted)) end
  return core.pair("EQ", history.year, wanted)
end

local function over(history, op, value, filter)
  return core.over { op = op, over = history.over, target = history.target, value = value, filter = filter }
end

-- The figure of one year; where two rows claim the year and differ, it lies between them.
local function figure(history, value, back)
  local filter = of_year(history, back)
  return core.between(over(history, "LEAST", value, filter), over(history, "GREATEST", value, filter))
end

local function has_row(history, back)
  return core.pair("GT", over(history, "COUNT", nil, of_year(history, back)), core.const(0))
end

-- A condition of which nothing is known.
local function unknown()
  return core.pair("GE", core.between(core.const(0), core.const(1)), core.const(1))
end

-- in_year(county.history, history.funds_wan_yuan, -1): last year's figure.
function words.in_year(handle, value, back)
  local history = history_of(handle, "in_year")
  whole(back, "in_year", -most_years, 0, "in_year(county.history, history.x, -1)")
  return figure(history, expression.to_node(value, "in_year"), back)
end

local function over_years(what, op, join)
  return function(count, handle, condition, last)
    local form = what .. "(3, county.history, condition)"
    whole(count, what, 1, most_years, form)
    whole(last or 0, what, -most_years, 0, form)
    local history = history_of(handle, what)
    local asked = expression.condition_at(history.over, condition, what)
    local years = {}
    for back = 1, count do
      local at = (last or 0) - back + 1
      local there = has_row(history, at)
      if op == "EVERY" then
        there = core.many("OR", { there, unknown() }, 2)
        years[back] = core.many("AND", { over(history, op, asked, of_year(history, at)), there }, 2)
      else
        local not_there = core.many("AND", { core.one("NOT", there), unknown() }, 2)
        years[back] = core.many("OR", { over(history, op, asked, of_year(history, at)), not_there }, 2)
      end
    end
    return core.many(join, years, #years)
  end
end

-- each_of_last(3, county.history, condition), any_of_last(2, …); a fourth value -1 ends with last year.
words.each_of_last = over_years("each_of_last", "EVERY", "AND")
words.any_of_last = over_years("any_of_last", "SOME", "OR")

-- rising(county.history, history.x, 3): in none of the last three years below the year before.
function words.rising(handle, value, count, last)
  local form = "rising(county.history, history.x, 3)"
  whole(count, "rising", 1, most_years, form)
  whole(last or 0, "rising", -most_years, 0, form)
  local history, node = history_of(handle, "rising"), expression.to_node(value, "rising")
  local years = {}
  for back = 1, count do
    local at = (last or 0) - back + 1
    years[back] = core.pair("GE", figure(history, node, at), figure(history, node, at - 1))
  end
  return core.many("AND", years, #years)
end
