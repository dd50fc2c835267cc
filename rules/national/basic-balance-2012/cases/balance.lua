-- Cases of the composite spread. Every value is the same for each student unless a case says otherwise, so that only
-- what it says is spread.

example "a hundred pupils" {
  stage = "primary", school_type = "primary_school", organiser = "education_department", affiliation = "county", students = 100,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000, equipment_value = 1000,
  computers = 10, books = 1000, full_time_teachers = 10, higher_degree_teachers = 10, mid_title_teachers = 10,
}
example "a hundred junior students" {
  stage = "junior", school_type = "junior_school", organiser = "education_department", affiliation = "county", students = 100,
  teaching_area_m2 = 1000, indoor_sports_area_m2 = 0, sports_ground_area_m2 = 1000, equipment_value = 1000,
  computers = 10, books = 1000, full_time_teachers = 10, higher_degree_teachers = 10, mid_title_teachers = 10,
}

local eight = {
  "teaching_area_m2", "sports_ground_area_m2", "equipment_value", "computers", "books", "full_time_teachers",
  "higher_degree_teachers", "mid_title_teachers",
}

-- Two units with 100 students each; `values` holds { low, high } of some of the eight. m ± d gives a coefficient of d/m.
local function two(base, values)
  local low, high = {}, {}
  for _, name in ipairs(eight) do
    if values[name] then low[name], high[name] = values[name][1], values[name][2] end
  end
  return { stages = { like(base) (low), like(base) (high) } }
end

-- All eight at 0.65: 35 and 165 of a mean of 100. 8 · 0.65 / 8 = 0.65.
local function all(low, high)
  local values = {}
  for _, name in ipairs(eight) do values[name] = { low, high } end
  return values
end

case "no spread at all" {
  rule = "composite_spread.mean.primary", given = two("a hundred pupils", {}),
  expect = { verdict = "met", measure = "0", bound = "0.65", margin = "0.65" },
}
case "primary, all eight at 0.65" {
  rule = "composite_spread.mean.primary", given = two("a hundred pupils", all(35, 165)),
  expect = { verdict = "met", measure = "0.65", margin = "0" },
}
case "junior, all eight at 0.55" {
  rule = "composite_spread.mean.junior", given = two("a hundred junior students", all(45, 155)),
  expect = { verdict = "met", measure = "0.55", bound = "0.55", margin = "0" },
}
case "the junior limit is not the primary one" {
  rule = "composite_spread", given = two("a hundred junior students", all(35, 165)), expect = "unmet",
}

-- Each of the eight counts by an eighth. Seven at 0.65, which is 35 and 165; the eighth just above or below:
-- 3499 and 16501 of a mean of 10000 is 0.6501, so the mean is (4.55 + 0.6501) / 8 = 0.6500125, printed 0.65001.
for _, name in ipairs(eight) do
  local above, below = all(35, 165), all(35, 165)
  above[name], below[name] = { 3499, 16501 }, { 3501, 16499 }
  case("primary, " .. name .. " a hair above") {
    rule = "composite_spread.mean.primary", given = two("a hundred pupils", above),
    expect = { verdict = "unmet", measure = "0.65001" },
  }
  case("primary, " .. name .. " a hair below") {
    rule = "composite_spread.mean.primary", given = two("a hundred pupils", below),
    expect = { verdict = "met", measure = "0.64999" },
  }
  -- 4499 and 15501: 0.5501; the mean is (3.85 + 0.5501) / 8 = 0.5500125, printed 0.55001
  above, below = all(45, 155), all(45, 155)
  above[name], below[name] = { 4499, 15501 }, { 4501, 15499 }
  case("junior, " .. name .. " a hair above") {
    rule = "composite_spread.mean.junior", given = two("a hundred junior students", above),
    expect = { verdict = "unmet", measure = "0.55001" },
  }
  case("junior, " .. name .. " a hair below") {
    rule = "composite_spread.mean.junior", given = two("a hundred junior students", below),
    expect = { verdict = "met", measure = "0.54999" },
  }
end

case "a single indicator has no limit" {
  -- one school has all the books: coefficient 1, mean 1/8
  rule = "composite_spread", given = two("a hundred pupils", { books = { 0, 2000 } }), expect = "met",
}
case "mean of several" {
  -- books 1, computers 0.5, equipment 0.2, the others 0: 1.7 / 8 = 0.2125
  rule = "composite_spread.mean.primary",
  given = two("a hundred pupils", { books = { 0, 2000 }, computers = { 5, 15 }, equipment_value = { 800, 1200 } }),
  expect = { verdict = "met", measure = "0.2125" },
}
case "the gymnasium is sports area" {
  -- sports 1000 + 0 and 500 + 500; teaching area 1500 − 500 and 1000: no spread
  rule = "composite_spread.mean.primary",
  given = { stages = {
    like "a hundred pupils" { teaching_area_m2 = 1500, sports_ground_area_m2 = 500, indoor_sports_area_m2 = 500 },
    like "a hundred pupils" {},
  } },
  expect = { verdict = "met", measure = "0" },
}

-- The published example: 45, 37, 89, 76, 55 students with 279, 137, 935, 160, 402 books have a coefficient of 0.51526,
-- weighted by students; without weights 0.489. Where all eight are so, their mean is the same.
local published = { { 45, 279 }, { 37, 137 }, { 89, 935 }, { 76, 160 }, { 55, 402 } }
local units = {}
for index, school in ipairs(published) do
  local unit = { students = school[1] }
  for _, name in ipairs(eight) do unit[name] = school[2] end
  units[index] = like "a hundred pupils" (unit)
end
case "the published five schools, in all eight" {
  rule = "composite_spread.mean.primary", given = { stages = units },
  expect = { verdict = "met", measure = "0.5153" },
}

-- Scope.
case "a county without junior schools" {
  rule = "composite_spread.mean.junior", given = two("a hundred pupils", {}), expect = "not_applicable",
}
case "one school has no spread" { rule = "composite_spread", given = { stages = { like "a hundred pupils" {} } }, expect = "met" }
case "a figure that is not known leaves it open" {
  rule = "composite_spread", given = two("a hundred pupils", { books = { 1000, missing } }), expect = "undetermined",
}
for _, out in ipairs {
  { "a private school", { organiser = "private" } }, { "a school of the prefecture", { affiliation = "prefecture" } },
  { "a teaching point", { school_type = "teaching_point" } }, { "a stage without students", { students = 0 } },
} do
  local rich = { books = 900000, computers = 9000 }
  for _, name in ipairs { "school_type", "organiser", "affiliation", "students" } do rich[name] = out[2][name] end
  case(out[1] .. " does not enter the spread") {
    rule = "composite_spread.mean.primary",
    given = { stages = { like "a hundred pupils" {}, like "a hundred pupils" (rich) } },
    expect = { verdict = "met", measure = "0" },
  }
end

case "a single student is enough to enter" {
  -- 100 and 1 students with 10 and 20 books each: mean 1020 / 101; the coefficient is about 0.0984, an eighth of it counts
  rule = "composite_spread.mean.primary",
  given = { stages = {
    like "a hundred pupils" {},
    like "a hundred pupils" {
      students = 1, teaching_area_m2 = 10, sports_ground_area_m2 = 10, equipment_value = 10, computers = "0.1", books = 20,
      full_time_teachers = "0.1", higher_degree_teachers = "0.1", mid_title_teachers = "0.1",
    },
  } },
  expect = { verdict = "met", measure = "0.0123" },
}
case "a county whose only stage has no students" {
  rule = "composite_spread.mean.primary", given = { stages = { like "a hundred pupils" { students = 0 } } },
  expect = "not_applicable",
}

-- The gymnasium, 500 of 1500 m² in one school and none in the other, by the other readings. Two schools with 100 students:
-- 15 and 10 m² of teaching area have a coefficient of 2.5 / 12.5 = 0.2; an eighth of it is 0.025.
local gymnasium = { stages = {
  like "a hundred pupils" { teaching_area_m2 = 1500, sports_ground_area_m2 = 500, indoor_sports_area_m2 = 500 },
  like "a hundred pupils" {},
} }
case "the gymnasium, where it is teaching area, too" {
  rule = "composite_spread.mean.primary", switches = { "gymnasium_is_teaching_area" }, given = gymnasium,
  expect = { verdict = "met", measure = "0.025" },
}
-- 5 and 10 m² of ground: 2.5 / 7.5 = 1/3; an eighth of it is 0.0417.
case "the gymnasium, where only the ground is sports area" {
  rule = "composite_spread.mean.primary", switches = { "sports_ground_only" }, given = gymnasium,
  expect = { verdict = "met", measure = "0.0417" },
}
case "both readings" {
  rule = "composite_spread.mean.primary", switches = { "sports_ground_only", "gymnasium_is_teaching_area" }, given = gymnasium,
  expect = { verdict = "met", measure = "0.0667" },
}
