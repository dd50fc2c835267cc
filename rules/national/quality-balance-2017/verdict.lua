-- The last word on a county: everything above, without points and without set-off between the parts.

verdict "quality_balance" {
  name = { zh = "县域义务教育优质均衡发展", en = "Quality-balanced compulsory education" },
  clause = "第四条至第十条", of = county,
  holds = all_of {
    section "preconditions",
    requirement "all_schools",
    requirement "balance_between_schools",
    section "government",
    section "quality",
    section "recognition",
    section "vetoes",
  },
}
