-- The sample: a made-up province in the form of the national dataset.
extends "national"

dataset {
  name = { zh = "样例省（虚构）", en = "Sample Province (made up)" },
  notice = {
    zh = "虚构数据：样例省及其县、学校均不存在，仅供学习和测试",
    en = "Made-up data: this province, its counties and its schools do not exist; for learning and testing only",
  },
  as_of = "2024-09-01",
}
