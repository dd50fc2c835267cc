-- make_sample.lua - writes data/sample: a made-up province whose counties each tell one story.
--
-- Usage: lua5.4 tools/dev/make_sample.lua [--out data/sample] [--seed 99]
--
-- Every county is first made so that it meets all that the national measures of 2017 and 2012 ask; then its
-- stories change a few cells. All figures are integers until they are written, so lines are hit
-- exactly. The stories are told in data/sample/README.md; the seed only moves what is between them.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local synthetic = require "synthetic"

local out, seed = synthetic.here() .. "../../data/sample", 99
for i = 1, #arg, 2 do
  if arg[i] == "--out" and arg[i + 1] then
    out = arg[i + 1]
  elseif arg[i] == "--seed" and math.tointeger(arg[i + 1]) then
    seed = math.tointeger(arg[i + 1])
  else
    io.stderr:write("usage: make_sample.lua [--out DIR] [--seed N]\n")
    os.exit(2)
  end
end

local random = synthetic.rng(seed)

-- A comfortable surplus: between 6 and 30 % above every standard.
local function ample()
  return random:between(1060, 1300)
end

-- key, type, place, name, students by stage, and what differs from a public day school
local function plan()
  local function n(a, b) return random:between(a, b) end
  return {
    { "urban_primary_1", "primary_school", "urban", "第一小学", primary = n(1200, 1600) },
    { "urban_primary_2", "primary_school", "urban", "第二小学", primary = n(900, 1200) },
    { "urban_primary_3", "primary_school", "urban", "第三小学", primary = n(700, 1000) },
    { "urban_primary_4", "primary_school", "urban", "第四小学", primary = n(500, 800) },
    { "town_primary_1", "primary_school", "town", "东镇中心小学", primary = n(400, 700) },
    { "town_primary_2", "primary_school", "town", "西镇中心小学", primary = n(350, 600) },
    { "town_primary_3", "primary_school", "town", "南镇中心小学", primary = n(300, 500) },
    { "town_primary_4", "primary_school", "town", "北镇中心小学", primary = n(300, 500) },
    { "village_primary_1", "primary_school", "rural", "上村小学", primary = n(150, 250) },
    { "village_primary_2", "primary_school", "rural", "中村小学", primary = n(120, 200) },
    { "village_primary_3", "primary_school", "rural", "下村小学", primary = n(101, 150) },
    { "village_primary_4", "primary_school", "rural", "前村小学", primary = n(62, 95) },
    { "village_primary_5", "primary_school", "rural", "后村小学", primary = n(62, 95) },
    { "point_1", "teaching_point", "rural", "河湾教学点", primary = n(52, 70) },
    { "point_2", "teaching_point", "rural", "山坳教学点", primary = n(18, 35), is_poor = true },
    { "point_3", "teaching_point", "rural", "岭上教学点", primary = n(8, 17), is_poor = true },
    { "urban_junior_1", "junior_school", "urban", "第一初级中学", junior = n(1200, 1700) },
    { "urban_junior_2", "junior_school", "urban", "第二初级中学", junior = n(900, 1300) },
    { "town_junior_1", "junior_school", "town", "东镇初级中学", junior = n(500, 800) },
    { "town_junior_2", "junior_school", "town", "西镇初级中学", junior = n(400, 700), is_boarding = true },
    { "village_junior", "junior_school", "rural", "山河初级中学", junior = n(200, 350), is_boarding = true },
    { "nine_year", "nine_year_school", "town", "南镇九年一贯制学校", primary = n(500, 800), junior = n(300, 500) },
    { "complete", "complete_secondary", "urban", "第一中学", junior = n(600, 900), senior = n(900, 1500), is_boarding = true },
    { "special", "special_education", "urban", "特殊教育学校", primary = n(40, 80), junior = n(15, 30) },
  }
end

-- Further kinds of schools, so that each type is seen once or twice.
local function extras()
  local function n(a, b) return random:between(a, b) end
  return {
    { "twelve_year", "twelve_year_school", "urban", "育才实验学校", primary = n(700, 1000), junior = n(400, 600),
      senior = n(300, 500), organiser = "private", is_boarding = true },
    { "private_primary", "primary_school", "urban", "明德小学", primary = n(400, 700), organiser = "private" },
    { "branch", "primary_school", "town", "第二小学（东校区,原农场小学）", primary = n(200, 300), is_branch = true },
    { "vocational", "vocational_junior", "town", "职业初级中学", junior = n(120, 200), is_poor = true },
    { "senior", "senior_school", "urban", "高级中学", senior = n(1200, 1800), is_boarding = true },
  }
end

local type_codes = {
  primary_school = "21", teaching_point = "21", junior_school = "31", nine_year_school = "31",
  vocational_junior = "32", complete_secondary = "34", twelve_year_school = "34", senior_school = "34",
  special_education = "51",
}

local serial = 0

local function make_school(county, entry)
  serial = serial + 1
  local row = {
    school_code = type_codes[entry[2]] .. "99" .. ("%06d"):format(serial),
    school_name = county.county_name .. entry[4],
    county_code = county.county_code, school_year = "2024",
    school_type = entry[2], area_type = entry[3],
    organiser = entry.organiser or "education_department",
    is_boarding = entry.is_boarding or false,
    is_counted_as_school = entry[2] ~= "teaching_point" and not entry.is_branch,
    built_year = random:between(1958, 2022),
    primary_students = entry.primary, junior_students = entry.junior, senior_students = entry.senior,
  }
  -- What is out of the resource part may be poor without harm.
  local classes = synthetic.fill(row, random, entry.is_poor and function() return 500 end or ample)
  return row, classes
end

local function make_county(code, name, prefecture, has_extras)
  local county = {
    county_code = code, county_name = name, prefecture_name = prefecture, province_name = "样例省",
    school_year = "2024",
  }
  synthetic.county(county, random)
  county.unified_standards_evidence = "佐证材料第2册"
  county.layout_plan_evidence = "佐证材料第1册"
  county.monitoring_high_evidence = "历年监测报告"
  local made = { county = county, schools = {}, rooms = {}, by_key = {} }
  local entries = plan()
  if has_extras then
    for _, entry in ipairs(extras()) do
      entries[#entries + 1] = entry
    end
  end
  for _, entry in ipairs(entries) do
    local row, classes = make_school(county, entry)
    made.schools[#made.schools + 1] = row
    made.by_key[entry[1]] = row
    local needs_rooms = synthetic.weights[entry[2]] and entry[2] ~= "special_education"
      and entry[2] ~= "vocational_junior" and not (entry[2] == "teaching_point" and entry.is_poor)
    made.rooms[entry[1]] = needs_rooms and synthetic.rooms(row, random, classes, 1000) or {}
  end
  if made.by_key.branch then
    made.by_key.branch.parent_school_code = made.by_key.urban_primary_2.school_code
  end
  made.monitoring = synthetic.monitoring(code, random, 1400)
  county.monitored_subjects = #made.monitoring
  return made
end

-- Changes the students of a school and makes the rest anew, so that everything fits again.
local function resize(made, key, students)
  local row = made.by_key[key]
  for stage, count in pairs(students) do
    row[stage .. "_students"] = count
  end
  local classes = synthetic.fill(row, random, ample)
  made.rooms[key] = synthetic.rooms(row, random, classes, 1000)
  return row
end

local function set(row, cells)
  for id, value in pairs(cells) do
    row[id] = value
  end
end

-- Gives the primary stages of a county sports grounds of exactly 8 and 24 m² per student, with half of
-- the students on either side: mean 16, deviation 8, a spread of exactly 0.5.
local function spread_on_the_line(made)
  local pairs_of_schools = {
    { "urban_primary_1", "urban_primary_2", 1200 }, { "urban_primary_3", "urban_primary_4", 800 },
    { "town_primary_1", "town_primary_2", 500 }, { "town_primary_3", "town_primary_4", 400 },
    { "village_primary_1", "village_primary_2", 200 }, { "village_primary_3", "village_primary_4", 120 },
    { "village_primary_5", "point_1", 80 },
  }
  -- The nine-year school becomes a junior school: its primary part would have no twin.
  local nine_year = made.by_key.nine_year
  nine_year.school_type, nine_year.school_name = "junior_school", made.county.county_name .. "南镇初级中学"
  for _, column in ipairs(made.primary_columns) do
    nine_year[column] = nil
  end
  resize(made, "nine_year", { junior = 450 })
  for _, pair in ipairs(pairs_of_schools) do
    for side = 1, 2 do
      local row = resize(made, pair[side], { primary = pair[3] })
      local indoor = math.tointeger(tonumber(row.indoor_sports_area_m2) * 100 // 1)
      row.sports_ground_area_m2 = synthetic.hundredths(pair[3] * (side == 1 and 800 or 2400) - indoor)
    end
  end
end

local stories = {}

-- Every standard that a headcount or a decimal can hit is hit.
stories["990104"] = function(made)
  spread_on_the_line(made)
  -- 0.9 teachers of PE and arts per hundred: 9 for 1000
  local thousand = resize(made, "urban_primary_2", { primary = 1000 })
  local twin = resize(made, "urban_primary_1", { primary = 1000 })
  set(thousand, {
    primary_pe_teachers = 4, primary_music_teachers = 3, primary_fine_arts_teachers = 2, primary_arts_teachers = 0,
    indoor_sports_area_m2 = "0", sports_ground_area_m2 = "24000",
  })
  set(twin, { indoor_sports_area_m2 = "0", sports_ground_area_m2 = "8000" })
  -- 31 students with 5.27 万元: 1700 yuan, 85 % of 2000. Its twin keeps the spread of sports areas on the line.
  set(resize(made, "village_primary_5", { primary = 31 }), {
    equipment_value_wan_yuan = "5.27", indoor_sports_area_m2 = "0", sports_ground_area_m2 = "248",
  })
  set(resize(made, "village_primary_4", { primary = 31 }), {
    indoor_sports_area_m2 = "0", sports_ground_area_m2 = "744",
  })
  set(resize(made, "village_primary_3", { primary = 80 }), { indoor_sports_area_m2 = "0", sports_ground_area_m2 = "640" })
  set(made.by_key.point_1, { indoor_sports_area_m2 = "0", sports_ground_area_m2 = "1920" })
  -- 4.5 m² of teaching area per student
  set(made.by_key.town_primary_1, {
    teaching_area_m2 = "2250", indoor_sports_area_m2 = "0", sports_ground_area_m2 = "4000",
  })
  -- 5.3 teachers above the degree per hundred
  set(resize(made, "urban_junior_1", { junior = 1000 }), {
    junior_full_time_teachers = 60, full_time_teachers = 60, certified_teachers = 60, trained_360h_teachers = 60,
    junior_diploma_teachers = 7, junior_bachelor_teachers = 50, junior_master_teachers = 2, junior_doctor_teachers = 1,
  })
  -- 32 for 710: 4.507 per hundred, above the floor of 4.505, below the floor rounded to 4.51
  set(resize(made, "town_junior_1", { junior = 710 }), {
    junior_full_time_teachers = 40, full_time_teachers = 40, certified_teachers = 40, trained_360h_teachers = 40,
    junior_diploma_teachers = 8, junior_bachelor_teachers = 31, junior_master_teachers = 1, junior_doctor_teachers = 0,
  })
  -- 2000 students in one school, 50 in one class, 5 % of the budget for training
  set(resize(made, "urban_junior_2", { junior = 2000 }), {
    junior_classes = 40, junior_largest_class = 50,
    public_funds_budget_wan_yuan = "200", training_funds_wan_yuan = "10",
  })
  made.rooms.urban_junior_2 = {}
  for _ = 1, 4 do -- 40 classes need 4 of each kind, of the smallest area that counts
    for kind, area in pairs { music = "96", fine_arts = "90" } do
      local list = made.rooms.urban_junior_2
      list[#list + 1] = { school_code = made.by_key.urban_junior_2.school_code, kind = kind, area_m2 = area }
    end
  end
  table.sort(made.rooms.urban_junior_2, function(a, b) return a.kind > b.kind end)
  set(made.county, {
    years_since_basic_balance = 3,
    special_education_students = 85, special_education_funds_wan_yuan = "51",
    teacher_mean_pay_yuan = made.county.civil_servant_mean_pay_yuan,
    rotation_eligible_teachers = 500, rotated_teachers = 50, rotated_backbone_teachers = 10,
    quality_senior_places = 800, quota_places = 400,
    migrant_children = 400, migrant_children_in_public_schools = 330, migrant_children_in_purchased_places = 10,
    junior_entrants = 2002, junior_deaths = 2, junior_transferred_in = 40, junior_transferred_out = 30,
    junior_graduates = 1910,
    disabled_children = 200, disabled_in_special_schools = 85, disabled_in_ordinary_schools = 90,
    disabled_taught_at_home = 15,
    social_recognition_percent = "85",
  })
  made.monitoring[1].attained_level, made.monitoring[1].difference_rate = 3, "0.1499"
end

-- 5 for 111: 4.5045 per hundred, below the floor of 4.505 by a hair; printed with three decimals it is 4.505.
stories["990102"] = function(made)
  set(resize(made, "village_junior", { junior = 111 }), {
    junior_full_time_teachers = 9, full_time_teachers = 9, certified_teachers = 9, trained_360h_teachers = 9,
    junior_diploma_teachers = 4, junior_bachelor_teachers = 5, junior_master_teachers = 0, junior_doctor_teachers = 0,
    junior_backbone_teachers = 2,
  })
end

-- Two rich schools: everybody meets the standard, and the equipment is spread too far.
stories["990103"] = function(made)
  for _, key in ipairs { "urban_primary_1", "urban_primary_2" } do
    local row = made.by_key[key]
    row.equipment_value_wan_yuan = synthetic.wan_yuan(row.primary_students * 12000)
  end
end

-- As on the line in 990104, and one square metre more.
stories["990105"] = function(made)
  spread_on_the_line(made)
  local row = made.by_key.urban_primary_2
  set(row, { indoor_sports_area_m2 = "0", sports_ground_area_m2 = synthetic.hundredths(1200 * 2400 + 100) })
end

-- One cell decides: the school meets six, and the spread waits for the same cell.
stories["990201"] = function(made)
  made.by_key.town_primary_2.sports_ground_area_m2 = nil
end

-- Blanks that nothing rests on.
stories["990202"] = function(made)
  made.by_key.point_2.multimedia_rooms = nil             -- a teaching point below 50 students
  made.by_key.urban_primary_3.funded_students = nil      -- asked of small village schools only
  local rooms = made.rooms.urban_primary_1               -- one more room than needed, of unknown size
  rooms[#rooms + 1] = { school_code = made.by_key.urban_primary_1.school_code, kind = "music" }
end

-- Five met, two below the floor: whatever the blank is, the school fails. In another school the teachers
-- of music are not known, and those of PE and fine arts suffice.
stories["990203"] = function(made)
  local row = resize(made, "town_primary_1", { primary = 600 })
  set(row, { equipment_value_wan_yuan = "90", multimedia_rooms = 10 })
  row.primary_backbone_teachers = nil
  local other = resize(made, "town_primary_3", { primary = 400 })
  set(other, { primary_pe_teachers = 3, primary_fine_arts_teachers = 1, primary_arts_teachers = 0 })
  other.primary_music_teachers = nil
end

stories["990204"] = function(made)
  set(made.county, { has_exam_admission = true, exam_admission_evidence = "现场核查记录第3号" })
end

stories["990301"] = function(made)
  made.county.years_since_basic_balance = 2
end

-- 400 primary and 300 junior students share 8 m² of sports ground and 5 m² of rooms for each of 730 weighted
-- students: enough for the primary stage (8, 5); the junior stage has 1.1 times that (8.8, 5.5), below 10.2 and 5.8.
stories["990302"] = function(made)
  set(resize(made, "nine_year", { primary = 400, junior = 300 }), {
    teaching_area_m2 = "3650", indoor_sports_area_m2 = "0", sports_ground_area_m2 = "5840",
  })
end

-- One pupil too many in one class.
stories["990303"] = function(made)
  made.by_key.town_primary_4.primary_largest_class = 46
end

-- 0.15 is not below 0.15.
stories["990304"] = function(made)
  made.monitoring[5].difference_rate = "0.15"
end

-- Basic balance: columns of their own, from numbers of their own, so that all other columns keep their bytes.

local basic_random = synthetic.rng(seed + 1)

-- So many for these students, between 6 and 30 % above `per_thousand`.
local function about(students, per_thousand)
  return synthetic.ceil_div(students * per_thousand * basic_random:between(1060, 1300), 1000000)
end

local function basic_school(row)
  local is_plain = row.school_type ~= "senior_school"
  row.affiliation = "county"
  row.meets_provincial_standard = is_plain or nil
  if not is_plain then return end
  local students = 0
  for _, stage in ipairs { "primary", "junior", "senior" } do
    students = students + (row[stage .. "_students"] or 0)
    local teachers = stage ~= "senior" and row[stage .. "_full_time_teachers"]
    if teachers then
      row[stage .. "_mid_title_teachers"] = teachers * basic_random:between(42, 58) // 100
    end
  end
  row.computers, row.books = about(students, 120), about(students, 25000)
end

local function basic_county(made)
  set(made.county, {
    government_work_score = synthetic.hundredths(basic_random:between(8800, 9700)),
    government_indicators_scored = 17,
    satisfaction_percent = synthetic.hundredths(basic_random:between(8700, 9600)),
  })
  for _, row in ipairs(made.schools) do
    basic_school(row)
  end
  -- What is not assessed may fall short.
  for _, key in ipairs { "point_2", "twelve_year", "vocational" } do
    if made.by_key[key] then made.by_key[key].meets_provincial_standard = false end
  end
end

local basic_stories = {}

-- A complete secondary school of the prefecture is not assessed, and may be poor.
basic_stories["990101"] = function(made)
  set(made.by_key.complete, { affiliation = "prefecture", meets_provincial_standard = false, computers = 3, books = 500 })
end

-- One school below the province's standard.
basic_stories["990102"] = function(made)
  made.by_key.village_primary_3.meets_provincial_standard = false
end

-- On the line.
basic_stories["990104"] = function(made)
  set(made.county, { government_work_score = "85", satisfaction_percent = "85" })
end

-- The county's library is kept in a village school.
basic_stories["990105"] = function(made)
  made.by_key.village_primary_5.books = 400000
end

basic_stories["990201"] = function(made)
  made.county.government_work_score = "84.9"
end

-- One cell decides.
basic_stories["990202"] = function(made)
  made.by_key.urban_junior_1.books = nil
end

-- A blank that nothing rests on: teaching points do not enter.
basic_stories["990203"] = function(made)
  made.by_key.point_1.books = nil
end

-- A reference only, unless the province says otherwise.
basic_stories["990204"] = function(made)
  made.county.satisfaction_percent = "84.99"
end

-- One indicator of the government's work has not been scored.
basic_stories["990301"] = function(made)
  made.county.government_indicators_scored = 16
end

local counties = {
  { "990101", "甲一县", "甲州市", has_extras = true },
  { "990102", "甲二县", "甲州市" },
  { "990103", "甲三区", "甲州市", has_extras = true },
  { "990104", "甲四县", "甲州市" },
  { "990105", "甲五县", "甲州市" },
  { "990201", "乙一县", "乙州市" },
  { "990202", "乙二县", "乙州市" },
  { "990203", "乙三市", "乙州市" },
  { "990204", "乙四县", "乙州市" },
  { "990301", "丙一县", "丙州市" },
  { "990302", "丙二县", "丙州市" },
  { "990303", "丙三县", "丙州市" },
  { "990304", "丙四县", "丙州市" },
}

local function main()
  local root = synthetic.here() .. "../../"
  local tables = synthetic.dictionary(root .. "data/schema/national.lua", root .. "rules/national/basic-balance-2012/columns.lua")
  local primary_columns = {}
  for _, column in ipairs(tables.schools) do
    if column.id:find("^primary_") then primary_columns[#primary_columns + 1] = column.id end
  end
  local files = {
    counties = synthetic.open(out .. "/counties.csv", tables.counties, "en"),
    schools = synthetic.open(out .. "/schools.csv", tables.schools, "zh"),
    rooms = synthetic.open(out .. "/rooms.csv", tables.rooms, "zh"),
    monitoring = synthetic.open(out .. "/monitoring.csv", tables.monitoring, "en"),
  }
  local schools = 0
  for _, entry in ipairs(counties) do
    local made = make_county(entry[1], entry[2], entry[3], entry.has_extras)
    made.primary_columns = primary_columns
    if stories[entry[1]] then stories[entry[1]](made) end
    basic_county(made)
    if basic_stories[entry[1]] then basic_stories[entry[1]](made) end
    files.counties.row(made.county)
    for _, row in ipairs(made.monitoring) do files.monitoring.row(row) end
    for _, row in ipairs(made.schools) do files.schools.row(row) end
    for _, row in ipairs(made.schools) do
      for key, school in pairs(made.by_key) do
        if school == row then
          for _, room in ipairs(made.rooms[key]) do files.rooms.row(room) end
        end
      end
    end
    schools = schools + #made.schools
  end
  for _, name in ipairs { "counties", "schools", "rooms", "monitoring" } do files[name].close() end
  io.stderr:write(("%d counties, %d schools\n"):format(#counties, schools))
end

main()
