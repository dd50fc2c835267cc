-- What the opinion of 2021 wants of the whole region by 2025. Each line judges the region, not a county.

pack "provincial/640000-ningxia/programme-2025" {
  name     = { zh = "宁夏基础教育质量提升行动2025年目标", en = "Ningxia: targets of the programme for basic education, 2025" },
  version  = "1.0.0",
  dictionary = "dictionary.lua",
  region   = "64",
  document = document "宁夏基础教育质量提升行动意见（2021年5月23日印发）" {
    title = "关于实施基础教育质量提升行动的意见", issuer = "宁夏回族自治区党委办公厅、人民政府办公厅",
  },
  in_force  = "2021-05-23",
  coverage  = "partial",
  missing   = { zh = "建设数量、工作次数等不构成判定的数字未编入；文号未见，年份由上下文推断",
    en = "numbers of things to be built and of activities, which judge nobody, are left out; the number of the document was not seen, its year is concluded" },
  certainty = "single_source",
  files = { "targets" },
}
