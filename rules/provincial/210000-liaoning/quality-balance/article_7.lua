-- 第七条（二）: the quota of public funds is not only the same for town and country, it has a floor.

indicator "public_funds_primary" {
  name = { zh = "小学生均公用经费基准定额不低于省定标准", en = "Base quota per primary student, at least the province's" },
  clause = "对应国家第七条（二）", of = county, unit = "yuan/student", section = section "government",
  measure = county.primary_public_funds_quota_yuan, at_least = 935,
  note = { zh = "数额见于沈阳市指标体系所引省定标准，年份未见", en = "as named in Shenyang's list; its year is not known" },
}
indicator "public_funds_junior" {
  name = { zh = "初中生均公用经费基准定额不低于省定标准", en = "Base quota per junior student, at least the province's" },
  clause = "对应国家第七条（二）", of = county, unit = "yuan/student", section = section "government",
  measure = county.junior_public_funds_quota_yuan, at_least = 1155,
  note = { zh = "数额见于沈阳市指标体系所引省定标准，年份未见", en = "as named in Shenyang's list; its year is not known" },
}
