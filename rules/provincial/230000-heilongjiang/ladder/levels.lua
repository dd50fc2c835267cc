-- 三、工作目标: initial balance, then basic balance; county-like units of state farms and forests count as counties.

section "levels" { name = { zh = "均衡发展的级次", en = "Levels of balance" }, clause = "三（一）" }

requirement "initially_balanced" {
  name = { zh = "初步均衡", en = "Initially balanced" }, clause = "三（一）", of = county,
  holds = county.is_initially_balanced | county.is_basically_balanced,
  note = { zh = "基本均衡的县也算初步均衡（推断）", en = "a county with basic balance has the initial one too (inferred)" },
}

requirement "basically_balanced" {
  name = { zh = "基本均衡", en = "Basically balanced" }, clause = "三（一）", of = county,
  holds = county.is_basically_balanced,
}

grade "level_of_balance" {
  name = { zh = "均衡发展级次", en = "Level of balance" }, clause = "三（一）", of = county,
  values = {
    { "basic", name = { zh = "基本均衡", en = "basic balance" }, when = requirement "basically_balanced" },
    { "initial", name = { zh = "初步均衡", en = "initial balance" }, when = requirement "initially_balanced" },
    { "none", name = { zh = "未达初步均衡", en = "below initial balance" } },
  },
  at_least = "initial",
}
