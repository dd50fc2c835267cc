-- The starred item refuses; by points nobody passes or fails, for the pass mark is not known.

verdict "multi_grade" {
  name = { zh = "复式教学控制在标准以内（C13，分值未见）", en = "Few grades share a class (C13, its points were not seen)" }, clause = "C13", of = county,
  certainty = "inferred", holds = all_of { indicator "two_grades", indicator "three_grades", indicator "four_grades" },
  note = { zh = "供查漏用，不影响验收结论", en = "to find gaps; decides nothing" },
}

verdict "standardised" {
  name = { zh = "义务教育标准化建设验收", en = "Acceptance as standardised" }, clause = "验收标准", of = county, holds = all_of { scheme "acceptance" },
}
