/* Cells changed in memory, against a full evaluation of edited files. Tests run in the root of the tree. */
#include "support/test.h"

#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "session/session.h"

enum { MOST_LINES = 1500, MOST_FIELDS = 200, ROUNDS = 4, EDITS = 24 };

/* A file of the data, cut into cells as they stand. */
typedef struct sheet {
  char *cells[MOST_LINES][MOST_FIELDS];
  size_t lines, fields;
} sheet;

static const char *const names[] = {
    "counties.csv", "schools.csv", "rooms.csv", "monitoring.csv", "dictionary.lua"};
static const char *const tables[] = {"counties", "schools"};
static sheet sheets[2];
static char folder[64];
static bool has_snapshot; /* side a is taken from one */
static jh_error err;
static uint64_t seed;

static unsigned random_below(size_t count) {
  seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)((seed >> 33) % count);
}

static char *slurp(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  assert_non_null(bytes);
  assert_int_equal(fread(bytes, 1, size, file), size);
  bytes[size] = '\0';
  fclose(file);
  return bytes;
}

static void spill(const char *side, const char *name, const char *bytes) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s/%s", folder, side, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(bytes, file);
  fclose(file);
}

/* Cells keep their quotes. */
static void cut(sheet *out, const char *at) {
  *out = (sheet){0};
  for (size_t field = 0; *at; field++) {
    const char *end = at;
    bool is_quoted = false;
    for (; *end && (is_quoted || (*end != ',' && *end != '\n')); end++) is_quoted ^= *end == '"';
    assert_true(out->lines < MOST_LINES && field < MOST_FIELDS);
    out->cells[out->lines][field] = strndup(at, (size_t)(end - at));
    at = *end ? end + 1 : end;
    if (*end == ',') continue;
    if (out->lines == 0) out->fields = field + 1;
    out->lines++;
    field = SIZE_MAX;
  }
}

static void clear(sheet *of) {
  for (size_t i = 0; i < of->lines; i++) {
    for (size_t k = 0; k < MOST_FIELDS; k++) free(of->cells[i][k]);
  }
  *of = (sheet){0};
}

static void put_sheet(const char *name, const sheet *of) {
  jh_buf buf;
  jh_buf_init(&buf);
  for (size_t i = 0; i < of->lines; i++) {
    for (size_t k = 0; k < of->fields; k++) {
      jh_buf_text(&buf, of->cells[i][k]);
      jh_buf_char(&buf, k + 1 < of->fields ? ',' : '\n');
    }
  }
  jh_buf_char(&buf, '\0');
  assert_true(jh_buf_ok(&buf));
  spill("b", name, buf.at);
  jh_buf_done(&buf);
}

static void write_edited(void) {
  put_sheet("counties.csv", &sheets[0]);
  put_sheet("schools.csv", &sheets[1]);
}

static int set_up(void **state) {
  char path[256];
  (void)state;
  strcpy(folder, "/tmp/junheng-edit-XXXXXX");
  if (!mkdtemp(folder)) return -1;
  for (size_t i = 0; i < 2; i++) {
    snprintf(path, sizeof path, "%s/%c", folder, "ab"[i]);
    char make[300];
    snprintf(make, sizeof make, "mkdir -p %s", path);
    if (system(make)) return -1;
  }
  for (size_t i = 0; i < COUNT(names); i++) {
    snprintf(path, sizeof path, "data/sample/%s", names[i]);
    char *bytes = slurp(path);
    spill("a", names[i], bytes);
    spill("b", names[i], bytes);
    if (i < 2) cut(&sheets[i], bytes);
    free(bytes);
  }
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  char path[256];
  for (size_t i = 0; i < COUNT(names) * 2; i++) {
    snprintf(path, sizeof path, "%s/%c/%s", folder, "ab"[i % 2], names[i / 2]);
    unlink(path);
  }
  for (size_t i = 0; i < 2; i++) {
    snprintf(path, sizeof path, "%s/%c", folder, "ab"[i]);
    rmdir(path);
    clear(&sheets[i]);
  }
  snprintf(path, sizeof path, "%s/snapshot", folder);
  unlink(path);
  has_snapshot = false;
  return rmdir(folder);
}

static jh_code open_side(jh_session **out, const char *pack, char side) {
  char path[256], snapshot[256];
  snprintf(path, sizeof path, "%s/%c", folder, side);
  snprintf(snapshot, sizeof snapshot, "%s/snapshot", folder);
  jh_session_options options = {.rules = pack, .data = path, .share = "."};
  if (has_snapshot && side == 'a') options.snapshot = snapshot;
  jh_evaluate_options how = {.with_figures = true};
  jh_code code = jh_session_open(out, &options, &err);
  return code ? code : jh_session_evaluate(*out, &how, &err);
}

static bool take(void *payload, const char *bytes, size_t count) {
  jh_buf_add(payload, (jh_str){bytes, count});
  return true;
}

static void assert_same(jh_buf *a, jh_buf *b, const char *what) {
  jh_buf_char(a, '\0'), jh_buf_char(b, '\0');
  assert_true(jh_buf_ok(a) && jh_buf_ok(b));
  char base[80];
  snprintf(base, sizeof base, "%s/b", folder);
  for (char *at = b->at; (at = strstr(at, base)); at += strlen(base)) at[strlen(base) - 1] = 'a';
  if (strcmp(a->at, b->at) != 0) {
    size_t i = 0;
    while (a->at[i] == b->at[i]) i++;
    i = i > 200 ? i - 200 : 0;
    print_message(
        "%s\nedited in memory: …%.500s\nedited files: …%.500s\n", what, a->at + i, b->at + i);
  }
  assert_string_equal(a->at, b->at);
  jh_buf_done(a), jh_buf_done(b);
}

static void compare_findings(jh_session *a, jh_session *b) {
  static const char *const words[] = {
      "met", "unmet", "undetermined", "not_applicable", "not_in_force"};
  jh_buf x, y;
  for (size_t i = 0; i < COUNT(words); i++)
    assert_int_equal(jh_session_count(a, words[i]), jh_session_count(b, words[i]));
  jh_buf_init(&x), jh_buf_init(&y);
  assert_int_equal(jh_session_write(a, JH_FORMAT_CSV, JH_EN, take, &x, &err), JH_OK);
  assert_int_equal(jh_session_write(b, JH_FORMAT_CSV, JH_EN, take, &y, &err), JH_OK);
  assert_same(&x, &y, "findings");
}

static void explain(jh_session *session, const char *entity, jh_buf *out) {
  jh_evidence_options how = {
      .entity = entity, .depth = JH_DEPTH_FULL, .lang = JH_EN, .writer = take, .payload = out};
  jh_buf_init(out);
  assert_int_equal(jh_session_explain(session, &how, &err), JH_OK);
}

static void compare_evidence(jh_session *a, jh_session *b, const char *entity) {
  jh_buf x, y;
  explain(a, entity, &x), explain(b, entity, &y);
  assert_same(&x, &y, entity);
}

/* What someone might type over a cell. */
static void type_text(char *out, size_t size, const char *old) {
  static const char *const words[] = {"",   "",  "x",   "-3",  "999999", "是",
                                      "否", "0", "0.5", " 7 ", "1,5"};
  double number = atof(old);
  switch (random_below(4)) {
  case 0: snprintf(out, size, "%s", words[random_below(COUNT(words))]); return;
  case 1: snprintf(out, size, "%u", random_below(2000)); return;
  default: snprintf(out, size, "%.0f", number * (0.7 + random_below(60) / 100.0));
  }
}

typedef struct edit {
  size_t sheet, line, field;
  char key[32], text[32], column[64];
} edit;

/* A cell of the data, and what is typed into it. */
static edit choose(const jh_session *session) {
  edit e = {.sheet = random_below(2)};
  const sheet *of = &sheets[e.sheet];
  e.line = 1 + random_below(of->lines - 1);
  e.field = random_below(of->fields);
  snprintf(e.key, sizeof e.key, "%s", of->cells[e.line][0]);
  type_text(e.text, sizeof e.text, of->cells[e.line][e.field]);
  if (strchr(e.text, ',')) snprintf(e.text, sizeof e.text, "5;");
  for (size_t f = 0; f < session->dataset->file_count; f++) {
    const jh_file *file = &session->dataset->files[f];
    const jh_table_def *table = &session->plan->tables[file->table];
    if (strcmp(table->id, tables[e.sheet]) != 0) continue;
    uint32_t column = file->header_columns[e.field];
    if (column != JH_NONE) snprintf(e.column, sizeof e.column, "%s", table->columns[column].id);
  }
  return e;
}

static void apply(const edit *e) {
  char **cell = &sheets[e->sheet].cells[e->line][e->field];
  free(*cell);
  *cell = strdup(e->text);
}

static bool is_read(const jh_session *session, const edit *e) {
  uint32_t table = jh_plan_table(session->plan, jh_str_of(tables[e->sheet]));
  uint32_t column = jh_plan_column(session->plan, table, jh_str_of(e->column));
  return session->dataset->levels[session->plan->tables[table].level].columns[column] != NULL;
}

/* What was refused is refused by the reader, too, for the same reason. */
static void try_refused(const char *pack, const edit *e, jh_code why) {
  jh_session *session = NULL;
  char *before = strdup(sheets[e->sheet].cells[e->line][e->field]);
  apply(e);
  write_edited();
  assert_int_equal(open_side(&session, pack, 'b'), JH_EDATA_REJECTED);
  bool is_told = false;
  for (size_t i = 0; i < jh_diag_kept(jh_session_diag(session)); i++)
    is_told = is_told || jh_diag_get(jh_session_diag(session), i)->code == why;
  assert_true(is_told);
  jh_session_close(session);
  edit back = *e;
  snprintf(back.text, sizeof back.text, "%s", before);
  assert_true(strlen(before) < sizeof back.text);
  apply(&back);
  free(before);
}

static void one_round(jh_session *session, const char *pack, size_t *changed, size_t *refused) {
  jh_session *other = NULL;
  size_t tried = 0;
  edit last = {0};
  for (size_t i = 0; i < EDITS;) {
    edit e = choose(session);
    if (!e.column[0] || !is_read(session, &e)) continue;
    i++;
    jh_code code = jh_session_set_cell(session, tables[e.sheet], e.key, e.column, e.text, &err);
    if (!code) {
      apply(&e);
      last = e;
      ++*changed;
    } else if (code < JH_EEDIT_NO_CELL || code > JH_EEDIT_STAGES) {
      ++*refused;
      if (tried++ == 0) try_refused(pack, &e, code);
    }
  }
  write_edited();
  assert_int_equal(open_side(&other, pack, 'b'), JH_OK);
  compare_findings(session, other);
  if (last.key[0]) compare_evidence(session, other, last.key);
  jh_session_close(other);
}

static void check_pack(const char *pack) {
  jh_session *session = NULL;
  size_t changed = 0, refused = 0;
  const char *told = getenv("JUNHENG_SEED");
  seed = told ? strtoull(told, NULL, 10) : (uint64_t)time(NULL);
  print_message("seed %llu\n", (unsigned long long)seed);
  assert_int_equal(open_side(&session, pack, 'a'), JH_OK);
  for (int i = 0; i < ROUNDS; i++) one_round(session, pack, &changed, &refused);
  print_message("%zu cells changed, %zu refused\n", changed, refused);
  assert_true(changed > ROUNDS && refused > 0);
  jh_session_close(session);
}

TEST(random_edits_tell_what_edited_files_tell_by_the_measure_of_quality) {
  check_pack("national/quality-balance-2017");
}

TEST(random_edits_tell_what_edited_files_tell_by_the_measure_of_2012) {
  check_pack("national/basic-balance-2012");
}

TEST(random_edits_of_a_snapshot_tell_what_edited_files_tell) {
  jh_session *first = NULL;
  has_snapshot = true;
  assert_int_equal(open_side(&first, "national/quality-balance-2017", 'a'), JH_OK);
  jh_session_close(first); /* it was written; now it is used */
  check_pack("national/quality-balance-2017");
}

static jh_code set(
    jh_session *s, const char *table, const char *key, const char *column, const char *to) {
  return jh_session_set_cell(s, table, key, column, to, &err);
}

TEST(what_rows_stand_on_is_refused_with_its_reason) {
  jh_session *s = NULL;
  jh_buf x, y;
  assert_int_equal(open_side(&s, "national/quality-balance-2017", 'a'), JH_OK);
  assert_int_equal(set(s, "schools", "2199000001", "school_code", "1"), JH_EEDIT_STANDS);
  assert_int_equal(set(s, "schools", "2199000001", "county_code", "990102"), JH_EEDIT_STANDS);
  assert_int_equal(set(s, "schools", "2199000001", "school_name", "A"), JH_EEDIT_STANDS);
  assert_int_equal(set(s, "counties", "990101", "school_year", "2023"), JH_EEDIT_STANDS);
  assert_int_equal(set(s, "rooms", "2199000001", "room_area_m2", "9"), JH_EEDIT_NO_CELL);
  assert_int_equal(set(s, "schools", "2199000001", "school_typ", "x"), JH_EEDIT_NO_CELL);
  assert_string_equal(err.args[2], "school_type");
  assert_int_equal(set(s, "school", "2199000001", "school_type", "x"), JH_EEDIT_NO_CELL);
  assert_int_equal(set(s, "schools", "219900000", "school_type", "小学"), JH_ENO_ENTITY);
  assert_int_equal(
      set(s, "schools", "2199000001", "school_type", "九年一贯制学校"), JH_EEDIT_STAGES);
  assert_int_equal(set(s, "schools", "2199000001", "school_type", ""), JH_EBLANK);
  assert_int_equal(set(s, "schools", "2199000001", "primary_students", "12x"), JH_ENOT_NUMBER);
  assert_int_equal(err.at.line, 2);
  assert_string_equal(err.at.name, "primary_students");
  assert_string_equal(err.entity, "2199000001");
  assert_int_equal(set(s, "schools", "2199000001", "primary_students", "\xFF"), JH_EBAD_BYTES);
  jh_session *fresh = NULL;
  assert_int_equal(open_side(&fresh, "national/quality-balance-2017", 'b'), JH_OK);
  jh_buf_init(&x), jh_buf_init(&y);
  assert_int_equal(jh_session_write(s, JH_FORMAT_CSV, JH_EN, take, &x, &err), JH_OK);
  assert_int_equal(jh_session_write(fresh, JH_FORMAT_CSV, JH_EN, take, &y, &err), JH_OK);
  assert_same(&x, &y, "nothing was changed");
  jh_session_close(fresh);
  jh_session_close(s);
}

TEST(an_edit_before_the_evaluation_counts_in_it) {
  jh_session *s = NULL, *other = NULL;
  jh_session_options options = {
      .rules = "national/quality-balance-2017", .data = "data/sample", .share = "."};
  jh_evaluate_options how = {.with_figures = true};
  assert_int_equal(jh_session_open(&s, &options, &err), JH_OK);
  assert_int_equal(set(s, "counties", "990101", "teacher_mean_pay_yuan", "1"), JH_OK);
  assert_int_equal(jh_session_evaluate(s, &how, &err), JH_OK);
  assert_int_equal(open_side(&other, "national/quality-balance-2017", 'a'), JH_OK);
  assert_int_equal(set(other, "counties", "990101", "teacher_mean_pay_yuan", "1"), JH_OK);
  assert_int_equal(jh_session_count(s, "met"), 2); /* of 3 */
  compare_findings(s, other);
  jh_session_close(other);
  jh_session_close(s);
}

#define WITH_FILES(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    WITH_FILES(random_edits_tell_what_edited_files_tell_by_the_measure_of_quality),
    WITH_FILES(random_edits_tell_what_edited_files_tell_by_the_measure_of_2012),
    WITH_FILES(random_edits_of_a_snapshot_tell_what_edited_files_tell),
    WITH_FILES(what_rows_stand_on_is_refused_with_its_reason),
    WITH_FILES(an_edit_before_the_evaluation_counts_in_it))
