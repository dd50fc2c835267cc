-- The years are erased in the text seen; the order of the steps is known.

local note = { zh = "年份在所见文本中被删", en = "the year is erased in the text seen" }

target "initial_first" { name = { zh = "初步均衡第一步", en = "Initial balance, first step" }, clause = "三（一）", note = note,
  counts = requirement "initially_balanced", region = "23", by_unknown = true, ensure = percent(40) }
target "initial_all" { name = { zh = "初步均衡第二步", en = "Initial balance, second step" }, clause = "三（一）", note = note,
  counts = requirement "initially_balanced", region = "23", by_unknown = true, ensure = percent(100) }
target "basic_first" { name = { zh = "基本均衡第一步", en = "Basic balance, first step" }, clause = "三（一）", note = note,
  counts = requirement "basically_balanced", region = "23", by_unknown = true, ensure = percent(13) }
target "basic_second" { name = { zh = "基本均衡第二步", en = "Basic balance, second step" }, clause = "三（一）", note = note,
  counts = requirement "basically_balanced", region = "23", by_unknown = true, ensure = percent(45) }
target "basic_all" { name = { zh = "基本均衡第三步", en = "Basic balance, third step" }, clause = "三（一）", note = note,
  counts = requirement "basically_balanced", region = "23", by_unknown = true, ensure = percent(100) }
