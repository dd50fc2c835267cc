-- National measures for recognising counties whose compulsory education is balanced at a good level.
-- One file for each article, items in the order of the law. The day of issue is known from memory only.

pack "national/quality-balance-2017" {
  name = {
    zh = "县域义务教育优质均衡发展督导评估",
    en = "Quality-balanced compulsory education in counties",
  },
  version = "1.0.0",
  dictionary = "national",
  document = document "教督〔2017〕6号" {
    title = "县域义务教育优质均衡发展督导评估办法", issuer = "教育部", date = "2017-04-19",
  },
  in_force = "2017-04-19",
  coverage = "complete",
  certainty = "confirmed",
  files = {
    "schools", "article_4", "article_6", "article_7", "article_8", "article_9", "article_10", "verdict",
  },
}
