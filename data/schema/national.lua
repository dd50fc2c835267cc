-- The national dataset: what the offices of education report of counties, schools, rooms and monitoring.
--
-- Columns stand in the order of the statistical forms. A column is known by its English name, by its
-- Chinese name, and by the headers in `also`. `form` names the form where it is known; cell
-- addresses are hints from one program that reads exported forms, not the forms' own numbering.
-- A blank cell means "not known", never zero. Students and staff are those of 1 September.
-- What the law asks of these columns is not said here but in the packs.

-- Who usually holds the figures.
local codes = { zh = "民政区划与统计代码", en = "lists of administrative and statistical codes" }
local statistics = { zh = "学校（教育事业统计）", en = "school (education statistics)" }
local buildings = { zh = "学校（校舍和资产台账）", en = "school (records of buildings and assets)" }
local personnel = { zh = "教育人事部门", en = "personnel section of the office of education" }
local finance = { zh = "教育财务、基建部门", en = "finance and building section of the office of education" }
local admissions = { zh = "招生部门", en = "admissions section of the office of education" }
local supervision = { zh = "教育督导部门", en = "supervision section of the office of education" }

dictionary "national" {
  name = { zh = "全国义务教育均衡发展数据集", en = "National dataset on balanced compulsory education" },
  version = "1.0.0",
  forms = "forms",
}

table_of "counties" {
  name = { zh = "县（市、区）", en = "counties" },
  level = "county", key = "county_code", names = "county_name", year = "school_year",
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" },
      also = { "县代码", "区划代码", "行政区划代码", "县（市、区）代码" }, type = "code", required = true, filled = true, holder = codes,
      note = { zh = "六位区划代码；功能区举办学校的，用其六位统计代码", en = "six-digit administrative code; a function zone that runs schools has its six-digit statistical code" } },
    column "county_name" { name = { zh = "县名称", en = "county" },
      also = { "县（市、区）", "县（市、区）名称", "区县名称", "县区", "统计三级" }, type = "text", required = true, holder = codes,
      note = { zh = "县（市、区）全称", en = "full name of the county, city or district" } },
    column "prefecture_name" { name = { zh = "市州", en = "prefecture" },
      also = { "市（州）", "地市", "市名称", "统计二级" }, type = "text", role = "prefecture", holder = codes,
      note = { zh = "所属市（州）名称，仅用于汇总", en = "prefecture to which it belongs; for totals only" } },
    column "province_name" { name = { zh = "省份", en = "province" },
      also = { "省", "省（区、市）", "统计一级" }, type = "text", role = "province", holder = codes,
      note = { zh = "所属省份名称，仅用于汇总", en = "province to which it belongs; for totals only" } },
    column "school_year" { name = { zh = "学年", en = "school year" }, also = { "年度", "学年度" }, type = "code", holder = codes,
      note = { zh = "学年开始的年份，如 2024", en = "year in which the school year begins, such as 2024" } },

    -- Article 4: before anything else.
    column "years_since_basic_balance" { type = "count", unit = "year", max = 50,
      name = { zh = "通过基本均衡认定年数", en = "full years since the recognition of basic balance" },
      also = { "基本均衡认定年限", "通过国家基本均衡认定年数" }, holder = supervision,
      note = { zh = "自认定之日起已满的年数", en = "full years since the day of the national recognition" } },
    column "is_monitoring_high" { type = "bool",
      name = { zh = "年度监测持续保持较高水平", en = "yearly monitoring has stayed at a high level" },
      also = { "监测持续较高水平" }, holder = supervision,
      note = { zh = "判断项：原文没有数量标准", en = "a judgement: the text gives no number" } },
    column "monitoring_high_evidence" { type = "text",
      name = { zh = "年度监测佐证", en = "evidence: yearly monitoring" }, holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },

    -- Article 7: what the county's government has to ensure.
    column "is_layout_planned" { type = "bool",
      name = { zh = "学校规划布局合理", en = "schools are sensibly planned and placed" },
      also = { "学校规划布局合理，符合国家规定" }, holder = supervision,
      note = { zh = "判断项：规划布局合理，符合国家规定，依材料认定", en = "a judgement from documents: schools are sensibly placed, as the state's rules ask" } },
    column "layout_plan_evidence" { type = "text",
      name = { zh = "规划布局佐证", en = "evidence: layout of schools" }, holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "has_unified_building_standard" { type = "bool",
      name = { zh = "学校建设标准城乡统一", en = "one building standard for town and country" },
      also = { "建设标准统一" }, holder = supervision,
      note = { zh = "四统一之一：县内城乡学校执行同一建设标准", en = "one of the four unified standards: town and country build by the same one" } },
    column "has_unified_staffing_standard" { type = "bool",
      name = { zh = "教师编制标准城乡统一", en = "one staffing standard for town and country" },
      also = { "编制标准统一" }, holder = personnel,
      note = { zh = "四统一之一：县内城乡学校执行同一教师编制标准", en = "one of the four unified standards: posts of teachers" } },
    column "has_unified_funding_standard" { type = "bool",
      name = { zh = "生均公用经费基准定额城乡统一", en = "one base amount of public funds for town and country" },
      also = { "生均公用经费基准定额统一" }, holder = finance,
      note = { zh = "四统一之一：县内城乡学校执行同一生均公用经费基准定额", en = "one of the four unified standards: base amount of public funds for each student" } },
    column "has_unified_equipment_standard" { type = "bool",
      name = { zh = "基本装备配置标准城乡统一", en = "one equipment standard for town and country" },
      also = { "装备配置标准统一" }, holder = finance,
      note = { zh = "四统一之一：县内城乡学校执行同一基本装备配置标准", en = "one of the four unified standards: basic equipment" } },
    column "unified_standards_evidence" { type = "text",
      name = { zh = "四统一佐证", en = "evidence: the four unified standards" }, holder = supervision,
      note = { zh = "四统一各项所依据的材料", en = "on what the four judgements rest" } },
    column "special_education_funds_wan_yuan" { type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000,
      name = { zh = "特殊教育学校公用经费", en = "public funds of special-education schools" },
      also = { "特殊教育学校公用经费（万元）", "特教学校公用经费（万元）" }, holder = finance,
      note = { zh = "上一自然年度，单位万元", en = "of the previous calendar year, in 10,000 yuan" } },
    column "special_education_students" { type = "count", unit = "student", max = 100000,
      name = { zh = "特殊教育学校学生数", en = "students of special-education schools" },
      also = { "特殊教育学校在校生数" }, holder = statistics,
      note = { zh = "县内没有特殊教育学校的填 0", en = "0 if the county has no special-education school" } },
    column "teacher_mean_pay_yuan" { type = "decimal", unit = "yuan/person", scale = 2, max = 10000000,
      name = { zh = "义务教育教师年平均工资收入", en = "mean yearly pay of compulsory-school teachers" },
      also = { "教师年平均工资", "教师平均工资收入水平（元）" }, holder = personnel,
      note = { zh = "公办学校教师，单位元；与公务员取同一年度", en = "teachers of public schools, in yuan; of the same year as the civil servants'" } },
    column "civil_servant_mean_pay_yuan" { type = "decimal", unit = "yuan/person", scale = 2, max = 10000000,
      name = { zh = "当地公务员年平均工资收入", en = "mean yearly pay of local civil servants" },
      also = { "公务员年平均工资", "公务员平均工资收入水平（元）" }, holder = personnel,
      note = { zh = "单位元；与教师取同一年度", en = "in yuan; of the same year as the teachers'" } },
    column "has_full_performance_pay" { type = "bool",
      name = { zh = "足额核定教师绩效工资总量", en = "performance pay of teachers is granted in full" },
      also = { "绩效工资总量足额核定" }, holder = personnel,
      note = { zh = "判断项：绩效工资总量是否足额核定", en = "yes if the whole of the performance pay was granted" } },
    column "performance_pay_evidence" { type = "text",
      name = { zh = "绩效工资佐证", en = "evidence: performance pay" }, holder = personnel,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "has_county_allocated_posts" { type = "bool",
      name = { zh = "县级教育部门统筹分配编制和岗位", en = "the county's office of education allots the posts" },
      also = { "统筹分配各校教职工编制和岗位数量" }, holder = personnel,
      note = { zh = "判断项：在核定总额内由县级教育部门统筹分配各校编制和岗位", en = "yes if the county's office of education allots the posts of all schools within the approved total" } },
    column "allocated_posts_evidence" { type = "text",
      name = { zh = "编制岗位统筹佐证", en = "evidence: allotment of posts" }, holder = personnel,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "rotation_eligible_teachers" { type = "count", unit = "teacher", max = 1000000,
      name = { zh = "符合交流条件教师数", en = "teachers due for rotation" },
      also = { "符合交流条件教师总数" }, holder = personnel,
      note = { zh = "当年符合交流轮岗条件的教师，为交流比例的分母", en = "teachers who met the conditions for rotation in the year; denominator of its share" } },
    column "rotated_teachers" { type = "count", unit = "teacher", max = 1000000,
      name = { zh = "交流轮岗教师数", en = "teachers rotated in the year" },
      also = { "实际交流教师数", "交流教师数" }, holder = personnel,
      note = { zh = "当年实际交流轮岗的教师", en = "teachers who did rotate in the year" } },
    column "rotated_backbone_teachers" { type = "count", unit = "teacher", max = 1000000,
      name = { zh = "交流轮岗骨干教师数", en = "backbone teachers rotated in the year" },
      also = { "交流轮岗教师中骨干教师数", "骨干教师交流数" }, holder = personnel,
      note = { zh = "当年交流轮岗教师中的骨干教师", en = "backbone teachers among those who rotated" } },
    column "quality_senior_places" { type = "count", unit = "place", max = 1000000,
      name = { zh = "优质高中招生计划数", en = "planned places of good senior schools" },
      also = { "优质高中招生名额" }, holder = admissions,
      note = { zh = "县内没有优质高中、由市统筹的，填写面向本县的计划数", en = "where the prefecture plans because the county has no good senior school: the places meant for this county" } },
    column "quota_places" { type = "count", unit = "place", max = 1000000,
      name = { zh = "优质高中名额分配数", en = "of these, places shared out among junior schools" },
      also = { "优质高中招生名额分配数", "指标到校数" }, holder = admissions,
      note = { zh = "优质高中招生计划中分配到各初中的名额", en = "of the planned places, those shared out among the junior schools" } },
    column "has_rural_quota_tilt" { type = "bool",
      name = { zh = "名额分配向农村初中倾斜", en = "the sharing favours rural junior schools" },
      also = { "向农村初中倾斜" }, holder = admissions,
      note = { zh = "判断项：名额分配是否向农村初中倾斜", en = "a judgement: whether the sharing favours rural junior schools" } },
    column "rural_quota_evidence" { type = "text",
      name = { zh = "名额分配佐证", en = "evidence: sharing of places" }, holder = admissions,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "has_left_behind_care" { type = "bool",
      name = { zh = "留守儿童关爱体系健全", en = "left-behind children are cared for" }, holder = supervision,
      note = { zh = "判断项：留守儿童关爱体系是否健全", en = "a judgement: whether the care of left-behind children is complete" } },
    column "left_behind_care_evidence" { type = "text",
      name = { zh = "留守儿童关爱佐证", en = "evidence: care of left-behind children" }, holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "migrant_children" { type = "count", unit = "student", max = 1000000,
      name = { zh = "符合条件随迁子女数", en = "eligible children of migrant workers" },
      also = { "符合条件的随迁子女数" }, holder = admissions,
      note = { zh = "符合当地就读条件的随迁子女，为就读比例的分母", en = "children of migrant workers who meet the local conditions; denominator of the share" } },
    column "migrant_children_in_public_schools" { type = "count", unit = "student", max = 1000000,
      name = { zh = "公办学校就读随迁子女数", en = "of these, in public schools" }, holder = statistics,
      note = { zh = "其中在公办学校就读的", en = "of these, at public schools" } },
    column "migrant_children_in_purchased_places" { type = "count", unit = "student", max = 1000000,
      name = { zh = "政府购买学位就读随迁子女数", en = "of these, in private schools on places paid by the government" },
      also = { "政府购买服务民办学校就读随迁子女数" }, holder = admissions,
      note = { zh = "其中在政府购买学位的民办学校就读的", en = "of these, at private schools on places that the government pays for" } },

    -- Article 8: quality.
    column "junior_entrants" { type = "count", unit = "student", max = 1000000,
      name = { zh = "三年前初一在校生数", en = "students of grade 7 three years earlier" },
      also = { "三年前初一年级学生数" }, holder = statistics,
      note = { zh = "本届毕业生三年前读初一时的在校生数，为三年巩固率的分母", en = "students in grade 7 three years before this year's graduation; denominator of the three years' retention" } },
    column "junior_deaths" { type = "count", unit = "student", max = 100000,
      name = { zh = "三年内死亡学生数", en = "of these, died since" }, holder = statistics,
      note = { zh = "这一届学生三年内死亡人数，从分母中减去", en = "of that grade, died within the three years; taken off the denominator" } },
    column "junior_graduates" { type = "count", unit = "student", max = 1000000,
      name = { zh = "初中毕业生数", en = "junior graduates of the year" }, holder = statistics,
      note = { zh = "本年度初中毕业的学生", en = "students who finished junior school in the year" } },
    column "junior_transferred_in" { type = "count", unit = "student", max = 1000000,
      name = { zh = "初中三年转入学生数", en = "transferred in over the three years" }, holder = statistics,
      note = { zh = "这一届学生三年内转入人数，计算巩固率时减去", en = "of that grade, transferred in within the three years; taken off the graduates" } },
    column "junior_transferred_out" { type = "count", unit = "student", max = 1000000,
      name = { zh = "初中三年转出学生数", en = "transferred out over the three years" }, holder = statistics,
      note = { zh = "这一届学生三年内转出人数，计算巩固率时加上", en = "of that grade, transferred out within the three years; added to the graduates" } },
    column "disabled_children" { type = "count", unit = "student", max = 100000,
      name = { zh = "适龄残疾儿童少年数", en = "disabled children of school age" }, holder = statistics,
      note = { zh = "义务教育学龄的残疾儿童少年，为入学率的分母", en = "disabled children of compulsory-school age; denominator of their enrolment" } },
    column "disabled_in_special_schools" { type = "count", unit = "student", max = 100000,
      name = { zh = "特殊教育学校就读残疾学生数", en = "of these, in special-education schools" }, holder = statistics,
      note = { zh = "其中在特殊教育学校就读的", en = "of these, at special-education schools" } },
    column "disabled_in_ordinary_schools" { type = "count", unit = "student", max = 100000,
      name = { zh = "随班就读残疾学生数", en = "of these, in classes of ordinary schools" },
      also = { "普通学校随班就读残疾学生数" }, holder = statistics,
      note = { zh = "其中在普通学校随班就读的", en = "of these, in classes of ordinary schools" } },
    column "disabled_taught_at_home" { type = "count", unit = "student", max = 100000,
      name = { zh = "送教上门残疾学生数", en = "of these, taught at home" }, holder = statistics,
      note = { zh = "其中送教上门的", en = "of these, taught at home" } },
    column "monitored_subjects" { type = "count", max = 100,
      name = { zh = "质量监测学科数", en = "monitored subjects, primary and junior counted apart" }, holder = supervision,
      note = { zh = "国家义务教育质量监测给出结果的学科数，小学、初中分别计算；应与监测结果表的行数一致", en = "subjects for which the national monitoring gave a result, primary and junior counted apart; as many as rows of monitoring" } },

    -- Article 9.
    column "social_recognition_percent" { type = "decimal", unit = "percent", scale = 4, max = 100,
      name = { zh = "社会认可度", en = "social recognition" }, also = { "社会认可度（%）" }, holder = supervision,
      note = { zh = "问卷或访谈所得认可度，写 85，不写 0.85", en = "found by questionnaires or interviews; write 85, not 0.85" } },

    -- Article 10: what alone refuses recognition.
    column "has_exam_admission" { type = "bool",
      name = { zh = "以考试方式招生", en = "admits students by examination" }, also = { "存在以考试方式招生" }, holder = supervision,
      note = { zh = "一票否决项：本年度县内学校是否有此情形", en = "a veto: whether any school of the county did so in the year" } },
    column "exam_admission_evidence" { type = "text",
      name = { zh = "考试招生佐证", en = "evidence: admission by examination" }, holder = supervision,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
    column "has_illegal_school_choice" { type = "bool",
      name = { zh = "违规择校", en = "school choice in breach of the rules" }, also = { "存在违规择校行为" }, holder = supervision,
      note = { zh = "一票否决项：本年度县内是否有此情形", en = "a veto: whether it happened in the county in the year" } },
    column "school_choice_evidence" { type = "text",
      name = { zh = "违规择校佐证", en = "evidence: school choice" }, holder = supervision,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
    column "has_key_schools_or_classes" { type = "bool",
      name = { zh = "设立重点学校或重点班", en = "keeps key schools or key classes" },
      also = { "存在重点学校或重点班" }, holder = supervision,
      note = { zh = "一票否决项：县内是否设有重点学校或重点班", en = "a veto: whether the county keeps key schools or key classes" } },
    column "key_schools_evidence" { type = "text",
      name = { zh = "重点校班佐证", en = "evidence: key schools or classes" }, holder = supervision,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
    column "has_unfilled_posts" { type = "bool",
      name = { zh = "有编不补或长期使用编外教师", en = "leaves posts vacant or lives on teachers without posts" },
      also = { "存在有编不补或长期聘用编外教师" }, holder = personnel,
      note = { zh = "一票否决项：是否有编不补，或长期聘用编外教师", en = "a veto: whether posts stay vacant, or teachers without posts are employed for long" } },
    column "unfilled_posts_evidence" { type = "text",
      name = { zh = "有编不补佐证", en = "evidence: vacant posts" }, holder = personnel,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
    column "has_major_incident" { type = "bool",
      name = { zh = "重大安全责任事故或严重违纪违法", en = "major safety incident or serious breach of law" },
      also = { "发生重大安全责任事故和严重违纪违法事件" }, holder = supervision,
      note = { zh = "一票否决项：教育系统是否发生其中任何一种", en = "a veto: whether either happened in the education system" } },
    column "major_incident_evidence" { type = "text",
      name = { zh = "重大事故事件佐证", en = "evidence: incidents" }, holder = supervision,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
    column "has_falsification" { type = "bool",
      name = { zh = "弄虚作假", en = "falsification" }, also = { "存在弄虚作假行为" }, holder = supervision,
      note = { zh = "一票否决项：评估中是否弄虚作假", en = "a veto: whether anything was falsified for the assessment" } },
    column "falsification_evidence" { type = "text",
      name = { zh = "弄虚作假佐证", en = "evidence: falsification" }, holder = supervision,
      note = { zh = "认定所依据的材料", en = "on what the finding rests" } },
  },
}

table_of "schools" {
  name = { zh = "学校", en = "schools" },
  level = "school", key = "school_code", names = "school_name",
  parent = "counties", by = "county_code", year = "school_year",
  columns = {
    column "school_code" { name = { zh = "学校标识码", en = "school code" },
      also = { "学校代码", "学校（机构）标识码", "机构标识码" }, type = "code", required = true, filled = true, holder = statistics,
      note = { zh = "学校（机构）标识码，作为文本保存", en = "the school's identification code, kept as text" } },
    column "school_name" { name = { zh = "学校名称", en = "school" }, also = { "学校（机构）名称" },
      type = "text", required = true, holder = statistics,
      note = { zh = "学校全称", en = "full name of the school" } },
    column "county_code" { name = { zh = "所属县代码", en = "county code" },
      also = { "县代码", "县级行政区划代码", "区划代码", "所在县代码" }, type = "code", required = true, filled = true, holder = codes,
      note = { zh = "学校所在县的区划代码，须见于县表", en = "code of its county, which stands in the table of counties" } },
    column "school_year" { name = { zh = "学年", en = "school year" }, also = { "年度", "学年度" }, type = "code", holder = statistics,
      note = { zh = "学年开始的年份，如 2024", en = "year in which the school year begins, such as 2024" } },
    column "school_type" { name = { zh = "学校类型", en = "type of school" }, also = { "办学类型", "学校类别" },
      type = "choice", required = true, filled = true, form = "教基1001",
      choices = {
        { "primary_school", name = { zh = "小学", en = "primary school" }, also = { "普通小学", "完全小学" } },
        { "teaching_point", name = { zh = "小学教学点", en = "teaching point" }, also = { "教学点" } },
        { "junior_school", name = { zh = "初级中学", en = "junior school" }, also = { "初中", "普通初中" } },
        { "nine_year_school", name = { zh = "九年一贯制学校", en = "nine-year school" }, also = { "九年一贯制" } },
        { "complete_secondary", name = { zh = "完全中学", en = "complete secondary school" } },
        { "twelve_year_school", name = { zh = "十二年一贯制学校", en = "twelve-year school" },
          also = { "十二年一贯制" } },
        { "vocational_junior", name = { zh = "职业初中", en = "vocational junior school" } },
        { "special_education", name = { zh = "特殊教育学校", en = "special-education school" }, also = { "特教学校" } },
        { "senior_school", name = { zh = "高级中学", en = "senior school" }, also = { "高中", "普通高中" } },
      }, holder = statistics,
      note = { zh = "附设班不单列，其数据填入所附设的学校", en = "attached classes have no row: their figures belong to the school that keeps them" } },
    column "organiser" { name = { zh = "举办者", en = "organiser" }, also = { "举办者类型", "办别" },
      type = "choice", form = "教基1001",
      choices = {
        { "education_department", name = { zh = "教育部门", en = "education department" }, also = { "公办", "教育部门办" } },
        { "other_department", name = { zh = "其他部门", en = "other department" }, also = { "其他部门办" } },
        { "local_enterprise", name = { zh = "地方企业", en = "local enterprise" }, also = { "地方企业办" } },
        { "private", name = { zh = "民办", en = "private" } },
        { "joint_venture", name = { zh = "中外合作", en = "Sino-foreign" }, also = { "中外合作办" } },
      }, holder = statistics,
      note = { zh = "举办学校的部门或单位", en = "who runs the school" } },
    column "area_type" { name = { zh = "城乡类型", en = "area type" }, also = { "城乡分类", "所在地城乡类型" },
      type = "choice", form = "教基1001",
      choices = {
        { "urban", name = { zh = "城区", en = "urban" }, also = { "主城区", "城乡结合区" } },
        { "town", name = { zh = "镇区", en = "town" }, also = { "镇中心区", "镇乡结合区" } },
        { "rural", name = { zh = "乡村", en = "rural" }, also = { "农村" } },
      }, holder = statistics,
      note = { zh = "统计用城乡分类归并为城区、镇区、乡村", en = "the statistical classes of place, as urban, town and rural" } },
    column "is_boarding" { name = { zh = "是否寄宿制学校", en = "boarding school" }, also = { "寄宿制" }, type = "bool", holder = statistics,
      note = { zh = "是否为寄宿制学校", en = "whether students board there" } },
    column "is_counted_as_school" { name = { zh = "是否计校数", en = "counted as a school" }, type = "bool", form = "教基1001", holder = statistics,
      note = { zh = "不计校数的校区在此单独成行，不自动并入主校；教学点按规定不计校数", en = "a campus that does not count has its own row and is not added to its parent by itself; teaching points never count" } },
    column "parent_school_code" { name = { zh = "主校标识码", en = "code of the main school" },
      also = { "所属主校代码" }, type = "code", holder = statistics,
      note = { zh = "不计校数的校区填主校标识码，其他留空", en = "of a campus that does not count: the code of its main school; else blank" } },
    column "built_year" { name = { zh = "规划建成年份", en = "year built" }, also = { "建校年份" },
      type = "count", unit = "year", min = 1800, max = 2100, holder = finance,
      note = { zh = "学校规划建成的年份", en = "year in which the school was planned and built" } },
    column "migrant_students" { name = { zh = "随迁子女在校生数", en = "students who are migrant workers' children" },
      type = "count", unit = "student", max = 30000, holder = statistics,
      note = { zh = "在校生中的进城务工人员随迁子女", en = "of its students, children of migrant workers" } },

    column "primary_students" { name = { zh = "小学在校生数", en = "primary students" },
      also = { "小学在校学生数", "小学阶段在校生数", "小学生数" }, type = "count", unit = "student", max = 20000, form = "教基3112", holder = statistics,
      note = { zh = "有学籍的在校学生；没有该学段的留空", en = "students with a record at the school; blank if it has no such stage" } },
    column "junior_students" { name = { zh = "初中在校生数", en = "junior students" },
      also = { "初中在校学生数", "初中阶段在校生数", "初中生数" }, type = "count", unit = "student", max = 20000, form = "教基3115", holder = statistics,
      note = { zh = "有学籍的在校学生；没有该学段的留空", en = "students with a record at the school; blank if it has no such stage" } },
    column "senior_students" { name = { zh = "高中在校生数", en = "senior students" },
      also = { "高中在校学生数", "普通高中在校生数" }, type = "count", unit = "student", max = 20000, holder = statistics,
      note = { zh = "仅用于分摊完全中学、十二年一贯制学校共用的校舍和设备", en = "only for dividing the buildings and equipment that complete secondary and twelve-year schools share" } },
    column "primary_classes" { name = { zh = "小学班数", en = "primary classes" }, also = { "小学教学班数", "小学班级数" },
      type = "count", unit = "class", max = 400, form = "教基2106", holder = statistics,
      note = { zh = "小学阶段的教学班数", en = "classes of the primary stage" } },
    column "junior_classes" { name = { zh = "初中班数", en = "junior classes" }, also = { "初中教学班数", "初中班级数" },
      type = "count", unit = "class", max = 400, form = "教基2107", holder = statistics,
      note = { zh = "初中阶段的教学班数", en = "classes of the junior stage" } },
    column "primary_largest_class" { name = { zh = "小学最大班额", en = "students in the largest primary class" },
      also = { "小学最大班级人数" }, type = "count", unit = "student/class", max = 200, form = "教基2106", holder = statistics,
      note = { zh = "人数最多的一个班；它不超过上限，则所有班级都不超过。统计表给出分段班数，此处填实际人数", en = "the class with most students; if it keeps the limit, all do. Forms give classes by size: write the number itself" } },
    column "junior_largest_class" { name = { zh = "初中最大班额", en = "students in the largest junior class" },
      also = { "初中最大班级人数" }, type = "count", unit = "student/class", max = 200, form = "教基2107", holder = statistics,
      note = { zh = "人数最多的一个班；它不超过上限，则所有班级都不超过", en = "the class with most students; if it keeps the limit, all do" } },
    column "primary_catchment_students" { name = { zh = "小学就近划片入学学生数", en = "primary students from the catchment" },
      also = { "小学划片入学人数" }, type = "count", unit = "student", max = 20000, holder = admissions,
      note = { zh = "在校生中居住在本校小学招生片区内的", en = "of its primary students, those who live in its catchment" } },
    column "junior_catchment_students" { name = { zh = "初中就近划片入学学生数", en = "junior students from the catchment" },
      also = { "初中划片入学人数" }, type = "count", unit = "student", max = 20000, holder = admissions,
      note = { zh = "在校生中居住在本校初中招生片区内的", en = "of its junior students, those who live in its catchment" } },
    column "funded_students" { name = { zh = "核定公用经费学生数", en = "students for whom public funds are granted" },
      also = { "公用经费核定学生数" }, type = "count", unit = "student", max = 30000, holder = finance,
      note = { zh = "核定公用经费时所按的学生人数", en = "students by whose number its public funds were granted" } },

    -- By grade and by sex, where the forms are at hand: no rule reads them, they tell whether the totals hold.
    column "primary_male_students" { name = { zh = "小学男生数", en = "primary boys" }, also = { "小学在校男生数" },
      type = "count", optional = true, unit = "student", max = 20000, form = "教基3112", holder = statistics,
      note = { zh = "小学在校生中的男生；只用于核对合计", en = "boys among the primary students; only to check the total" } },
    column "primary_female_students" { name = { zh = "小学女生数", en = "primary girls" }, also = { "小学在校女生数" },
      type = "count", optional = true, unit = "student", max = 20000, form = "教基3112", holder = statistics,
      note = { zh = "小学在校生中的女生；只用于核对合计", en = "girls among the primary students; only to check the total" } },
    column "primary_students_grade_1" { name = { zh = "一年级在校生数", en = "primary students of grade 1" },
      also = { "一年级学生数", "小学一年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_students_grade_2" { name = { zh = "二年级在校生数", en = "primary students of grade 2" },
      also = { "二年级学生数", "小学二年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_students_grade_3" { name = { zh = "三年级在校生数", en = "primary students of grade 3" },
      also = { "三年级学生数", "小学三年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_students_grade_4" { name = { zh = "四年级在校生数", en = "primary students of grade 4" },
      also = { "四年级学生数", "小学四年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_students_grade_5" { name = { zh = "五年级在校生数", en = "primary students of grade 5" },
      also = { "五年级学生数", "小学五年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_students_grade_6" { name = { zh = "六年级在校生数", en = "primary students of grade 6" },
      also = { "六年级学生数", "小学六年级在校生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3112", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "primary_classes_grade_1" { name = { zh = "一年级班数", en = "primary classes of grade 1" },
      also = { "一年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "primary_classes_grade_2" { name = { zh = "二年级班数", en = "primary classes of grade 2" },
      also = { "二年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "primary_classes_grade_3" { name = { zh = "三年级班数", en = "primary classes of grade 3" },
      also = { "三年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "primary_classes_grade_4" { name = { zh = "四年级班数", en = "primary classes of grade 4" },
      also = { "四年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "primary_classes_grade_5" { name = { zh = "五年级班数", en = "primary classes of grade 5" },
      also = { "五年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "primary_classes_grade_6" { name = { zh = "六年级班数", en = "primary classes of grade 6" },
      also = { "六年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2106", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "junior_male_students" { name = { zh = "初中男生数", en = "junior boys" }, also = { "初中在校男生数" },
      type = "count", optional = true, unit = "student", max = 20000, form = "教基3115", holder = statistics,
      note = { zh = "初中在校生中的男生；只用于核对合计", en = "boys among the junior students; only to check the total" } },
    column "junior_female_students" { name = { zh = "初中女生数", en = "junior girls" }, also = { "初中在校女生数" },
      type = "count", optional = true, unit = "student", max = 20000, form = "教基3115", holder = statistics,
      note = { zh = "初中在校生中的女生；只用于核对合计", en = "girls among the junior students; only to check the total" } },
    column "junior_students_grade_7" { name = { zh = "七年级在校生数", en = "junior students of grade 7" },
      also = { "七年级学生数", "初一学生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3115", holder = statistics,
      note = { zh = "九月一日在校生；五四学制的学校不分年级填写，各年级留空", en = "students of 1 September; schools of the 5–4 system leave the grades blank" } },
    column "junior_students_grade_8" { name = { zh = "八年级在校生数", en = "junior students of grade 8" },
      also = { "八年级学生数", "初二学生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3115", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "junior_students_grade_9" { name = { zh = "九年级在校生数", en = "junior students of grade 9" },
      also = { "九年级学生数", "初三学生数" }, type = "count", optional = true, unit = "student", max = 5000, form = "教基3115", holder = statistics,
      note = { zh = "该年级在校生；只用于核对合计", en = "students of the grade; only to check the total" } },
    column "junior_classes_grade_7" { name = { zh = "七年级班数", en = "junior classes of grade 7" },
      also = { "七年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2107", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "junior_classes_grade_8" { name = { zh = "八年级班数", en = "junior classes of grade 8" },
      also = { "八年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2107", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "junior_classes_grade_9" { name = { zh = "九年级班数", en = "junior classes of grade 9" },
      also = { "九年级教学班数" }, type = "count", optional = true, unit = "class", max = 100, form = "教基2107", holder = statistics,
      note = { zh = "该年级教学班数；只用于核对合计", en = "classes of the grade; only to check the total" } },
    column "junior_graduates" { name = { zh = "初中毕业生数", en = "junior graduates of the year" },
      also = { "初中毕业学生数" }, type = "count", optional = true, unit = "student", max = 20000, form = "教基3115", holder = statistics,
      note = { zh = "本年度在本校初中毕业的学生", en = "students who finished junior school here in the year" } },

    column "full_time_teachers" { name = { zh = "义务教育专任教师数", en = "full-time teachers, primary and junior" },
      also = { "专任教师数", "专任教师总数" }, type = "count", unit = "teacher", max = 3000, holder = statistics,
      note = { zh = "编制内和长期聘任教师，不含兼课、代课教师", en = "established and on long contracts; without part-time and substitute teachers" } },
    column "certified_teachers" { name = { zh = "持证上岗专任教师数", en = "of these, certified" },
      also = { "持有教师资格证专任教师数", "持证专任教师数" }, type = "count", unit = "teacher", max = 3000, holder = personnel,
      note = { zh = "专任教师中持有教师资格证的", en = "full-time teachers with a teacher's certificate" } },
    column "trained_360h_teachers" { name = { zh = "完成360学时培训教师数", en = "of these, trained for 360 hours in five years" },
      also = { "5年360学时培训完成教师数", "五年培训满360学时教师数" }, type = "count", unit = "teacher", max = 3000, holder = personnel,
      note = { zh = "专任教师中五年内培训满 360 学时的", en = "full-time teachers with 360 hours of training within five years" } },

    column "primary_full_time_teachers" { name = { zh = "小学专任教师数", en = "full-time teachers, primary" },
      type = "count", unit = "teacher", max = 2000, form = "教基4155 C6", holder = statistics,
      note = { zh = "小学阶段的专任教师", en = "full-time teachers of the primary stage" } },
    column "primary_diploma_teachers" { name = { zh = "小学专科学历教师数", en = "primary teachers with a college diploma" },
      also = { "小学专任教师专科" }, type = "count", unit = "teacher", max = 2000, form = "教基4155 C12", holder = statistics,
      note = { zh = "以最高学历计，各学历互不重叠；单元格位置仅供参考", en = "by the highest degree, so that no teacher counts twice; the cell is a hint" } },
    column "primary_bachelor_teachers" { name = { zh = "小学本科学历教师数", en = "primary teachers with a bachelor's degree" },
      also = { "小学专任教师本科" }, type = "count", unit = "teacher", max = 2000, form = "教基4155 C11", holder = statistics,
      note = { zh = "以最高学历计；单元格位置仅供参考", en = "by the highest degree; the cell is a hint" } },
    column "primary_master_teachers" { name = { zh = "小学硕士学历教师数", en = "primary teachers with a master's degree" },
      also = { "小学专任教师硕士" }, type = "count", unit = "teacher", max = 2000, form = "教基4155 C10", holder = statistics,
      note = { zh = "以最高学历计；单元格位置仅供参考", en = "by the highest degree; the cell is a hint" } },
    column "primary_doctor_teachers" { name = { zh = "小学博士学历教师数", en = "primary teachers with a doctorate" },
      also = { "小学专任教师博士" }, type = "count", unit = "teacher", max = 2000, form = "教基4155 C9", holder = statistics,
      note = { zh = "以最高学历计；单元格位置仅供参考", en = "by the highest degree; the cell is a hint" } },
    column "primary_backbone_teachers" { name = { zh = "小学县级以上骨干教师数", en = "primary backbone teachers" },
      also = { "小学骨干教师数", "小学专任教师骨干", "小学专任教师骨干教师" }, type = "count", unit = "teacher", max = 2000, form = "教基1102", holder = statistics,
      note = { zh = "县级及以上认定的小学骨干教师；一人有多项称号只计一次（推断）", en = "primary teachers recognised at county level or above; one with several honours counts once (inferred)" } },
    column "primary_pe_teachers" { name = { zh = "小学体育专任教师数", en = "primary teachers of physical education" },
      also = { "小学体育与健康专任教师数", "小学体育教师数", "小学专任教师体育", "小学专任教师体育与健康" }, type = "count", unit = "teacher", max = 500, form = "教基4155", holder = statistics,
      note = { zh = "按任教学科，任教体育与健康的小学专任教师", en = "full-time primary teachers by the subject taught: physical education and health" } },
    column "primary_music_teachers" { name = { zh = "小学音乐专任教师数", en = "primary teachers of music" },
      also = { "小学音乐教师数", "小学专任教师音乐" }, type = "count", unit = "teacher", max = 500, form = "教基4155", holder = statistics,
      note = { zh = "按任教学科，任教音乐的小学专任教师", en = "full-time primary teachers by the subject taught: music" } },
    column "primary_fine_arts_teachers" { name = { zh = "小学美术专任教师数", en = "primary teachers of fine arts" },
      also = { "小学美术教师数", "小学专任教师美术" }, type = "count", unit = "teacher", max = 500, form = "教基4155", holder = statistics,
      note = { zh = "按任教学科，任教美术的小学专任教师", en = "full-time primary teachers by the subject taught: fine arts" } },
    column "primary_arts_teachers" { name = { zh = "小学艺术专任教师数", en = "primary teachers of the subject arts" },
      also = { "小学艺术教师数", "小学专任教师艺术" }, type = "count", unit = "teacher", max = 500, form = "教基4155", holder = statistics,
      note = { zh = "任教“艺术”综合课程的小学教师，不重复计入音乐、美术", en = "primary teachers of the joint subject arts; not counted again under music or fine arts" } },

    column "junior_full_time_teachers" { name = { zh = "初中专任教师数", en = "full-time teachers, junior" },
      type = "count", unit = "teacher", max = 2000, form = "教基4156", holder = statistics,
      note = { zh = "初中阶段的专任教师", en = "full-time teachers of the junior stage" } },
    column "junior_diploma_teachers" { name = { zh = "初中专科学历教师数", en = "junior teachers with a college diploma" },
      also = { "初中专任教师专科" }, type = "count", unit = "teacher", max = 2000, form = "教基4156", holder = statistics,
      note = { zh = "以最高学历计，各学历互不重叠", en = "by the highest degree, so that no teacher counts twice" } },
    column "junior_bachelor_teachers" { name = { zh = "初中本科学历教师数", en = "junior teachers with a bachelor's degree" },
      also = { "初中专任教师本科" }, type = "count", unit = "teacher", max = 2000, form = "教基4156", holder = statistics,
      note = { zh = "以最高学历计", en = "by the highest degree" } },
    column "junior_master_teachers" { name = { zh = "初中硕士学历教师数", en = "junior teachers with a master's degree" },
      also = { "初中专任教师硕士" }, type = "count", unit = "teacher", max = 2000, form = "教基4156", holder = statistics,
      note = { zh = "以最高学历计", en = "by the highest degree" } },
    column "junior_doctor_teachers" { name = { zh = "初中博士学历教师数", en = "junior teachers with a doctorate" },
      also = { "初中专任教师博士" }, type = "count", unit = "teacher", max = 2000, form = "教基4156", holder = statistics,
      note = { zh = "以最高学历计", en = "by the highest degree" } },
    column "junior_backbone_teachers" { name = { zh = "初中县级以上骨干教师数", en = "junior backbone teachers" },
      also = { "初中骨干教师数", "初中专任教师骨干", "初中专任教师骨干教师" }, type = "count", unit = "teacher", max = 2000, form = "教基1102", holder = statistics,
      note = { zh = "县级及以上认定的初中骨干教师；一人有多项称号只计一次（推断）", en = "junior teachers recognised at county level or above; one with several honours counts once (inferred)" } },
    column "junior_pe_teachers" { name = { zh = "初中体育专任教师数", en = "junior teachers of physical education" },
      also = { "初中体育与健康专任教师数", "初中体育教师数", "初中专任教师体育", "初中专任教师体育与健康" }, type = "count", unit = "teacher", max = 500, form = "教基4156", holder = statistics,
      note = { zh = "按任教学科，任教体育与健康的初中专任教师", en = "full-time junior teachers by the subject taught: physical education and health" } },
    column "junior_music_teachers" { name = { zh = "初中音乐专任教师数", en = "junior teachers of music" },
      also = { "初中音乐教师数", "初中专任教师音乐" }, type = "count", unit = "teacher", max = 500, form = "教基4156", holder = statistics,
      note = { zh = "按任教学科，任教音乐的初中专任教师", en = "full-time junior teachers by the subject taught: music" } },
    column "junior_fine_arts_teachers" { name = { zh = "初中美术专任教师数", en = "junior teachers of fine arts" },
      also = { "初中美术教师数", "初中专任教师美术" }, type = "count", unit = "teacher", max = 500, form = "教基4156", holder = statistics,
      note = { zh = "按任教学科，任教美术的初中专任教师", en = "full-time junior teachers by the subject taught: fine arts" } },
    column "junior_arts_teachers" { name = { zh = "初中艺术专任教师数", en = "junior teachers of the subject arts" },
      also = { "初中艺术教师数", "初中专任教师艺术" }, type = "count", unit = "teacher", max = 500, form = "教基4156", holder = statistics,
      note = { zh = "任教“艺术”综合课程的初中教师，不重复计入音乐、美术", en = "junior teachers of the joint subject arts; not counted again under music or fine arts" } },

    -- What all stages of a school use together.
    column "teaching_area_m2" { name = { zh = "教学及辅助用房面积", en = "teaching and auxiliary floor area" },
      also = { "教学及辅助用房面积（平方米）", "教学及辅助用房" }, type = "decimal", unit = "m2", scale = 2, max = 2000000,
      form = "教基5170 C10", holder = buildings,
      note = { zh = "按统计表口径，含室内体育用房；单元格位置仅供参考", en = "as in the form, with the indoor sports rooms; the cell is a hint" } },
    column "indoor_sports_area_m2" { name = { zh = "室内体育用房面积", en = "indoor sports floor area" },
      also = { "室内体育用房面积（平方米）", "室内体育用房", "体育馆面积" }, type = "decimal", unit = "m2", scale = 2, max = 2000000,
      form = "教基5170 C17", holder = buildings,
      note = { zh = "教学及辅助用房的其中项；单元格位置仅供参考", en = "a part of the teaching and auxiliary area; the cell is a hint" } },
    column "sports_ground_area_m2" { name = { zh = "运动场地面积", en = "outdoor sports area" },
      also = { "运动场地面积（平方米）", "运动场地", "室外运动场地面积" }, type = "decimal", unit = "m2", scale = 2, max = 2000000,
      form = "教基5176 D7", holder = buildings,
      note = { zh = "室外运动场地，不含室内体育用房；单元格位置仅供参考", en = "outdoor grounds, without indoor sports rooms; the cell is a hint" } },
    column "equipment_value_wan_yuan" { name = { zh = "教学仪器设备资产值", en = "value of teaching equipment" },
      also = { "教学仪器设备资产值（万元）", "教学仪器设备值（万元）" }, type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000,
      form = "教基5176 D19", holder = buildings,
      note = { zh = "账面原值，单位万元；单元格位置仅供参考", en = "book value at purchase, in 10,000 yuan; the cell is a hint" } },
    column "multimedia_rooms" { name = { zh = "网络多媒体教室数", en = "networked multimedia classrooms" },
      also = { "网络多媒体教室", "网络多媒体教室（间）" }, type = "count", unit = "room", max = 2000,
      form = "教基5176 D17", holder = buildings,
      note = { zh = "接入网络并配有多媒体设备的教室间数；单元格位置仅供参考", en = "classrooms with network and multimedia equipment; the cell is a hint" } },

    -- Funds and judgements of the single school.
    column "public_funds_budget_wan_yuan" { name = { zh = "年度公用经费预算总额", en = "yearly budget of public funds" },
      also = { "年度公用经费预算总额（万元）", "公用经费预算（万元）" }, type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000, holder = finance,
      note = { zh = "上一自然年度，单位万元", en = "of the previous calendar year, in 10,000 yuan" } },
    column "training_funds_wan_yuan" { name = { zh = "教师培训经费", en = "of these, for the training of teachers" },
      also = { "教师培训经费（万元）", "教师培训经费预算（万元）" }, type = "decimal", unit = "wan_yuan", scale = 6, max = 1000000, holder = finance,
      note = { zh = "与公用经费取同一口径（预算）和同一年度", en = "budgeted, as the public funds, and of the same year" } },
    column "has_charter" { name = { zh = "制定学校章程", en = "has a charter" }, also = { "有学校章程" }, type = "bool", holder = supervision,
      note = { zh = "判断项：学校是否制定章程", en = "a judgement: whether the school has a charter" } },
    column "is_ict_managed" { name = { zh = "管理与教学信息化", en = "manages and teaches with information technology" },
      also = { "实现管理与教学信息化" }, type = "bool", holder = supervision,
      note = { zh = "判断项：管理与教学是否信息化", en = "a judgement: whether it manages and teaches with information technology" } },
    column "charter_ict_evidence" { name = { zh = "章程和信息化佐证", en = "evidence: charter, information technology" }, type = "text", holder = supervision,
      note = { zh = "以上两项判断所依据的材料", en = "on what the two judgements rest" } },
    column "is_ict_used_well" { name = { zh = "教师熟练运用信息化手段", en = "teachers use the technology and equipment well" },
      also = { "信息化手段运用熟练，设施设备利用率较高" }, type = "bool", holder = supervision,
      note = { zh = "专家判断：教师能否熟练运用信息化手段，设施设备利用率是否较高", en = "experts' judgement: teachers use the technology well, and the equipment is in use" } },
    column "ict_use_evidence" { name = { zh = "信息化运用佐证", en = "evidence: use of technology" }, type = "text", holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "is_moral_culture_good" { name = { zh = "德育和校园文化良好以上", en = "moral education and school culture are good or better" },
      also = { "德育工作和校园文化建设水平良好以上" }, type = "bool", holder = supervision,
      note = { zh = "评定：德育和校园文化建设水平达到良好以上", en = "graded good or better" } },
    column "moral_culture_evidence" { name = { zh = "德育和校园文化佐证", en = "evidence: moral education, culture" }, type = "text", holder = supervision,
      note = { zh = "评定所依据的材料", en = "on what the grade rests" } },
    column "is_curriculum_complete" { name = { zh = "课程开齐开足", en = "all courses are taught in full" },
      also = { "课程开齐开足，教学秩序规范" }, type = "bool", holder = supervision,
      note = { zh = "专家判断：课程开齐开足，教学秩序规范", en = "experts' judgement: all courses taught in full, in good order" } },
    column "curriculum_evidence" { name = { zh = "课程佐证", en = "evidence: courses" }, type = "text", holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
    column "is_workload_light" { name = { zh = "无过重课业负担", en = "students are not overburdened" }, type = "bool", holder = supervision,
      note = { zh = "专家判断：是否无过重课业负担", en = "experts' judgement: no excessive workload" } },
    column "workload_evidence" { name = { zh = "课业负担佐证", en = "evidence: workload" }, type = "text", holder = supervision,
      note = { zh = "作出该判断所依据的材料", en = "on what the judgement rests" } },
  },
}

table_of "rooms" {
  name = { zh = "专用教室", en = "special rooms" }, level = "room", parent = "schools", by = "school_code",
  columns = {
    column "school_code" { name = { zh = "学校标识码", en = "school code" }, also = { "学校代码" },
      type = "code", required = true, filled = true, holder = buildings,
      note = { zh = "专用教室所属学校，须见于学校表", en = "the school of the room, which stands in the table of schools" } },
    column "kind" { name = { zh = "教室类别", en = "kind of room" }, also = { "专用教室类别", "教室类型" },
      type = "choice", required = true, filled = true,
      choices = {
        { "music", name = { zh = "音乐教室", en = "music room" }, also = { "音乐专用教室", "音乐" } },
        { "fine_arts", name = { zh = "美术教室", en = "art room" }, also = { "美术专用教室", "美术" } },
        { "other", name = { zh = "其他专用教室", en = "other special room" }, also = { "其他" } },
      }, holder = buildings,
      note = { zh = "专用教室的用途，每间一行", en = "what the room is for; a row for each room" } },
    column "area_m2" { name = { zh = "教室面积", en = "area" }, also = { "面积", "面积（平方米）", "教室面积（平方米）" },
      type = "decimal", unit = "m2", scale = 2, max = 10000, required = true, holder = buildings,
      note = { zh = "该间教室的面积", en = "floor area of this room" } },
  },
}

table_of "monitoring" {
  name = { zh = "国家义务教育质量监测结果", en = "results of the national monitoring of quality" },
  level = "subject", parent = "counties", by = "county_code",
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true, holder = codes,
      note = { zh = "结果所属县，须见于县表", en = "the county of the result, which stands in the table of counties" } },
    column "monitored_stage" { name = { zh = "监测学段", en = "stage" }, also = { "学段" }, type = "choice", filled = true,
      choices = {
        { "primary", name = { zh = "小学", en = "primary" }, also = { "四年级" } },
        { "junior", name = { zh = "初中", en = "junior" }, also = { "八年级" } },
      }, holder = supervision,
      note = { zh = "监测的学段；四年级属小学，八年级属初中", en = "the stage: grade 4 is primary, grade 8 junior" } },
    column "subject" { name = { zh = "监测学科", en = "subject" }, also = { "学科" },
      type = "choice", required = true, filled = true,
      choices = {
        { "chinese", name = { zh = "语文", en = "Chinese" } },
        { "mathematics", name = { zh = "数学", en = "mathematics" } },
        { "english", name = { zh = "英语", en = "English" } },
        { "science", name = { zh = "科学", en = "science" } },
        { "physical_education", name = { zh = "体育与健康", en = "physical education" }, also = { "体育" } },
        { "arts", name = { zh = "艺术", en = "arts" } },
        { "moral_education", name = { zh = "德育", en = "moral education" } },
      }, holder = supervision,
      note = { zh = "监测的学科，每学段、学科一行", en = "the subject; a row for each stage and subject" } },
    column "attained_level" { name = { zh = "学业水平等级", en = "attained level" }, also = { "学业水平" },
      type = "count", min = 1, max = 4, required = true, holder = supervision,
      note = { zh = "Ⅰ 至 Ⅳ 级写作 1 至 4", en = "levels I to IV are written 1 to 4" } },
    column "difference_rate" { name = { zh = "校际差异率", en = "difference between schools" },
      type = "decimal", scale = 4, max = 1, required = true, holder = supervision,
      note = { zh = "由监测机构给出，写作小数：0.15，不写 15", en = "given by the monitoring centre, as a decimal: 0.15, not 15" } },
  },
}

-- Which code became which. Only for comparing years; a table without rows of its own county, so that a line
-- may name codes of which the data know one or none.
table_of "succession" {
  name = { zh = "行政区划沿革", en = "succession of counties" }, level = "succession", optional = true,
  columns = {
    column "old_code" { name = { zh = "原代码", en = "old code" }, also = { "原县代码", "原区划代码" }, type = "code",
      required = true, filled = true, holder = codes,
      note = { zh = "变更前的区划代码", en = "code before the change" } },
    column "new_code" { name = { zh = "新代码", en = "new code" }, also = { "现代码", "新区划代码", "现区划代码" },
      type = "code", required = true, filled = true, holder = codes,
      note = { zh = "一县分为数县、数县并为一县的，每对代码一行", en = "code after it; where one becomes several or several one, a row for each pair" } },
    column "day" { name = { zh = "变更日期", en = "day of the change" }, also = { "生效日期" }, type = "code", holder = codes,
      note = { zh = "写作 2024-01-31；不详的留空", en = "such as 2024-01-31; blank if not known" } },
    column "kind" { name = { zh = "变更方式", en = "kind of change" }, type = "choice",
      choices = {
        { "renamed", name = { zh = "更名", en = "renamed" }, also = { "改名", "换码" } },
        { "merged", name = { zh = "并入", en = "merged" }, also = { "合并", "撤并" } },
        { "split", name = { zh = "析置", en = "split" }, also = { "分设", "析出" } },
        { "became_district", name = { zh = "撤县设区（市）", en = "became a district or city" },
          also = { "撤县设区", "撤县设市", "撤市设区" } },
        { "function_zone", name = { zh = "功能区", en = "function zone" }, also = { "功能区单列", "功能区并回" } },
      }, holder = codes,
      note = { zh = "县级区划如何变更，用于年度间对照", en = "how the county changed, for comparing years" } },
  },
}

-- Data checks. A warning is shown; an error refuses the data.

check "gymnasium_within_teaching_area" { of = school, severity = "error",
  name = { zh = "室内体育用房面积不大于教学及辅助用房面积", en = "indoor sports area is part of the teaching area" },
  holds = school.indoor_sports_area_m2:at_most(school.teaching_area_m2) }

check "primary_degrees_within_teachers" { of = school, severity = "error",
  name = { zh = "小学各学历教师数之和不大于小学专任教师数", en = "primary teachers by degree are no more than all of them" },
  holds = (school.primary_diploma_teachers + school.primary_bachelor_teachers + school.primary_master_teachers
    + school.primary_doctor_teachers):at_most(school.primary_full_time_teachers) }

check "junior_degrees_within_teachers" { of = school, severity = "error",
  name = { zh = "初中各学历教师数之和不大于初中专任教师数", en = "junior teachers by degree are no more than all of them" },
  holds = (school.junior_diploma_teachers + school.junior_bachelor_teachers + school.junior_master_teachers
    + school.junior_doctor_teachers):at_most(school.junior_full_time_teachers) }

check "primary_pe_arts_within_teachers" { of = school, severity = "error",
  name = { zh = "小学体育、艺术教师数之和不大于小学专任教师数", en = "primary PE and arts teachers are no more than all of them" },
  holds = (school.primary_pe_teachers + school.primary_music_teachers + school.primary_fine_arts_teachers
    + school.primary_arts_teachers):at_most(school.primary_full_time_teachers) }

check "junior_pe_arts_within_teachers" { of = school, severity = "error",
  name = { zh = "初中体育、艺术教师数之和不大于初中专任教师数", en = "junior PE and arts teachers are no more than all of them" },
  holds = (school.junior_pe_teachers + school.junior_music_teachers + school.junior_fine_arts_teachers
    + school.junior_arts_teachers):at_most(school.junior_full_time_teachers) }

check "backbone_within_teachers" { of = school, severity = "error",
  name = { zh = "骨干教师数不大于同学段专任教师数", en = "backbone teachers are no more than the stage's teachers" },
  holds = all_of {
    school.primary_backbone_teachers:at_most(school.primary_full_time_teachers),
    school.junior_backbone_teachers:at_most(school.junior_full_time_teachers),
  } }

check "stages_within_teachers" { of = school, severity = "error",
  name = { zh = "分学段专任教师数不大于学校专任教师数", en = "teachers of the stages are no more than the school's teachers" },
  holds = all_of {
    school.primary_full_time_teachers:at_most(school.full_time_teachers),
    school.junior_full_time_teachers:at_most(school.full_time_teachers),
    (school.primary_full_time_teachers + school.junior_full_time_teachers):at_most(school.full_time_teachers),
  } }

check "certified_and_trained_within_teachers" { of = school, severity = "error",
  name = { zh = "持证、培训教师数不大于专任教师数", en = "certified and trained teachers are no more than all of them" },
  holds = all_of {
    school.certified_teachers:at_most(school.full_time_teachers),
    school.trained_360h_teachers:at_most(school.full_time_teachers),
  } }

check "catchment_within_students" { of = school, severity = "error",
  name = { zh = "就近划片入学学生数不大于在校生数", en = "students from the catchment are no more than all of them" },
  holds = all_of {
    school.primary_catchment_students:at_most(school.primary_students),
    school.junior_catchment_students:at_most(school.junior_students),
  } }

check "training_within_budget" { of = school, severity = "error",
  name = { zh = "教师培训经费不大于公用经费预算总额", en = "training funds are part of the budget" },
  holds = school.training_funds_wan_yuan:at_most(school.public_funds_budget_wan_yuan) }

-- A stage that is not there is blank; so "no students" needs a zero that somebody wrote.
check "teachers_have_students" { of = school, severity = "error",
  name = { zh = "有专任教师的学校应有学生", en = "a school with teachers has students" },
  holds = any_of {
    ~known(school.full_time_teachers), school.full_time_teachers:equals(0),
    known(school.primary_students) & school.primary_students:above(0),
    known(school.junior_students) & school.junior_students:above(0),
    known(school.senior_students) & school.senior_students:above(0),
    ~known(school.primary_students) & ~known(school.junior_students) & ~known(school.senior_students),
  } }

check "students_are_stated" { of = school, severity = "warning",
  name = { zh = "有专任教师的学校应填写在校生数", en = "a school with teachers states its students" },
  holds = any_of {
    ~known(school.full_time_teachers), school.full_time_teachers:equals(0),
    known(school.primary_students), known(school.junior_students), known(school.senior_students),
  } }

check "stage_teachers_have_students" { of = school, severity = "warning",
  name = { zh = "有专任教师的学段应有学生", en = "a stage with teachers has students" },
  holds = all_of {
    school.primary_full_time_teachers:equals(0) | school.primary_students:above(0),
    school.junior_full_time_teachers:equals(0) | school.junior_students:above(0),
  } }

check "classes_have_students" { of = school, severity = "error",
  name = { zh = "有班级的学段应有学生", en = "a stage with classes has students" },
  holds = all_of {
    school.primary_classes:equals(0) | school.primary_students:above(0),
    school.junior_classes:equals(0) | school.junior_students:above(0),
  } }

check "classes_hold_students" { of = school, severity = "error",
  name = { zh = "班数乘最大班额不小于在校生数", en = "classes times the largest class are no fewer than the students" },
  holds = all_of {
    (school.primary_classes * school.primary_largest_class):at_least(school.primary_students),
    (school.junior_classes * school.junior_largest_class):at_least(school.junior_students),
  } }

check "rotated_backbone_within_rotated" { of = county, severity = "error",
  name = { zh = "交流轮岗骨干教师数不大于交流轮岗教师数", en = "rotated backbone teachers are part of the rotated" },
  holds = county.rotated_backbone_teachers:at_most(county.rotated_teachers) }

check "rotated_within_eligible" { of = county, severity = "warning",
  name = { zh = "交流轮岗教师数不大于符合交流条件教师数", en = "rotated teachers are among those due for rotation" },
  holds = county.rotated_teachers:at_most(county.rotation_eligible_teachers) }

check "quota_within_places" { of = county, severity = "error",
  name = { zh = "名额分配数不大于招生计划数", en = "places shared out are part of the planned places" },
  holds = county.quota_places:at_most(county.quality_senior_places) }

check "migrants_within_eligible" { of = county, severity = "warning",
  name = { zh = "就读随迁子女数不大于符合条件随迁子女数", en = "enrolled migrant children are among the eligible" },
  holds = (county.migrant_children_in_public_schools + county.migrant_children_in_purchased_places)
    :at_most(county.migrant_children) }

check "disabled_within_all" { of = county, severity = "warning",
  name = { zh = "就读残疾儿童少年数不大于适龄残疾儿童少年数", en = "enrolled disabled children are among those of school age" },
  holds = (county.disabled_in_special_schools + county.disabled_in_ordinary_schools + county.disabled_taught_at_home)
    :at_most(county.disabled_children) }

check "monitoring_rows" { of = county, severity = "warning",
  name = { zh = "监测结果表的行数与质量监测学科数一致", en = "as many monitoring results as monitored subjects" },
  holds = count(county.monitoring):equals(county.monitored_subjects) }

-- Parts and wholes: by grade, by sex, between tables. A part that is blank decides nothing.

check "primary_students_by_grade" { of = school, severity = "warning",
  name = { zh = "小学各年级在校生数之和等于小学在校生数", en = "primary students by grade add up" },
  holds = (school.primary_students_grade_1 + school.primary_students_grade_2
    + school.primary_students_grade_3 + school.primary_students_grade_4
    + school.primary_students_grade_5 + school.primary_students_grade_6)
    :equals(school.primary_students) }

check "primary_classes_by_grade" { of = school, severity = "warning",
  name = { zh = "小学各年级班数之和等于小学班数", en = "primary classes by grade add up" },
  holds = (school.primary_classes_grade_1 + school.primary_classes_grade_2
    + school.primary_classes_grade_3 + school.primary_classes_grade_4
    + school.primary_classes_grade_5 + school.primary_classes_grade_6)
    :equals(school.primary_classes) }

check "primary_students_by_sex" { of = school, severity = "warning",
  name = { zh = "小学男生数与女生数之和等于小学在校生数", en = "primary boys and girls add up" },
  holds = (school.primary_male_students + school.primary_female_students)
    :equals(school.primary_students) }

check "junior_students_by_grade" { of = school, severity = "warning",
  name = { zh = "初中各年级在校生数之和等于初中在校生数", en = "junior students by grade add up" },
  holds = (school.junior_students_grade_7 + school.junior_students_grade_8
    + school.junior_students_grade_9)
    :equals(school.junior_students) }

check "junior_classes_by_grade" { of = school, severity = "warning",
  name = { zh = "初中各年级班数之和等于初中班数", en = "junior classes by grade add up" },
  holds = (school.junior_classes_grade_7 + school.junior_classes_grade_8 + school.junior_classes_grade_9)
    :equals(school.junior_classes) }

check "junior_students_by_sex" { of = school, severity = "warning",
  name = { zh = "初中男生数与女生数之和等于初中在校生数", en = "junior boys and girls add up" },
  holds = (school.junior_male_students + school.junior_female_students)
    :equals(school.junior_students) }

check "stage_teachers_add_up" { of = school, severity = "warning",
  only_where = school.school_type:is_one_of { "nine_year_school", "twelve_year_school" },
  name = { zh = "小学、初中专任教师数之和等于义务教育专任教师数", en = "teachers of the stages add up to all of them" },
  holds = (school.primary_full_time_teachers + school.junior_full_time_teachers):equals(school.full_time_teachers) }

check "primary_teachers_are_all" { of = school, severity = "warning",
  only_where = school.school_type:is_one_of { "primary_school", "teaching_point" },
  name = { zh = "小学的专任教师数等于小学专任教师数", en = "teachers of a primary school are its primary teachers" },
  holds = school.primary_full_time_teachers:equals(school.full_time_teachers) }

check "junior_teachers_are_all" { of = school, severity = "warning",
  only_where = school.school_type:is_one_of { "junior_school", "vocational_junior", "complete_secondary" },
  name = { zh = "初中的专任教师数等于初中专任教师数", en = "teachers of a junior school are its junior teachers" },
  holds = school.junior_full_time_teachers:equals(school.full_time_teachers) }

check "county_graduates_add_up" { of = county, severity = "warning",
  name = { zh = "县初中毕业生数等于各校初中毕业生数之和", en = "junior graduates of the county are those of its schools" },
  holds = sum(county.schools, school.junior_graduates):equals(county.junior_graduates) }

check "entrants_reach_graduates" { of = county, severity = "warning",
  name = { zh = "初中毕业生数不大于三年前初一在校生数与转入学生数之和",
    en = "junior graduates are no more than entrants and those transferred in" },
  holds = county.junior_graduates:at_most(county.junior_entrants + county.junior_transferred_in) }

check "migrants_within_students" { of = school, severity = "warning",
  name = { zh = "随迁子女在校生数不大于在校生数", en = "migrant workers' children are part of the students" },
  holds = any_of {
    ~known(school.primary_students), ~known(school.junior_students), known(school.senior_students),
    school.migrant_students:at_most(school.primary_students + school.junior_students),
  } }
