-- What was seen, together; it shows gaps. By points a county may pass with some of them.

verdict "without_gaps" {
  name = { zh = "所见数值标准全部达到（查漏）", en = "Every figure seen is reached (to find gaps)" }, clause = "细则", of = county, certainty = "inferred",
  note = { zh = "验收按分，达不到其中一项不等于不通过", en = "acceptance goes by points: missing one is not yet failing" },
  holds = all_of { section "siting", section "buildings" },
}
