-- National measures for recognising counties whose compulsory education is basically balanced:
-- one gate, two assessments, one reference. One file for each of the four, in this order.
--
-- What the provinces fill in stands where an overlay can replace it:
--   the gate            provincial_standard.holds        the province's own standard of a school
--   government's work   government_passed.holds          a scheme with the province's points
--   satisfaction        satisfaction_decides             does it refuse, or is it a reference only
--   vetoes              section "vetoes"                 none nationally; a veto of an overlay joins it

pack "national/basic-balance-2012" {
  name = {
    zh = "县域义务教育均衡发展督导评估（基本均衡）",
    en = "Basically balanced compulsory education in counties",
  },
  version = "1.0.0",
  dictionary = "national",
  columns = { "columns" },
  document = document "教督〔2012〕3号" {
    title = "县域义务教育均衡发展督导评估暂行办法", issuer = "教育部", date = "2012-01-20",
  },
  in_force = "2012-01-20",
  coverage = "complete",
  certainty = "confirmed",
  files = { "schools", "gate", "balance", "government", "reference", "verdict" },
}
