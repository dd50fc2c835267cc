-- Deductions one by one, then together. On 1 January 2012 the last three years are 2012, 2011 and 2010.

local function years(a, b, c)
  return { { year = 2012, appropriation_growth_percent = a[1], cost_growth_percent = a[2], public_funds_growth_percent = a[3] },
    { year = 2011, appropriation_growth_percent = b[1], cost_growth_percent = b[2], public_funds_growth_percent = b[3] },
    { year = 2010, appropriation_growth_percent = c[1], cost_growth_percent = c[2], public_funds_growth_percent = c[3] } }
end
local up = { 1, 1, 1 }
local all = { primary_enrolment_percent = "99.5", junior_gross_percent = 99, disabled_enrolment_percent = 80, primary_dropout_percent = "0.6",
  junior_dropout_percent = "1.8", assistance_system = "full", migrant_inclusion_points = 2, funds_provision = "full", reform_transfer_percent = 50,
  has_standard_school_construction = true, funds_history = years(up, up, up) }
example "a county" (all)

local access, guarantees = "supervision.access.access", "supervision.guarantees.guarantees"
case "access: nothing to take" { rule = access, given = all, expect = { verdict = "met", measure = "20" } }
for _, line in ipairs {
  { "0.1 below in primary is one begun unit", { primary_enrolment_percent = "99.4" }, "19" },
  { "1 below in primary is one", { primary_enrolment_percent = "98.5" }, "19" },
  { "1.1 below in primary are two", { primary_enrolment_percent = "98.4" }, "18" },
  { "junior one below", { junior_gross_percent = 98 }, "19" },
  { "junior a bit more", { junior_gross_percent = "97.9" }, "18" },
  { "disabled one below", { disabled_enrolment_percent = 79 }, "19" },
  { "disabled a bit more", { disabled_enrolment_percent = "78.9" }, "18" },
  { "assistance incomplete", { assistance_system = "weak" }, "18" },
  { "migrants: half a point", { migrant_inclusion_points = "0.5" }, "18.5" },
  { "3 + 2 + 1 + 2 + 1.5", { primary_enrolment_percent = "96.5", junior_gross_percent = 97, disabled_enrolment_percent = 79, assistance_system = "weak", migrant_inclusion_points = "0.5" }, "10.5" },
  { "never under nothing", { disabled_enrolment_percent = 10 }, "0" },
} do
  case ("access: " .. line[1]) { rule = access, given = like "a county" (line[2]), expect = { verdict = "met", measure = line[3] } }
end
case "guarantees: nothing to take" { rule = guarantees, given = all, expect = { verdict = "met", measure = "25" } }
local down = { -1, 1, 1 }
for _, line in ipairs {
  { "one year of fewer appropriations", years(up, down, up), "24" }, { "two years", years(up, down, down), "23" },
  { "growth of nothing is not negative", years({ 0, 0, 0 }, up, up), "25" },
  { "costs in one year", years({ 1, -1, 1 }, up, up), "24" }, { "pay in one year", years(up, up, { 1, 1, -1 }), "24" },
  { "all three in two years", years({ -1, -1, -1 }, { -1, -1, -1 }, up), "19" },
} do
  case ("guarantees: " .. line[1]) { rule = guarantees, given = like "a county" { funds_history = line[2] }, expect = { verdict = "met", measure = line[3] } }
end
case "guarantees: nothing is built" { rule = guarantees, given = like "a county" { has_standard_school_construction = false }, expect = { verdict = "met", measure = "23" } }

-- 45 of 45 is certainly enough. What loses an unknown number of points, or any, leaves it open.
case "all points" { rule = "supervision", given = all, expect = { verdict = "met", measure = "45" } }
case "all points, county" { rule = "balanced_by_points", given = all, expect = "met" }
for _, line in ipairs {
  { "one point is missing", { junior_gross_percent = 98 } }, { "dropout in primary", { primary_dropout_percent = "0.6001" } },
  { "dropout in junior", { junior_dropout_percent = "1.8001" } }, { "no assistance", { assistance_system = "none" } },
  { "no funds set aside", { funds_provision = "none" } }, { "too little set aside", { funds_provision = "weak" } },
  { "transfers below half", { reform_transfer_percent = "49.9999" } }, { "three years of negative growth", { funds_history = years(down, down, down) } },
  { "three years of lower costs", { funds_history = years({ 1, -1, 1 }, { 1, -1, 1 }, { 1, -1, 1 }) } },
  { "three years of lower pay", { funds_history = years({ 1, 1, -1 }, { 1, 1, -1 }, { 1, 1, -1 }) } },
  { "a blank", { junior_gross_percent = missing } }, { "a year is not there", { funds_history = { { year = 2012, appropriation_growth_percent = 1 } } } },
} do
  case ("open: " .. line[1]) { rule = "supervision", given = like "a county" (line[2]), expect = "undetermined" }
  case ("open for the county: " .. line[1]) { rule = "balanced_by_points", given = like "a county" (line[2]), expect = "undetermined" }
end
