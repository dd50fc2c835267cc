-- With the pass mark unseen nobody passes or fails.

verdict "balanced_by_points" {
  name = { zh = "督导评估（所见部分）", en = "Supervision, what was seen" }, clause = "评估指标", of = county, holds = all_of { scheme "supervision" },
}
