#include "support/test.h"

#include "office.h"

#include <sys/stat.h>
#include <unistd.h>

#include "intake/origins.h"

static const char dictionary[] =
    "dictionary \"town\" { name = \"town\", version = \"1\" }\n"
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"county_code\",\n"
    "  derived = { from = \"schools\" },\n"
    "  columns = { column \"county_code\" { name = \"县代码\", type = \"code\" } } }\n"
    "table_of \"schools\" { name = \"学校\", level = \"school\", key = \"school_code\", names = "
    "\"school_name\",\n"
    "  parent = \"counties\", by = \"county_code\", year = \"school_year\", columns = {\n"
    "  column \"school_code\" { name = \"学校代码\", type = \"code\", required = true, filled = "
    "true },\n"
    "  column \"school_name\" { name = \"学校名称\", type = \"text\" },\n"
    "  column \"county_code\" { name = \"县代码\", type = \"code\" },\n"
    "  column \"school_year\" { name = \"学年\", type = \"code\" },\n"
    "  column \"school_type\" { name = \"类型\", type = \"choice\", choices = {\n"
    "    { \"primary_school\", name = \"小学\" }, { \"teaching_point\", name = \"教学点\" } } },\n"
    "  column \"is_counted_as_school\" { name = \"是否计校数\", type = \"bool\" },\n"
    "  column \"parent_school_code\" { name = \"主校\", type = \"code\" },\n"
    "  column \"students\" { name = \"学生数\", type = \"count\", unit = \"student\" },\n"
    "  column \"primary_largest_class\" { name = \"最大班额\", type = \"count\", unit = "
    "\"student/class\" },\n"
    "  column \"area_m2\" { name = \"面积\", type = \"decimal\", unit = \"m2\", scale = 2 },\n"
    "  column \"value_wan_yuan\" { name = \"设备值（万元）\", type = \"decimal\", unit = "
    "\"wan_yuan\", scale = 4 },\n"
    "} }\n"
    "table_of \"rooms\" { name = \"教室\", level = \"room\", parent = \"schools\", by = "
    "\"school_code\",\n"
    "  optional = true, columns = {\n"
    "  column \"school_code\" { name = \"学校代码\", type = \"code\", filled = true },\n"
    "  column \"room_area_m2\" { name = \"教室面积\", type = \"decimal\", unit = \"m2\" },\n"
    "} }\n";

static const char *path_of(const office *o, const char *name) {
  static char path[400];
  (void)snprintf(path, sizeof path, "%s/%s", o->folder, name);
  return path;
}

void office_open(office *o) {
  *o = (office){.session = NULL};
  (void)snprintf(o->folder, sizeof o->folder, "%s/office-XXXXXX", JH_TEST_FOLDER);
  assert_non_null(mkdtemp(o->folder));
  office_write(o, "town.lua", dictionary);
}

void office_close(office *o) {
  char command[300];
  jh_session_close(o->session);
  (void)snprintf(command, sizeof command, "rm -rf '%s'", o->folder);
  assert_int_equal(system(command), 0);
}

void office_write(office *o, const char *name, const char *text) {
  const char *slash = strchr(name, '/');
  if (slash) {
    char folder[64];
    (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - name), name);
    (void)mkdir(path_of(o, folder), 0777);
  }
  FILE *file = fopen(path_of(o, name), "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  fclose(file);
}

jh_code office_import(office *o, const char *head, const char *froms) {
  char mapping[400], output[400], text[8192];
  (void)snprintf(
      text, sizeof text, "mapping { name = \"n\", dictionary = \"town.lua\", %s }\n%s", head,
      froms);
  office_write(o, "mapping.lua", text);
  (void)snprintf(mapping, sizeof mapping, "%s/mapping.lua", o->folder);
  (void)snprintf(output, sizeof output, "%s/out", o->folder);
  jh_import_options how = {.mapping = mapping, .output = output, .share = JH_TEST_ROOT};
  jh_session_close(o->session);
  return jh_session_import(&o->session, &how, &o->count, &o->err);
}

const char *office_read(office *o, const char *name) {
  static char text[65536];
  char inside[200];
  (void)snprintf(inside, sizeof inside, "out/%s", name);
  FILE *file = fopen(path_of(o, inside), "rb");
  if (!file) return NULL;
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  return text;
}

const jh_error *office_found(const office *o, jh_code code, size_t n) {
  const jh_diag *diag = jh_session_diag(o->session);
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    const jh_error *err = jh_diag_get(diag, i);
    if (err->code == code && n-- == 0) return err;
  }
  return NULL;
}

const char *office_origin(office *o, const char *table, uint32_t line, const char *column) {
  static char text[400];
  jh_origins *origins;
  const jh_origin *list;
  size_t count;
  jh_buf buf;
  jh_buf_init(&buf);
  assert_int_equal(jh_origins_open(&origins, path_of(o, "out"), NULL), JH_OK);
  assert_non_null(origins);
  assert_int_equal(jh_origins_find(origins, table, line, column, &list, &count, NULL), JH_OK);
  jh_origins_text(&buf, list, count);
  jh_str_copy(text, sizeof text, jh_buf_str(&buf));
  jh_buf_done(&buf);
  jh_origins_close(origins);
  return text;
}
