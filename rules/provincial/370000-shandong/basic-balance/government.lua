-- The government's work: 4 aspects as nationally, 23 indicators and 34 points of assessment, 100 points, pass mark 85. The
-- pass mark and the limits of the composite spread are the nation's. Satisfaction is not a reference only: it must reach 85.

change "government_indicators.at_least" { was = 17, now = 23, clause = "三（二）2" }

indicator "government_points_assessed" {
  name = { zh = "政府工作评价要点全部评估", en = "All points of assessment were looked at" },
  clause = "三（二）2", of = county, section = section "government",
  measure = county.government_points_assessed,
  at_least = 34,
  certainty = "inferred",
  note = { zh = "34个评价要点见于材料；全部评估才可对照及格线系推断", en = "34 points are stated; that all must be looked at is inferred" },
}

change "government_passed.holds" {
  was = all_of { indicator "government_indicators", indicator "government_work" },
  now = all_of {
    indicator "government_indicators", indicator "government_points_assessed", indicator "government_work",
  },
  clause = "三（二）2",
}

change "satisfaction_decides" { was = 0, now = 1, clause = "三（三）" }
