-- One reference: what the public thinks of the balance of schools. The text calls it an important reference;
-- provinces work with 85, and some refuse a county below it. Unless the switch is on, it is told and decides nothing.

switch "satisfaction_decides" {
  name = { zh = "满意度不达标即不予认定", en = "Satisfaction below its line refuses recognition" }, clause = "第七条",
  certainty = "provincial",
  note = { zh = "国家文本作为重要参考；是否一票否决由省规定", en = "a reference in the national text; whether it refuses is for the provinces to say" },
}

section "reference" { name = { zh = "公众满意度", en = "Public satisfaction" }, clause = "第七条" }

indicator "satisfaction" {
  name = { zh = "公众对县域义务教育均衡发展的满意度", en = "Public satisfaction with the balance" },
  clause = "第七条", of = county, unit = "percent", certainty = "provincial",
  note = { zh = "85%见于省级规定；条号系推断", en = "85 % is known from provinces; the number of the article is inferred" },
  measure = county.satisfaction_percent,
  at_least = 85,
}
