-- The ministry's notice of 2021 on counties that go first towards balance at a good level: who may be put
-- forward, and what those counties have to reach. To go first is not to be recognised: that is judged by
-- national/quality-balance-2017.

pack "national/pilot-2021" {
  name = {
    zh = "县域义务教育优质均衡先行创建县遴选",
    en = "Counties that go first towards quality-balanced compulsory education",
  },
  version = "1.0.0",
  dictionary = "national",
  columns = { "columns" },
  document = document "教育部办公厅2021年11月25日通知" {
    title = "关于开展县域义务教育优质均衡创建工作的通知", issuer = "教育部办公厅", date = "2021-11-25",
  },
  in_force = "2021-11-25",
  coverage = "partial",
  missing = {
    zh = "文号未印在所见文本上；每省首批3—5个县是对省推荐数的要求，不是对县的判定；基本任务只含可以判定的两项，攻坚清单和推荐表未列入",
    en = "the number of the notice is not printed in the text seen; three to five counties per province is asked of the "
      .. "province's list, not of a county; of the basic tasks only the two that can be judged are here; the list of hard "
      .. "tasks and the form are not",
  },
  certainty = "single_source",
  files = { "tasks", "conditions" },
}
