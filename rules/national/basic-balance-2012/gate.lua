-- One gate: every school meets the province's own basic standard, of at most ten indicators. How many of them a
-- school must meet is the province's, too. Nationally the gate is the result that the province states for
-- each school; an overlay that encodes its standard replaces `provincial_standard.holds`.

section "gate" {
  name = { zh = "门槛：学校办学基本标准", en = "Gate: the basic standard of schools" }, clause = "第四条",
  certainty = "inferred", only_where = school.is_assessed,
  note = { zh = "条文未见全文，条号据多份省级材料推断", en = "the text was not seen whole; the number of the article is inferred" },
}

requirement "provincial_standard" {
  name = { zh = "达到本省义务教育学校办学基本标准", en = "Meets the province's basic standard" },
  clause = "第四条", of = school, certainty = "confirmed",
  holds = school.meets_provincial_standard, evidence = school.provincial_standard_evidence,
}

section "gate_of_county" { name = { zh = "门槛", en = "Gate" }, clause = "第四条" }

requirement "all_schools" {
  name = { zh = "所有学校达到本省办学基本标准", en = "All schools meet the province's basic standard" },
  clause = "第四条", of = county,
  holds = every(county.schools, requirement "provincial_standard"),
}
