-- finish.lua - after the last file: every name is declared, every rule lowered, every change made; then the
-- graph is put in order (core.finish).
local core, shared = ...
local expression, pack, reference, rule_api = shared.expression, shared.pack, shared.reference, shared.rule

-- Called when a file ends: what was named but never declared.
function shared.end_file()
  for _, info in ipairs(expression.pending) do
    if not info.is_declared then info.fail() end
  end
  expression.pending = {}
  pack.section = nil
  reference.end_file()
end

-- Which rules are in which section: those of its part of the file, and those that say so.
local function fill_sections()
  for _, rule in ipairs(rule_api.order) do
    local named = rule.record.section
    if named ~= nil then
      local info = expression.open_of[named]
      if not info or info.kind ~= "section" then shared.fields.wrong(rule.at, "section", 'section "…"', named) end
      rule.section = reference.must_be_declared(info)
    end
    if rule.section then
      table.insert(rule.section.rules, rule)
    end
  end
end

local function late_nodes()
  local list = {}
  for index, late in ipairs(reference.late) do list[index] = core.node_index(reference.settle_late(late)) end
  return list
end

-- Rules in order of declaration, before each what it is made of.
local function order()
  local list = {}
  for _, index in ipairs(rule_api.checks) do list[#list + 1] = index end
  local function add(rule)
    for _, part in ipairs(rule.parts or {}) do add(part) end
    list[#list + 1] = rule.index
  end
  for _, rule in ipairs(rule_api.order) do add(rule) end
  for _, rule in ipairs(rule_api.more or {}) do add(rule) end
  return list
end

-- Relaxations with the places of their alternatives.
local function relaxations()
  local place, list = {}, {}
  for index, alternative in ipairs(shared.others or {}) do place[alternative] = index - 1 end
  for index, one in ipairs(shared.relaxations or {}) do
    list[index] = { rule = one.rule, of = one.of, other = place[one.other] }
  end
  return list
end

-- Steps that other files add: functions called in order, before the rules are lowered and after.
shared.before_lowering, shared.after_lowering = {}, {}

-- switches: ids of those to be turned on.
function shared.finish(switches)
  reference.check_all()
  fill_sections()
  for _, step in ipairs(shared.before_lowering) do step() end
  for _, rule in ipairs(rule_api.order) do reference.lower(rule) end
  shared.check_pieces()
  for _, section in ipairs(pack.section_order) do rule_api.section_applies(section) end
  for _, step in ipairs(shared.after_lowering) do step() end
  shared.change.turn_on(switches)
  shared.compute.close_all()
  core.finish {
    late = late_nodes(), order = order(), others = shared.others or {}, relaxations = relaxations(),
  }
end
