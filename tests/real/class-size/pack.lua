-- pack.lua - an experiment on real school tables of three years: not law, not a judgement.
-- The Chinese limits on class size, school size and spread are applied to schools to which they
-- were never addressed, to see the engine work on tables that nobody here made.

pack "tests/class-size" {
  name = { zh = "班额与校际差异（试验）", en = "Class size and spread (an experiment)" },
  version = "1.0.0",
  dictionary = "dictionary.lua",
  document = document "试验" {
    title = { zh = "以真实学校数据试用班额、规模与差异系数限值", en = "Limits tried out on real school tables" },
    issuer = { zh = "本项目测试", en = "the tests of this project" },
    date = "2012-08-01",
  },
  in_force = "2012-08-01",
  coverage = "complete",
  certainty = "unverified",
  files = { "schools", "rules" },
}
