/* fake.c - see fake.h. */
#include "fake.h"

#include <string.h>

static const char *const codes[FAKE_COUNTIES] = {"370102", "370103", "370202", "371302", "410102"};
static const char *const names[FAKE_COUNTIES] = {"历下区", "市中区", "市南区", "兰山区", "中原区"};

static jh_entity county(void *payload, uint32_t index) {
  (void)payload;
  return (jh_entity){
      FAKE_COUNTY,
      index,
      jh_str_of(codes[index]),
      jh_str_of(names[index]),
      JH_NONE,
      jh_str_of(codes[index]),
      jh_str_of(names[index])};
}

static void region_names(void *payload, uint32_t index, jh_str *prefecture, jh_str *province) {
  static const char *const prefectures[] = {"济南市", "济南市", "青岛市", "", "郑州市"};
  (void)payload;
  *prefecture = jh_str_of(prefectures[index]);
  *province = jh_str_of(index == 4 ? "河南省" : "山东省");
}

static void rows(void *payload, uint32_t level, uint32_t index, uint32_t *from, uint32_t *to) {
  static const uint32_t each[] = {1, 2, 3};
  (void)payload;
  *from = each[level] * index;
  *to = *from + each[level];
}

static jh_entity entity(void *payload, uint32_t level, uint32_t row) {
  static const char *const schools[] = {"东山小学", "西山学校"};
  static const char *const school_codes[] = {"S1", "S2"};
  uint32_t each = level == FAKE_STAGE ? 3 : 2;
  uint32_t k = row % each;
  if (level == FAKE_COUNTY) return county(payload, row);
  uint32_t school = k == 0 ? 0 : 1;
  jh_entity at = county(payload, row / each);
  at.level = level;
  at.row = row;
  at.code = jh_str_of(school_codes[school]);
  at.name = jh_str_of(schools[school]);
  if (level == FAKE_STAGE) at.stage = k == 2 ? 1 : 0;
  return at;
}

static jh_verdict verdict(void *payload, uint32_t rule, uint32_t row) {
  return ((fake *)payload)->verdicts[rule][row];
}

static jh_tally tally(void *payload, uint32_t rule, uint32_t index) {
  fake *f = payload;
  uint32_t from, to;
  jh_tally out = {{0}};
  rows(payload, f->rules[rule].level, index, &from, &to);
  for (uint32_t row = from; row < to; row++) out.of[f->verdicts[rule][row]]++;
  return out;
}

static void known(jh_figure *figure, const char *text) {
  figure->is_known = true;
  jh_str_copy(figure->text, sizeof figure->text, jh_str_of(text));
}

static jh_code finding(void *payload, uint32_t rule, uint32_t row, jh_finding *out, jh_error *err) {
  fake *f = payload;
  if (f->failure.code) return jh_fail(err, f->failure.code, NULL, NULL);
  *out = (jh_finding){.rule = &f->rules[rule], .rule_index = rule};
  out->entity = entity(payload, f->rules[rule].level, row);
  out->verdict = f->verdicts[rule][row];
  out->has_figures = f->rules[rule].bound != JH_NONE || f->rules[rule].kind == JH_RULE_SPREAD;
  if (out->verdict >= JH_NOT_APPLICABLE) out->has_figures = false;
  if (!out->has_figures) return JH_OK;
  bool is_met = out->verdict == JH_MET;
  known(&out->bound, rule == FAKE_FUNDS ? "6000" : "0.5");
  out->source = &f->values[rule == FAKE_FUNDS ? 1 : 0];
  if (out->verdict == JH_UNDETERMINED) {
    jh_str_copy(out->measure.low, sizeof out->measure.low, jh_str_of("0.4"));
    return JH_OK;
  }
  if (rule == FAKE_FUNDS) {
    known(&out->measure, is_met ? "6000" : "5800.5");
    known(&out->margin, is_met ? "0" : "-199.5");
  } else {
    known(&out->measure, is_met ? "0.5" : "0.5123");
    known(&out->margin, is_met ? "0" : "-0.0123");
  }
  return JH_OK;
}

static jh_code waiting(
    void *payload, uint32_t rule, uint32_t row, size_t most, jh_arena *arena, jh_cell **cells,
    size_t *count, jh_error *err) {
  fake *f = payload;
  (void)rule;
  (void)row;
  size_t kept = f->waiting < most ? f->waiting : most;
  *count = f->waiting;
  *cells = jh_arena_get(arena, (kept + 1) * sizeof **cells);
  if (!*cells) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < kept; i++) {
    (*cells)[i] = (jh_cell){
        .table = &f->tables[0],
        .column = &f->columns[0],
        .entity = jh_str_of(i == 0 ? "S1" : "S9"),
        .file = "data/sample/schools.csv",
        .line = (uint32_t)(14 + i),
        .is_missing = true};
  }
  return JH_OK;
}

static jh_text both(const char *zh, const char *en) { return (jh_text){{zh, en}}; }

static jh_rule *rule(
    fake *f, uint32_t index, const char *id, jh_rule_kind kind, uint32_t level, jh_text name,
    const char *clause) {
  jh_rule *at = &f->rules[index];
  *at = (jh_rule){
      .id = id,
      .kind = kind,
      .name = name,
      .clause = clause,
      .level = level,
      .document = 0,
      .section = JH_NONE,
      .parent = JH_NONE,
      .stage = JH_NONE,
      .measure = JH_NONE,
      .bound = JH_NONE,
      .applies = JH_NONE,
      .holds = JH_NONE,
      .use = JH_NONE,
      .n_param = JH_NONE,
      .floor_param = JH_NONE,
      .evidence_table = JH_NONE,
      .evidence_column = JH_NONE,
      .in_force = 20170419};
  return at;
}

static void members(fake *f, jh_rule *at, jh_rule_shape shape, const uint32_t *list, size_t count) {
  at->shape = shape;
  at->members = jh_arena_get(f->arena, count * sizeof *list);
  memcpy(at->members, list, count * sizeof *list);
  at->member_count = count;
}

static void make_rules(fake *f) {
  static const uint32_t one[] = {FAKE_TEACHERS}, each[] = {FAKE_RESOURCES};
  static const uint32_t spreads[] = {FAKE_SPREAD_1, FAKE_SPREAD_2};
  static const uint32_t all[] = {FAKE_PRECONDITION, FAKE_ALL_SCHOOLS, FAKE_BALANCE,
                                 FAKE_FUNDS,        FAKE_CLASS_SIZE,  FAKE_VETO};
  jh_text spread_name = both("每百名学生拥有教师数", "teachers per 100 students");
  rule(
      f, FAKE_PRECONDITION, "basic_balance", JH_RULE_REQUIREMENT, FAKE_COUNTY,
      both("通过基本均衡认定三年以上", "recognised as basically balanced for three years"),
      "第四条（一）");
  jh_rule *at = rule(
      f, FAKE_TEACHERS, "teachers_per_100", JH_RULE_INDICATOR, FAKE_STAGE, spread_name,
      "第六条（一）");
  at->bound = at->measure = 0;
  at->unit_text = "teacher/(100 student)";
  at = rule(
      f, FAKE_RESOURCES, "school_resources", JH_RULE_REQUIREMENT, FAKE_STAGE,
      both("至少六项达标", "at least six items"), "第六条");
  members(f, at, JH_SHAPE_AT_LEAST_N, one, 1);
  at = rule(
      f, FAKE_ALL_SCHOOLS, "all_schools", JH_RULE_REQUIREMENT, FAKE_COUNTY,
      both("每所学校至少六项达标", "at least six items in every school"), "第六条");
  members(f, at, JH_SHAPE_EVERY, each, 1);
  at = rule(
      f, FAKE_BALANCE, "balance", JH_RULE_REQUIREMENT, FAKE_COUNTY,
      both("校际均衡", "balance between schools"), "第六条");
  members(f, at, JH_SHAPE_ALL, spreads, 2);
  for (uint32_t i = FAKE_SPREAD_1; i <= FAKE_SPREAD_2; i++) {
    at = rule(
        f, i, i == FAKE_SPREAD_1 ? "balance.teachers.primary" : "balance.teachers.junior",
        JH_RULE_SPREAD, FAKE_COUNTY, spread_name, "第六条");
    at->parent = FAKE_BALANCE;
    at->stage = i - FAKE_SPREAD_1;
    at->compare = JH_AT_MOST;
  }
  at = rule(
      f, FAKE_FUNDS, "funds", JH_RULE_INDICATOR, FAKE_COUNTY,
      both("特殊教育生均公用经费", "funds per student of special education"), "第七条（七）");
  at->bound = at->measure = 0;
  at->unit_text = "yuan/student";
  rule(
      f, FAKE_CLASS_SIZE, "class_size", JH_RULE_INDICATOR, FAKE_SCHOOL, both("班额", "class size"),
      "第七条（九）");
  rule(
      f, FAKE_VETO, "exam_admission", JH_RULE_VETO, FAKE_COUNTY,
      both("以考试方式招生", "admission by examination"), "第十条（一）");
  at = rule(
      f, FAKE_VERDICT, "quality_balance", JH_RULE_VERDICT, FAKE_COUNTY,
      both("优质均衡", "quality balance"), "第三条");
  members(f, at, JH_SHAPE_ALL, all, sizeof all / sizeof *all);
}

static void make_plan(fake *f) {
  f->levels[0] = (jh_level){"county", "counties", both("县", "county"), JH_NONE, JH_NONE};
  f->levels[1] = (jh_level){"school", "schools", both("学校", "school"), 0, 0};
  f->levels[2] = (jh_level){"stage", "stage units", both("学段", "stage unit"), 1, JH_NONE};
  f->stages[0] = (jh_stage){"primary", both("小学", "primary"), JH_NONE};
  f->stages[1] = (jh_stage){"junior", both("初中", "junior"), JH_NONE};
  f->columns[0] = (jh_column_def){.id = "pe_teachers", .name = both("体育教师数", "PE teachers")};
  f->tables[0] = (jh_table_def){
      .id = "schools", .level = FAKE_SCHOOL, .columns = f->columns, .column_count = 1};
  f->documents[0] = (jh_document){.number = "教督〔2017〕6号"};
  f->values[0] = (jh_param_value){20170419, JH_NONE, {5, 1}, "第六条（一）", 0, 0, {.line = 0}};
  f->values[1] = (jh_param_value){20250301, JH_NONE, {6000, 0}, "第七条（七）", 0, 0, {.line = 0}};
  f->plan = (jh_plan){
      .arena = f->arena,
      .levels = f->levels,
      .level_count = FAKE_LEVELS,
      .stage_level = FAKE_STAGE,
      .stages = f->stages,
      .stage_count = 2,
      .tables = f->tables,
      .table_count = 1,
      .documents = f->documents,
      .document_count = 1,
      .rules = f->rules,
      .rule_count = FAKE_RULES};
  f->plan.pack = (jh_pack_info){
      .id = "national/test",
      .version = "1.0.0",
      .name = both("试验规则", "Test pack"),
      .document = 0,
      .in_force = 20170419,
      .hash = "abc"};
  f->plan.dataset = (jh_dataset_info){
      .name = both("样例省", "Sample province"), .notice = both("虚构数据", "made-up data")};
}

/* Rows of stage units are three for each county, of schools two. */
static void make_verdicts(fake *f) {
  f->verdicts[FAKE_TEACHERS][3] = f->verdicts[FAKE_RESOURCES][3] = JH_UNMET;
  f->verdicts[FAKE_ALL_SCHOOLS][1] = f->verdicts[FAKE_SPREAD_1][1] = JH_UNMET;
  f->verdicts[FAKE_BALANCE][1] = f->verdicts[FAKE_VERDICT][1] = JH_UNMET;

  f->verdicts[FAKE_TEACHERS][6] = f->verdicts[FAKE_RESOURCES][6] = JH_UNDETERMINED;
  f->verdicts[FAKE_ALL_SCHOOLS][2] = f->verdicts[FAKE_VERDICT][2] = JH_UNDETERMINED;

  for (uint32_t i = 0; i < FAKE_RULES; i++) {
    if (f->rules[i].level == FAKE_COUNTY) f->verdicts[i][3] = JH_UNMET;
  }
  f->verdicts[FAKE_RESOURCES][9] = f->verdicts[FAKE_RESOURCES][11] = JH_UNMET;
  f->verdicts[FAKE_CLASS_SIZE][7] = JH_UNMET;

  f->verdicts[FAKE_VERDICT][4] = JH_NOT_APPLICABLE;
  f->waiting = 5;
}

void fake_open(fake *f) {
  memset(f, 0, sizeof *f);
  f->arena = jh_arena_open();
  make_plan(f);
  if (jh_units_init(&f->plan.units, f->arena)) return;
  make_rules(f);
  make_verdicts(f);
  f->files[0] = (jh_report_file){"schools.csv", "0123"};
  f->head = (jh_report_head){&f->plan, 20240901, "2024", NULL, "0.1.0", f->files, 1};
  f->results = (jh_results){
      .head = &f->head,
      .payload = f,
      .county_count = FAKE_COUNTIES,
      .verdict_rule = FAKE_VERDICT,
      .county = county,
      .region_names = region_names,
      .finding = finding,
      .tally = tally,
      .rows = rows,
      .entity = entity,
      .verdict = verdict,
      .waiting = waiting};
}

void fake_close(fake *f) { jh_arena_close(f->arena); }

bool fake_sink(void *payload, const char *bytes, size_t size) {
  jh_buf_add(payload, (jh_str){bytes, size});
  return true;
}

bool fake_full(void *payload, const char *bytes, size_t size) {
  (void)payload;
  (void)bytes;
  (void)size;
  return false;
}
