-- 第九条 社会认可度: two ways of asking, each held to the national 85 %. The national figure stays.

indicator "recognition_by_questionnaire" {
  name = { zh = "社会认可度（问卷调查）", en = "Social recognition, by questionnaire" },
  clause = "对应国家第九条", of = county, unit = "percent", section = section "recognition", certainty = "inferred",
  measure = county.questionnaire_recognition_percent, at_least = 85,
  note = { zh = "分别达到85%见于软件实现，条文未见", en = "that each must reach 85 % is how the software reads it; no text was seen" },
}
indicator "recognition_by_interview" {
  name = { zh = "社会认可度（实地走访）", en = "Social recognition, by interviews on the spot" },
  clause = "对应国家第九条", of = county, unit = "percent", section = section "recognition", certainty = "inferred",
  measure = county.interview_recognition_percent, at_least = 85,
  note = { zh = "分别达到85%见于软件实现，条文未见", en = "that each must reach 85 % is how the software reads it; no text was seen" },
}
