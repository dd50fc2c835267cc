/* bind_mapping.c - what a mapping declares, as plain records (model/mapping.h). */
#include "script/read.h"

static jh_mapping *mapping_of(lua_State *L) {
  jh_script *script = jh_script_of(L);
  if (!script->mapping) script->mapping = jh_read_room(L, sizeof *script->mapping);
  return script->mapping;
}

/* core.mapping{name=, notice=, dictionary=, as_of=, year=, merges=, at=}. [-0, +0, e] */
static int mapping(lua_State *L) {
  jh_mapping *to = mapping_of(L);
  to->name = jh_read_names(L, 1, "name");
  to->notice = jh_read_names(L, 1, "notice");
  to->dictionary = jh_read_text(L, 1, "dictionary");
  to->as_of = jh_read_date(L, 1, "as_of");
  to->year = jh_read_text(L, 1, "year");
  to->merges_campuses = jh_read_flag(L, 1, "merges");
  to->place = jh_read_place(L, 1);
  to->has_head = true;
  return 0;
}

/* Pushes a list that is a field of a table, and tells its size. [-0, +1, e] */
static size_t open_list(lua_State *L, int table, const char *field) {
  lua_getfield(L, table, field);
  return lua_rawlen(L, -1);
}

static void read_words(lua_State *L, int table, jh_mapping_column *column) {
  column->word_count = open_list(L, table, "words");
  int list = lua_gettop(L);
  column->words = jh_read_room(L, column->word_count * sizeof *column->words);
  for (size_t i = 0; i < column->word_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    column->words[i] = (jh_mapping_word){jh_read_text(L, one, "from"), jh_read_text(L, one, "to")};
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* The line of a field of the declaration, as messages name it. */
static jh_place place_of(lua_State *L, const char *field) {
  jh_script *script = jh_script_of(L);
  int64_t place = jh_read_int(L, 1, "at", -1);
  return jh_script_field_place(script, place, field);
}

static void read_columns(lua_State *L, jh_mapping_from *from) {
  from->column_count = open_list(L, 1, "columns");
  int list = lua_gettop(L);
  from->columns = jh_read_room(L, from->column_count * sizeof *from->columns);
  for (size_t i = 0; i < from->column_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    jh_mapping_column *column = &from->columns[i];
    column->column = jh_read_text(L, one, "id");
    column->parts = jh_read_list(L, one, "parts", &column->part_count);
    column->value = jh_read_text(L, one, "value");
    column->unit = jh_read_text(L, one, "unit");
    column->place = place_of(L, column->column);
    read_words(L, one, column);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void read_leaves(lua_State *L, jh_mapping_from *from) {
  from->leave_count = open_list(L, 1, "leaves");
  int list = lua_gettop(L);
  from->leaves = jh_read_room(L, from->leave_count * sizeof *from->leaves);
  for (size_t i = 0; i < from->leave_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    jh_mapping_leave *leave = &from->leaves[i];
    leave->column = jh_read_text(L, one, "column");
    leave->words = jh_read_list(L, one, "words", &leave->word_count);
    leave->place = place_of(L, "leave_out");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* core.mapping_from{file=, sheet=, table=, form=, encoding=, delimiter=, skip_lines=, header_lines=, unit=,
 * is_form=, known=, columns={{id=, parts=, value=, unit=, words={{from=, to=}…}}…},
 * leaves={{column=, words=}…}, at=}. [-0, +0, e] */
static int mapping_from(lua_State *L) {
  jh_mapping *to = mapping_of(L);
  jh_mapping_from from = {.file = jh_read_text(L, 1, "file")};
  from.sheet = jh_read_text(L, 1, "sheet");
  from.table = jh_read_text(L, 1, "table");
  from.form = jh_read_text(L, 1, "form");
  from.encoding = jh_read_text(L, 1, "encoding");
  const char *delimiter = jh_read_text(L, 1, "delimiter");
  from.delimiter = delimiter ? delimiter[0] : '\0';
  from.skip_lines = jh_read_int(L, 1, "skip_lines", JH_MAPPING_FOUND);
  from.header_lines = jh_read_int(L, 1, "header_lines", JH_MAPPING_FOUND);
  from.unit = jh_read_text(L, 1, "unit");
  from.is_form = jh_read_flag(L, 1, "is_form");
  from.takes_known = jh_read_flag(L, 1, "known");
  from.place = jh_read_place(L, 1);
  read_columns(L, &from);
  read_leaves(L, &from);
  void *items = to->froms;
  jh_mapping_from *slot = jh_read_append(L, &items, &to->from_count, &to->from_room, sizeof *slot);
  to->froms = items;
  *slot = from;
  return 0;
}

jh_code jh_script_mapping(
    jh_script *script, const char *shown, const jh_mapping **out, jh_error *err) {
  jh_place at = jh_place_of(shown, 0, 0);
  jh_mapping *mapping = script->mapping;
  if (!mapping || !mapping->has_head) {
    return jh_fail(err, JH_EMISSING_FIELD, &at, shown, "mapping", "mapping { name = \"…\" }", NULL);
  }
  if (!mapping->from_count) {
    const char *form = "from \"….xlsx\" { table = \"schools\" }";
    return jh_fail(err, JH_EMISSING_FIELD, &at, shown, "from", form, NULL);
  }
  mapping->file = shown;
  *out = mapping;
  return JH_OK;
}

const luaL_Reg jh_script_mapping_functions[] = {
    {"mapping", mapping}, {"mapping_from", mapping_from}, {NULL, NULL}};
