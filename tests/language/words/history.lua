-- K10, K29: this year's funds not below last year's.
indicator "funds_kept" { name = "经费不低于上年", clause = "10", of = county, unit = "wan_yuan",
  measure = in_year(county.history, history.funds_wan_yuan, 0), at_least = in_year(county.history, history.funds_wan_yuan, -1) }
indicator "growth" { name = "三年增长", clause = "10", of = county, holds = rising(county.history, history.funds_wan_yuan, 3) }
indicator "each_year" { name = "每年增长", clause = "10", of = county, holds = each_of_last(3, county.history, history.is_growing) }
indicator "each_year_to_last" { name = "截至上年每年增长", clause = "10", of = county,
  holds = each_of_last(2, county.history, history.is_growing, -1) }

-- K20: vetoes that look back; one that bars the application.
veto "accident" { name = "两年内安全事故", clause = "11", of = county, when = any_of_last(2, county.history, history.has_accident) }
veto "old_accident" { name = "三年内事故", clause = "11", of = county, effect = "bars",
  when = county.accident_year:at_least(this_year() - 2) }
