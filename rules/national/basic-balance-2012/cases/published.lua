-- Published composites of seven districts of Anhui, Chongqing and Jilin: the mean of their eight published coefficients,
-- in the order of balance.lua, is what was published, within the rounding of the eight.
--
-- For each coefficient c two schools with one and four parts of the students are made, which have 1 + 2c and 1 − c/2 for
-- each student: the mean is 1, and the deviation √((1/5)·(2c)² + (4/5)·(c/2)²) = c.

local eight = {
  "teaching_area_m2", "sports_ground_area_m2", "equipment_value", "computers", "books", "full_time_teachers",
  "higher_degree_teachers", "mid_title_teachers",
}

-- 1.299 as 1299, so that no decimals are added up.
local function thousandths(text)
  return tonumber((string.sub(text, 1, 1) .. string.sub(text, 3)))
end

local function school(stage, share, first, slope, coefficients)
  local unit = {
    stage = stage, school_type = stage .. "_school", organiser = "education_department", affiliation = "county",
    students = 1000 * share, indoor_sports_area_m2 = 0,
  }
  for index, name in ipairs(eight) do
    local c = thousandths(coefficients[index])
    unit[name] = first + slope * c
  end
  return unit
end

local published = {
  { "合肥市庐阳区", "primary", { "0.881", "1.299", "0.977", "0.379", "0.170", "0.334", "0.286", "0.408" }, "0.59175" }, -- published 0.592
  { "合肥市庐阳区", "junior", { "0.353", "0.784", "0.146", "0.491", "0.037", "0.226", "0.223", "0.253" }, "0.314125" }, -- published 0.314
  { "合肥市蜀山区", "primary", { "0.711", "0.649", "0.472", "0.338", "0.235", "0.274", "0.260", "0.396" }, "0.416875" }, -- published 0.417
  { "合肥市蜀山区", "junior", { "0.505", "0.484", "0.325", "0.275", "0.199", "0.715", "0.421", "1.021" }, "0.493125" }, -- published 0.493
  { "重庆市万州区", "primary", { "0.437", "0.419", "0.255", "0.188", "0.171", "0.263", "0.263", "0.420" }, "0.302" }, -- published 0.302
  { "重庆市万州区", "junior", { "0.381", "0.298", "0.264", "0.212", "0.207", "0.502", "0.445", "0.539" }, "0.356" }, -- published 0.356
  { "重庆市黔江区", "primary", { "0.633", "0.891", "0.435", "0.328", "0.351", "0.391", "0.379", "0.541" }, "0.493625" }, -- published 0.494
  { "重庆市黔江区", "junior", { "0.808", "0.445", "0.537", "0.472", "0.492", "0.243", "0.272", "0.265" }, "0.44175" }, -- published 0.442
  { "重庆市江津区", "primary", { "0.535", "0.478", "0.376", "0.354", "0.191", "0.264", "0.254", "0.369" }, "0.352625" }, -- published 0.353
  { "重庆市江津区", "junior", { "0.319", "0.346", "0.187", "0.241", "0.154", "0.267", "0.250", "0.324" }, "0.261" }, -- published 0.261
  { "重庆市永川区", "primary", { "0.696", "0.916", "0.819", "0.580", "0.450", "0.286", "0.285", "0.470" }, "0.56275" }, -- published 0.562
  { "重庆市永川区", "junior", { "0.422", "0.491", "0.637", "0.409", "0.544", "0.298", "0.259", "0.449" }, "0.438625" }, -- published 0.439
  { "长春市南关区", "primary", { "0.393", "0.578", "0.372", "0.246", "0.208", "0.311", "0.311", "0.455" }, "0.35925" }, -- published 0.359
  { "长春市南关区", "junior", { "0.433", "0.464", "0.334", "0.318", "0.433", "0.362", "0.368", "0.335" }, "0.380875" }, -- published 0.381
}

for _, row in ipairs(published) do
  local name, stage, coefficients, mean = row[1], row[2], row[3], row[4]
  case(name .. ", " .. stage) {
    rule = "composite_spread.mean." .. stage,
    given = { stages = { school(stage, 1, 1000, 2, coefficients), school(stage, 4, 4000, -2, coefficients) } },
    expect = { verdict = "met", measure = mean },
  }
end
