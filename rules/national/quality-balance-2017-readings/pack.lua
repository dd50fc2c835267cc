-- The national measures with the readings of them that are not settled, each behind a switch. With all switches off
-- this is the national pack.

overlay "national/quality-balance-2017-readings" {
  on   = "national/quality-balance-2017",
  name = { zh = "县域义务教育优质均衡发展督导评估（未定解释）", en = "Quality-balanced compulsory education: unsettled readings" },
  document = document "教督〔2017〕6号" {
    title = "县域义务教育优质均衡发展督导评估办法", issuer = "教育部", date = "2017-04-19",
  },
  in_force  = "2017-04-19",
  coverage  = "complete",
  certainty = "unverified",
  contract  = "may_relax",
  columns   = { "columns" },
  files     = { "readings" },
}
