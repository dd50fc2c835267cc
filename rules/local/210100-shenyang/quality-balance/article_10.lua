-- 第十条: a seventh veto. It may be a later national addition; it is not in the text of 2017.

veto "burden_control" {
  name = { zh = "规范治理校外培训机构及减轻中小学课外负担不力", en = "Private tuition and burdens outside school not kept in check" },
  clause = "对应国家第十条（第七项）", of = county, section = section "vetoes",
  when = county.has_weak_burden_control, evidence = county.burden_control_evidence,
}
