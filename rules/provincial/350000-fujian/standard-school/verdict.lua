-- Schools are recognised one by one; the county is told whether all its schools are.

section "schools_of_county" { name = { zh = "各校", en = "All schools" }, clause = "认定办法" }

verdict "figures_reached" {
  name = { zh = "各校有数值的标准全部达到（查漏）", en = "Every school reaches every figure (to find gaps)" },
  clause = "评估细则", of = county, certainty = "inferred",
  note = { zh = "认定看总分，不影响判定", en = "recognition goes by points, this decides nothing" },
  holds = all_of { section "standards", section "construction" },
}

requirement "all_schools" {
  name = { zh = "各校总分达80分", en = "Every school has 80 points" },
  clause = "认定办法", of = county, holds = every(county.schools, scheme "standard_school"),
}

verdict "standard_schools" {
  name = { zh = "各校均为标准化学校", en = "All schools are standardised" },
  clause = "认定办法", of = county, certainty = "inferred",
  note = { zh = "文件逐校认定，此处汇总到县（推断）", en = "the document recognises schools one by one; put together for the county here (inferred)" },
  holds = all_of { requirement "all_schools" },
}
