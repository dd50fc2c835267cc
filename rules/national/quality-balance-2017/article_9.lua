-- 第九条 社会认可度: what students, parents, teachers, deputies and the public think.
-- How the survey is made (sample, channels) is not judged here; only local texts were found for it.

section "recognition" { name = { zh = "社会认可度", en = "Social recognition" }, clause = "第九条" }

indicator "social_recognition" {
  name = { zh = "社会认可度", en = "Social recognition" },
  clause = "第九条", of = county, unit = "percent",
  measure = county.social_recognition_percent,
  at_least = 85,
}
