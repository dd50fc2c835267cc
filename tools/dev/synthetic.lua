-- synthetic.lua - what the makers of made-up data share: numbers, tables, and one plausible school.
--
-- All arithmetic is on integers (areas in hundredths of a square metre, money in yuan, shares in
-- thousandths), so the same seed gives the same bytes everywhere. Headers and words of choices come
-- from the dictionary itself. Knows no county's story and no verdict.

local synthetic = {}

-- Numbers from a seed: rng(n) is one of 0 … n-1, rng:between(a, b) one of a … b.
local rng = {}
rng.__index = rng

function synthetic.rng(seed)
  local self = setmetatable({ state = seed * 2862933555777941757 + 3037000493 }, rng)
  for _ = 1, 4 do self:below(2) end
  return self
end

function rng:below(n)
  self.state = self.state * 6364136223846793005 + 1442695040888963407
  return (self.state >> 33) % n
end

function rng:between(a, b)
  return a + self:below(b - a + 1)
end

-- True n times in a thousand.
function rng:chance(n)
  return self:below(1000) < n
end

function synthetic.ceil_div(a, b)
  return -(-a // b)
end

-- 1234 hundredths are "12.34".
function synthetic.hundredths(n)
  local text = ("%d.%02d"):format(n // 100, n % 100)
  return (text:gsub("%.?0+$", "", 1))
end

-- 52700 yuan are "5.27" 万元.
function synthetic.wan_yuan(yuan)
  local text = ("%d.%04d"):format(yuan // 10000, yuan % 10000)
  return (text:gsub("%.?0+$", "", 1))
end

-- Anything an expression may do, done to nothing: lets a dictionary run outside the engine.
local nothing = setmetatable({}, {})
local function to_nothing() return nothing end
local nothing_meta = getmetatable(nothing)
for _, event in ipairs { "index", "call", "add", "sub", "mul", "div", "unm", "band", "bor", "bnot" } do
  nothing_meta["__" .. event] = to_nothing
end

-- What a column is to the writers of tables: { id, zh, type, is_optional, choices = { id → zh } }.
local function column_of(field)
  local column = { id = field.id, zh = field.name.zh, type = field.type, is_optional = field.optional }
  if field.choices then
    column.choices = {}
    for _, choice in ipairs(field.choices) do
      column.choices[choice[1]] = choice.name.zh
    end
  end
  return column
end

-- The tables of a dictionary file: tables[id] = list of columns. Files after it add columns.
function synthetic.dictionary(...)
  local tables = {}
  local words = {
    dictionary = function() return to_nothing end,
    column = function(id)
      return function(fields)
        fields.id = id
        return fields
      end
    end,
    table_of = function(id)
      return function(fields)
        local columns = {}
        for i, field in ipairs(fields.columns) do
          columns[i] = column_of(field)
        end
        tables[id] = columns
      end
    end,
    column_of = function(id)
      return function(fields)
        for _, field in ipairs(fields) do
          table.insert(tables[id], column_of(field))
        end
      end
    end,
  }
  setmetatable(words, { __index = to_nothing })
  for _, path in ipairs { ... } do
    assert(loadfile(path, "t", words))()
  end
  return tables
end

local function quoted(text)
  if text:find('[,"\n]') then
    return '"' .. text:gsub('"', '""') .. '"'
  end
  return text
end

-- Opens a table for writing. Rows are tables by column name; nil is a blank cell.
-- language "zh" writes the Chinese headers, "en" the names; `skip` holds columns to leave out; `all` writes
-- optional columns, too.
function synthetic.open(path, all_columns, language, skip, all)
  local file = assert(io.open(path, "w"))
  file:setvbuf("full", 1 << 20)
  local columns, header = {}, {}
  for _, column in ipairs(all_columns) do
    if not (skip and skip[column.id]) and (all or not column.is_optional) then
      columns[#columns + 1] = column
      header[#header + 1] = language == "zh" and column.zh or column.id
    end
  end
  file:write(table.concat(header, ","), "\n")
  local cells, count = {}, #columns
  local writer = { columns = columns }
  function writer.row(row)
    for i = 1, count do
      local column = columns[i]
      local value = row[column.id]
      if value == nil then
        value = ""
      elseif column.choices then
        value = assert(column.choices[value], value)
      elseif column.type == "bool" then
        value = value and "是" or "否"
      elseif column.type == "text" then
        value = quoted(value)
      end
      cells[i] = value
    end
    file:write(table.concat(cells, ",", 1, count), "\n")
  end
  function writer.close()
    file:close()
  end
  return writer
end

-- What the national measures ask, in integers: per 1000 students, hundredths of m², yuan.
local standard = {
  primary = { degree = 42, backbone = 10, pe_art = 9, teaching = 450, sports = 750, equipment = 2000, rooms = 23 },
  junior = { degree = 53, backbone = 10, pe_art = 9, teaching = 580, sports = 1020, equipment = 2500, rooms = 24 },
}
synthetic.standard = standard

-- Weights, in hundredths, by which the stages of a school share its facilities.
local weights = {
  primary_school = { primary = 100 },
  teaching_point = { primary = 100 },
  junior_school = { junior = 100 },
  vocational_junior = { junior = 100 },
  special_education = { primary = 100, junior = 100 },
  nine_year_school = { primary = 100, junior = 110 },
  complete_secondary = { junior = 100, senior = 120 },
  twelve_year_school = { primary = 100, junior = 110, senior = 132 },
}
synthetic.weights = weights

local class_limit = { primary = 45, junior = 50 }

-- Teachers and classes of one stage; factor(what) says how many thousandths of the standard there are.
local function fill_stage(row, random, stage, factor)
  local students = row[stage .. "_students"]
  local limit = class_limit[stage]
  local mean = random:between(limit - 9, limit - 1)
  local classes = synthetic.ceil_div(students, mean)
  row[stage .. "_classes"] = classes
  row[stage .. "_largest_class"] = math.min(limit, synthetic.ceil_div(students, classes) + random:below(3))
  local function some(what)
    return synthetic.ceil_div(students * standard[stage][what] * factor(what), 1000000)
  end
  local degree, backbone, pe_art = some("degree"), some("backbone"), some("pe_art")
  local lower = random:below(2 + degree // 12)
  row[stage .. "_full_time_teachers"] = math.max(degree + lower, backbone, pe_art)
  local master = degree * random:between(0, 12) // 100
  local doctor = random:chance(20) and math.min(1, degree - master) or 0
  local bachelor = degree - master - doctor
  local diploma = 0
  if stage == "primary" then
    diploma = bachelor * random:between(5, 40) // 100
    bachelor = bachelor - diploma
  elseif lower > 0 then
    diploma = lower -- below the required degree of this stage
  end
  row[stage .. "_diploma_teachers"], row[stage .. "_bachelor_teachers"] = diploma, bachelor
  row[stage .. "_master_teachers"], row[stage .. "_doctor_teachers"] = master, doctor
  row[stage .. "_backbone_teachers"] = backbone
  local pe = synthetic.ceil_div(pe_art * 4, 10)
  local music = (pe_art - pe) // 2
  row[stage .. "_pe_teachers"], row[stage .. "_music_teachers"] = pe, music
  row[stage .. "_fine_arts_teachers"], row[stage .. "_arts_teachers"] = pe_art - pe - music, 0
  row[stage .. "_catchment_students"] = students
end

-- What the school as a whole has: enough for the stage that needs most, times the factor.
local function fill_facilities(row, random, factor)
  local weight = weights[row.school_type]
  local load = 0 -- students by weight, in hundredths
  for _, stage in ipairs { "primary", "junior", "senior" } do
    if weight[stage] then
      load = load + weight[stage] * row[stage .. "_students"]
    end
  end
  local function need(what)
    local most = 0
    for _, stage in ipairs { "primary", "junior" } do
      if weight[stage] and row[stage .. "_students"] > 0 then
        most = math.max(most, synthetic.ceil_div(standard[stage][what] * 100, weight[stage]))
      end
    end
    return most
  end
  local teaching = synthetic.ceil_div(load * need("teaching") * factor("teaching"), 100000)
  local indoor = load > 20000 and teaching * random:between(0, 8) // 100 or 0
  local sports = synthetic.ceil_div(load * need("sports") * factor("sports"), 100000)
  row.teaching_area_m2 = synthetic.hundredths(teaching + indoor)
  row.indoor_sports_area_m2 = synthetic.hundredths(indoor)
  row.sports_ground_area_m2 = synthetic.hundredths(math.max(sports - indoor, 0))
  row.equipment_value_wan_yuan =
    synthetic.wan_yuan(synthetic.ceil_div(load * need("equipment") * factor("equipment"), 100000))
  row.multimedia_rooms = synthetic.ceil_div(load * need("rooms") * factor("rooms"), 100000000)
end

-- Completes a school whose type, organiser and students are set. Stages it does not have stay blank.
function synthetic.fill(row, random, factor)
  local weight = weights[row.school_type]
  local teachers, students, classes = 0, 0, 0
  for _, stage in ipairs { "primary", "junior" } do
    if weight and weight[stage] then
      fill_stage(row, random, stage, factor)
      teachers = teachers + row[stage .. "_full_time_teachers"]
      students = students + row[stage .. "_students"]
      classes = classes + row[stage .. "_classes"]
    end
  end
  if weight then
    fill_facilities(row, random, factor)
    row.full_time_teachers, row.certified_teachers, row.trained_360h_teachers = teachers, teachers, teachers
    row.funded_students = math.max(students, 100)
    row.migrant_students = students * random:between(0, 20) // 100
    local budget = row.funded_students * random:between(720, 1300)
    row.public_funds_budget_wan_yuan = synthetic.wan_yuan(budget)
    row.training_funds_wan_yuan =
      synthetic.wan_yuan(synthetic.ceil_div(budget * random:between(52, 90), 1000))
  end
  row.has_charter, row.is_ict_managed, row.is_ict_used_well = true, true, true
  row.is_moral_culture_good, row.is_curriculum_complete, row.is_workload_light = true, true, true
  return classes
end

-- The rooms for music and art that so many classes need, as rows.
function synthetic.rooms(row, random, classes, share)
  local rooms = {}
  for _ = 1, synthetic.ceil_div(classes, 12) do
    for _, kind in ipairs { "music", "fine_arts" } do
      if random:chance(share) then
        local least = kind == "music" and 9600 or 9000
        rooms[#rooms + 1] = {
          school_code = row.school_code, kind = kind,
          area_m2 = synthetic.hundredths(least + 50 * random:below(60)),
        }
      end
    end
  end
  return rooms
end

-- The figures of a county that meets everything.
function synthetic.county(row, random)
  row.years_since_basic_balance = random:between(4, 9)
  for _, id in ipairs {
    "is_monitoring_high", "is_layout_planned", "has_unified_building_standard", "has_unified_staffing_standard",
    "has_unified_funding_standard", "has_unified_equipment_standard", "has_full_performance_pay",
    "has_county_allocated_posts", "has_rural_quota_tilt", "has_left_behind_care",
  } do
    row[id] = true
  end
  for _, id in ipairs {
    "has_exam_admission", "has_illegal_school_choice", "has_key_schools_or_classes", "has_unfilled_posts",
    "has_major_incident", "has_falsification",
  } do
    row[id] = false
  end
  row.special_education_students = random:between(40, 160)
  row.special_education_funds_wan_yuan =
    synthetic.wan_yuan(row.special_education_students * random:between(6200, 9000))
  local pay = random:between(70000, 110000)
  row.civil_servant_mean_pay_yuan, row.teacher_mean_pay_yuan = pay, pay + random:between(100, 3000)
  row.rotation_eligible_teachers = random:between(300, 900)
  row.rotated_teachers = row.rotation_eligible_teachers * random:between(12, 18) // 100
  row.rotated_backbone_teachers = synthetic.ceil_div(row.rotated_teachers * random:between(22, 35), 100)
  row.quality_senior_places = random:between(500, 1500)
  row.quota_places = synthetic.ceil_div(row.quality_senior_places * random:between(52, 70), 100)
  row.migrant_children = random:between(200, 2500)
  row.migrant_children_in_public_schools = row.migrant_children * random:between(86, 96) // 100
  row.migrant_children_in_purchased_places = row.migrant_children * random:between(1, 4) // 100
  row.junior_entrants = random:between(1500, 5000)
  row.junior_deaths = random:below(3)
  row.junior_transferred_in, row.junior_transferred_out = random:between(10, 60), random:between(10, 60)
  row.junior_graduates = row.junior_entrants * random:between(965, 990) // 1000
    + row.junior_transferred_in - row.junior_transferred_out
  row.disabled_children = random:between(80, 300)
  row.disabled_in_special_schools = row.disabled_children * random:between(38, 45) // 100
  row.disabled_in_ordinary_schools = row.disabled_children * 43 // 100
  row.disabled_taught_at_home = synthetic.ceil_div(row.disabled_children * 97, 100)
    - row.disabled_in_special_schools - row.disabled_in_ordinary_schools
  row.social_recognition_percent = synthetic.hundredths(random:between(8650, 9700))
end

-- A county's monitoring results: three subjects in two stages.
function synthetic.monitoring(code, random, highest)
  local rows = {}
  for _, stage in ipairs { "primary", "junior" } do
    for _, subject in ipairs { "chinese", "science", "arts" } do
      rows[#rows + 1] = {
        county_code = code, monitored_stage = stage, subject = subject,
        attained_level = random:between(3, 4), difference_rate = ("0.%04d"):format(random:between(300, highest)),
      }
    end
  end
  return rows
end

-- The folder of the running script, with its slash.
function synthetic.here()
  return arg[0]:match("^(.*/)") or "./"
end

return synthetic
