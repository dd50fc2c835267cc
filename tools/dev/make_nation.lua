-- make_nation.lua - a made-up nation in the form of the national dataset, for measuring and stress.
--
-- Usage: lua5.4 tools/dev/make_nation.lua --out DIR [--scale 1.0] [--seed N] [--blanks N] [--grades 1]
--
-- At scale 1 it has the 2,842 counties of data/codes/divisions.csv and about 200,000 schools, none of them
-- real. Below 1 it takes that share of the counties, above 1 it gives each of them more schools.
-- --blanks is the number of blank cells in a thousand (10 unless told). --grades 1 adds students and classes by grade
-- and by sex, and the graduates of each school.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local synthetic = require "synthetic"

local function usage(text)
  io.stderr:write("make_nation.lua: ", text, "\nusage: make_nation.lua --out DIR [--scale 1.0] [--seed N] [--blanks N] [--grades 1]\n")
  os.exit(2)
end

local function options()
  local given = { ["--scale"] = "1", ["--seed"] = "1", ["--blanks"] = "10", ["--grades"] = "0" }
  for i = 1, #arg, 2 do
    if not arg[i + 1] or not (given[arg[i]] or arg[i] == "--out") then
      usage("cannot use " .. arg[i])
    end
    given[arg[i]] = arg[i + 1]
  end
  local whole, part = given["--scale"]:match("^(%d+)%.?(%d*)$")
  if not whole then usage("--scale is a number such as 0.1") end
  local thousandths = tonumber(whole) * 1000 + tonumber((part .. "000"):sub(1, 3))
  if thousandths == 0 then usage("--scale is at least 0.001") end
  return given["--out"] or usage("--out is missing"), thousandths,
    math.tointeger(given["--seed"]) or usage("--seed is a whole number"),
    math.tointeger(given["--blanks"]) or usage("--blanks is a whole number"), given["--grades"] == "1"
end

-- The counties of the code list, thinned out evenly to the wanted share.
local function counties(path, thousandths)
  local file = assert(io.open(path))
  local list, seen = {}, 0
  for line in file:lines() do
    local code, name, prefecture, province, kind = line:match("^(%d+),([^,]*),([^,]*),([^,]*),([^,]*)")
    if kind == "county" then
      seen = seen + 1
      local share = math.min(thousandths, 1000)
      if seen * share // 1000 > (seen - 1) * share // 1000 or (#list == 0 and thousandths < 1) then
        list[#list + 1] = { county_code = code, county_name = name, prefecture_name = prefecture,
          province_name = province, school_year = "2024" }
      end
    end
  end
  file:close()
  return list
end

-- type, how many in a thousand, code of the type, fewest and most students by stage, part of the name
local types = {
  { "primary_school", 480, 21, primary = { 40, 1900 }, name = "小学" },
  { "teaching_point", 210, 21, primary = { 5, 95 }, name = "教学点" },
  { "junior_school", 190, 31, junior = { 150, 1900 }, name = "中学" },
  { "nine_year_school", 80, 31, primary = { 100, 1200 }, junior = { 60, 900 }, name = "学校" },
  { "complete_secondary", 22, 34, junior = { 300, 1500 }, senior = { 300, 2500 }, name = "中学" },
  { "twelve_year_school", 8, 34, primary = { 200, 1200 }, junior = { 150, 900 }, senior = { 100, 900 }, name = "实验学校" },
  { "special_education", 9, 51, primary = { 20, 120 }, junior = { 10, 60 }, name = "特殊教育学校" },
  { "vocational_junior", 1, 32, junior = { 50, 300 }, name = "职业初中" },
}

local places = {
  "东风", "红星", "前进", "和平", "新华", "建设", "青山", "白水", "石桥", "柳林", "大湾", "高坪",
  "龙泉", "双河", "三岔", "梅岭", "松坡", "杨树", "沙田", "金山", "平安", "团结", "永兴", "长岭",
}

local function pick_type(random)
  local at = random:below(1000)
  for _, kind in ipairs(types) do
    at = at - kind[2]
    if at < 0 then return kind end
  end
  return types[1]
end

-- Mostly small schools, few large ones: the smaller of two draws.
local function size(random, range)
  return math.min(random:between(range[1], range[2]), random:between(range[1], range[2]))
end

local function name_of(random, serial, kind)
  local place = places[1 + random:below(#places)]
  local name = ("%s第%d%s"):format(place, serial, kind.name)
  if random:chance(15) then
    return name .. "（东校区,原" .. places[1 + random:below(#places)] .. kind.name .. "）"
  elseif random:chance(3) then
    return '"' .. place .. '"' .. kind.name .. serial
  end
  return name
end

-- How well the county does, and each of its schools around it, in thousandths of the standard. In one county of
-- four every school has what it needs.
local function factors(random, is_strong)
  if is_strong then
    return function() return 1020 + random:below(260) end
  end
  local county_level = random:between(1050, 1500)
  return function()
    local sum = random:below(500) + random:below(500) + random:below(500)
    return math.max(300, county_level + sum - 750)
  end
end

local function make_school(random, county, serial, number, factor, is_strong)
  local kind = pick_type(random)
  local row = {
    school_code = ("%02d%s%06d"):format(kind[3], county.county_code:sub(1, 2), serial),
    county_code = county.county_code,
    school_year = "2024",
    school_type = kind[1],
    school_name = name_of(random, number, kind),
    organiser = random:chance(60) and "private" or random:chance(10) and "other_department" or "education_department",
    is_boarding = random:chance(kind.junior and 400 or 60),
    is_counted_as_school = kind[1] ~= "teaching_point",
    built_year = random:between(1950, 2023),
  }
  local at = random:below(10)
  row.area_type = kind[1] == "teaching_point" and "rural" or at < 3 and "urban" or at < 6 and "town" or "rural"
  for _, stage in ipairs { "primary", "junior", "senior" } do
    if kind[stage] then row[stage .. "_students"] = size(random, kind[stage]) end
  end
  local classes = synthetic.fill(row, random, factor)
  if not is_strong and random:chance(10) then row.certified_teachers = math.max(0, row.certified_teachers - 1) end
  if not is_strong and random:chance(10) then row.is_workload_light = false end
  return row, classes
end

-- Students and classes of a stage by grade, students by sex; `first` to `last` are its grades.
local function split_stage(row, stage, first, last)
  local students, classes, count = row[stage .. "_students"], row[stage .. "_classes"], last - first + 1
  if not students or not classes then return end
  for grade = first, last do
    local at = grade - first
    row[stage .. "_students_grade_" .. grade] = students * (at + 1) // count - students * at // count
    row[stage .. "_classes_grade_" .. grade] = classes * (at + 1) // count - classes * at // count
  end
  row[stage .. "_male_students"] = students * 52 // 100
  row[stage .. "_female_students"] = students - students * 52 // 100
end

-- The parts of a school; gives its graduates.
local function split(row)
  split_stage(row, "primary", 1, 6)
  split_stage(row, "junior", 7, 9)
  row.junior_graduates = (row.junior_students or 0) // 3
  return row.junior_graduates
end

-- The graduates of a county are those of its schools, and as many entrants as fit them.
local function set_graduates(county, graduates)
  local change = (county.junior_transferred_in or 0) - (county.junior_transferred_out or 0)
  if county.junior_graduates then county.junior_graduates = graduates end
  if county.junior_entrants then county.junior_entrants = math.max(graduates - change, 0) * 1000 // 975 end
end

-- What a dataset may never leave blank.
local fixed = {
  school_code = true, county_code = true, school_type = true, school_name = true, county_name = true,
  prefecture_name = true, province_name = true, school_year = true, kind = true, monitored_stage = true, subject = true,
}

-- Blanks a few cells, so many in a thousand on average.
local function blank(random, row, columns, per_thousand)
  local whole = #columns * per_thousand
  local count = whole // 1000 + (random:below(1000) < whole % 1000 and 1 or 0)
  for _ = 1, count do
    local id = columns[1 + random:below(#columns)].id
    if not fixed[id] then row[id] = nil end
  end
end

local function spoil_county(random, row)
  if random:chance(60) then row.years_since_basic_balance = random:between(0, 2) end
  if random:chance(80) then row.rotated_teachers = row.rotation_eligible_teachers * 8 // 100 end
  row.rotated_backbone_teachers = math.min(row.rotated_backbone_teachers, row.rotated_teachers)
  if random:chance(50) then row.social_recognition_percent = synthetic.hundredths(random:between(7000, 8499)) end
  if random:chance(15) then row.has_unfilled_posts = true end
  if random:chance(60) then row.teacher_mean_pay_yuan = row.civil_servant_mean_pay_yuan - 500 end
end

local function make_county(random, out, county, next_serial, school_count, blanks)
  local is_strong = random:chance(250)
  if is_strong then blanks = random:chance(500) and 0 or blanks // 10 end
  synthetic.county(county, random)
  if not is_strong then spoil_county(random, county) end
  local results = synthetic.monitoring(county.county_code, random, is_strong and 1490 or 1650)
  county.monitored_subjects = #results
  blank(random, county, out.counties.columns, blanks // 4)
  for _, row in ipairs(results) do
    out.monitoring.row(row)
  end
  local factor, graduates = factors(random, is_strong), 0
  for i = 1, school_count do
    local row, classes = make_school(random, county, next_serial + i, i, factor, is_strong)
    local rooms = synthetic.rooms(row, random, classes, is_strong and 1000 or 930)
    if out.has_grades then graduates = graduates + split(row) end
    blank(random, row, out.schools.columns, blanks)
    out.schools.row(row)
    for _, room in ipairs(rooms) do
      blank(random, room, out.rooms.columns, blanks)
      out.rooms.row(room)
    end
  end
  if out.has_grades then set_graduates(county, graduates) end
  out.counties.row(county)
end

local dictionary_text = [[
-- A made-up nation for measuring: counties by name, everything else invented.
extends "national"

dataset {
  name = { zh = "合成全国数据", en = "Synthetic nation" },
  notice = { zh = "虚构数据：仅用于测试性能，不反映任何真实的县或学校", en = "Made-up data for measuring; no real county or school is described" },
  as_of = "2024-09-01",
}
]]

local function main()
  local folder, thousandths, seed, blanks, has_grades = options()
  local here = synthetic.here()
  local tables = synthetic.dictionary(here .. "../../data/schema/national.lua")
  local list = counties(here .. "../../data/codes/divisions.csv", thousandths)
  local out = { has_grades = has_grades }
  local is_made = os.execute("mkdir -p '" .. folder:gsub("'", "'\\''") .. "'")
  if not is_made then usage("cannot make " .. folder) end
  for _, id in ipairs { "counties", "schools", "rooms", "monitoring" } do
    out[id] = synthetic.open(folder .. "/" .. id .. ".csv", tables[id], "en", nil, has_grades)
  end
  local random = synthetic.rng(seed)
  local serial = 0
  for _, county in ipairs(list) do
    local count = random:between(41, 100) * math.max(thousandths, 1000) // 1000
    make_county(random, out, county, serial, count, blanks)
    serial = serial + count
  end
  for _, id in ipairs { "counties", "schools", "rooms", "monitoring" } do
    out[id].close()
  end
  local file = assert(io.open(folder .. "/dictionary.lua", "w"))
  file:write(dictionary_text)
  file:close()
  io.stderr:write(("%d counties, %d schools\n"):format(#list, serial))
end

main()
