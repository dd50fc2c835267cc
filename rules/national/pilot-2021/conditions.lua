-- 二: who may be put forward. Three conditions, judged by the province; one has a number.
-- Three to five counties per province in the first batch: no word counts counties as a number, and none should
-- let one county's verdict hang on another's, so this is left to the reader.

section "conditions" { name = { zh = "遴选条件", en = "Conditions" }, clause = "二" }

-- 1
indicator "policy_guarantee" {
  name = { zh = "党委政府重视，政策保障和协调机制健全", en = "Party and government provide policies and coordination" },
  clause = "二.1", of = county,
  holds = county.has_policy_guarantee, evidence = county.policy_guarantee_evidence,
}

-- 2
indicator "years_since_basic_balance" {
  name = { zh = "通过国家基本均衡发展认定三年以上", en = "Recognised as basically balanced for three years" },
  clause = "二.2", of = county, unit = "year",
  measure = county.years_since_basic_balance,
  at_least = 3, -- "三年以上" includes three
}

indicator "solved_problems" {
  name = { zh = "认定中发现的突出问题已有效解决", en = "Problems found at the recognition are solved" },
  clause = "二.2", of = county,
  holds = county.has_solved_recognition_problems, evidence = county.recognition_problems_evidence,
}

indicator "rising_quality" {
  name = { zh = "办学质量和均衡发展水平持续提升", en = "Quality and balance keep rising" },
  clause = "二.2", of = county,
  holds = county.is_quality_rising, evidence = county.quality_rising_evidence,
}

-- 3
indicator "healthy_development" {
  name = { zh = "双减、规范民办和招生秩序、教师待遇成效显著，满意度较高",
    en = "Clear results in burdens, private schools and admission, and pay; satisfaction is high" },
  clause = "二.3", of = county,
  holds = all_of {
    county.has_reduced_burdens, county.has_regulated_private_schools, county.has_guaranteed_pay,
    county.is_satisfaction_high,
  },
  evidence = county.development_evidence,
}

verdict "may_be_put_forward" {
  name = { zh = "可推荐为先行创建县", en = "May be put forward as a county that goes first" },
  clause = "二", of = county,
  holds = all_of { section "conditions" },
}
