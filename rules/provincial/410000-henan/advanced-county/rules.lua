-- （二）突出重点，综合考评: what refuses a county whatever its points, and what is looked at.

switch "increases_of_two_years" {
  name = { zh = "三个增长看近两年", en = "Three increases in both of the last two years" }, clause = "（二）", certainty = "unverified",
  note = { zh = "“近两年”是否也限定三个增长，文字可有两读；不打开时只看上一年", en = "the text may be read so that the two years are meant for accidents only; off, the year before counts" },
}

section "round_vetoes" { name = { zh = "一票否决", en = "Vetoes" }, clause = "（二）" }

veto "three_increases" {
  name = { zh = "没有实现义务教育经费三个增长", en = "The three increases of funds were not achieved" },
  clause = "（二）", of = county,
  when = any_of_last(1, county.county_years, ~county_year.has_three_increases, -1)
    | (switch "increases_of_two_years" & any_of_last(1, county.county_years, ~county_year.has_three_increases, -2)),
  note = { zh = "经费按年结算，看上一年（推断）", en = "funds are known by year, so the year before is looked at (inferred)" },
  certainty = "inferred",
}

veto "campus_accident" {
  name = { zh = "近两年有重大校园安全责任事故", en = "A major accident on a campus within the last two years" },
  clause = "（二）", of = county,
  when = any_of_last(2, county.county_years, county_year.has_major_campus_accident),
  note = { zh = "近两年按评选当年和上一年计（推断）", en = "the year of the round and the one before (inferred)" },
  certainty = "inferred",
}

section "looked_at" { name = { zh = "对照（不决定结果）", en = "For comparison, decides nothing" }, clause = "先进县材料" }

indicator "senior_quota" {
  name = { zh = "优质高中招生指标分配到初中的比例", en = "Places of good senior schools given to junior schools" },
  clause = "睢县首批先进县材料（2009-08-27）", of = county, unit = "percent", certainty = "inferred",
  document = document "商丘教育网2009年8月27日" { title = "河南省首批义务教育均衡发展先进县（睢县）", issuer = "商丘教育网", date = "2009-08-27" },
  only_where = county.quality_senior_places:above(0),
  measure = county.quota_places / county.quality_senior_places,
  at_least = 50,
  note = { zh = "首批先进县睢县的做法，评估细则是否以此为标准未见，不计入判定", en = "what 睢县, chosen in the first round, did; whether the rules ask for it was not seen, it decides nothing" },
}

verdict "as_suixian" {
  name = { zh = "与睢县做法对照", en = "As 睢县 did, for comparison" }, clause = "睢县首批先进县材料（2009-08-27）", of = county,
  certainty = "inferred", note = { zh = "不计入判定", en = "decides nothing" },
  holds = all_of { indicator "senior_quota" },
}

-- 八项指标的差异系数: computed as in 教督〔2012〕3号; the notice sets no limit, those shown are the national ones.
verdict "eight_spreads" {
  name = { zh = "八项指标差异系数（对照国家限值）", en = "Spread of eight indicators, against the national limits" },
  clause = "（二）", of = county, certainty = "inferred",
  note = { zh = "通知只要求计算，未定限值，不计入判定", en = "the notice asks for it to be computed and sets no limit; it decides nothing" },
  holds = all_of { requirement "composite_spread" },
}

section "result" { name = { zh = "推荐", en = "Put forward" }, clause = "（二）" }

verdict "not_vetoed" {
  name = { zh = "无一票否决情形", en = "Not vetoed" }, clause = "（二）", of = county,
  holds = all_of { section "round_vetoes" },
}
