/* bind_prices.c - what a list of prices declares, as plain records (model/prices.h).
 *
 * The plan is finished when it runs: columns are looked up at once, and told at their line.
 */
#include "base/suggest.h"
#include "script/read.h"

static jh_prices *prices_of(lua_State *L) {
  jh_script *script = jh_script_of(L);
  if (!script->prices) script->prices = jh_read_room(L, sizeof *script->prices);
  return script->prices;
}

/* core.prices{id=, name=, notice=, date=, at=}. [-0, +0, e] */
static int prices(lua_State *L) {
  jh_prices *to = prices_of(L);
  to->id = jh_read_text(L, 1, "id");
  to->name = jh_read_names(L, 1, "name");
  to->notice = jh_read_names(L, 1, "notice");
  to->date = jh_read_date(L, 1, "date");
  to->place = jh_read_place(L, 1);
  to->has_head = true;
  return 0;
}

/* The line of a field of the declaration, as messages name it. */
static jh_place place_of(lua_State *L, const char *field) {
  return jh_script_field_place(jh_script_of(L), jh_read_int(L, 1, "at", -1), field);
}

static uint32_t find_column(lua_State *L, uint32_t table, const char *id) {
  jh_script *script = jh_script_of(L);
  const jh_table_def *def = &script->plan->tables[table];
  uint32_t column = jh_plan_column(script->plan, table, jh_str_of(id));
  if (column != JH_NONE) return column;
  jh_place at = place_of(L, id);
  char best[96];
  jh_suggest near = jh_suggest_begin(jh_str_of(id));
  for (size_t i = 0; i < def->column_count; i++)
    jh_suggest_offer(&near, jh_str_of(def->columns[i].id));
  jh_arg_text(best, sizeof best, near.best);
  jh_script_must(L, jh_fail(&script->error, JH_EPRICES_COLUMN, &at, def->id, id, best, NULL));
  return JH_NONE;
}

static bool is_number(const jh_column_def *column) {
  return column->type == JH_COLUMN_COUNT || column->type == JH_COLUMN_DECIMAL;
}

/* A number of the declaration that must not be below 0 (or must be above it). */
static jh_dec read_amount(lua_State *L, const char *field, jh_dec otherwise, bool may_be_zero) {
  jh_dec out = otherwise, zero = {0, 0};
  char text[JH_DEC_TEXT];
  if (!jh_read_dec(L, 1, field, &out)) return otherwise;
  int sign = jh_dec_compare(out, zero);
  if (sign > 0 || (sign == 0 && may_be_zero)) return out;
  jh_place at = place_of(L, field);
  const char *wanted = may_be_zero ? ">= 0" : "> 0";
  jh_script_must(
      L, jh_fail(
             &jh_script_of(L)->error, JH_EPRICES_RANGE, &at, field, jh_dec_text(text, out), wanted,
             NULL));
  return otherwise;
}

/* The product, if it is a decimal of at most 18 digits. */
static bool multiply(jh_dec *out, jh_dec a, jh_dec b) {
  int64_t mantissa;
  if (__builtin_mul_overflow(a.mantissa, b.mantissa, &mantissa) || a.scale + b.scale > 18)
    return false;
  *out = (jh_dec){mantissa, a.scale + b.scale};
  return true;
}

/* What a step adds must stand in a cell as it is. */
static void check_step(
    lua_State *L, const jh_means *means, const jh_means_add *add, const char *id) {
  jh_script *script = jh_script_of(L);
  const jh_column_def *column = &script->plan->tables[means->table].columns[add->column];
  char step[JH_DEC_TEXT], amount[JH_DEC_TEXT], scale[24];
  jh_place at = place_of(L, id);
  jh_dec sum;
  int64_t mantissa;
  if (!is_number(column)) {
    jh_script_must(
        L, jh_fail(
               &script->error, JH_EPRICES_NOT_NUMBER, &at, id,
               script->plan->tables[means->table].id, NULL));
  }
  if (multiply(&sum, means->step, add->amount) &&
      jh_dec_rescale(&mantissa, sum, column->type == JH_COLUMN_COUNT ? 0 : column->scale))
    return;
  jh_dec_text(step, means->step);
  jh_dec_text(amount, add->amount);
  jh_arg_int(scale, column->type == JH_COLUMN_COUNT ? 0 : column->scale);
  jh_script_must(L, jh_fail(&script->error, JH_EPRICES_STEP, &at, step, amount, id, scale, NULL));
}

/* Pushes a list that is a field of the declaration, and tells its size. [-0, +1, e] */
static size_t open_list(lua_State *L, const char *field) {
  lua_getfield(L, 1, field);
  return lua_rawlen(L, -1);
}

static void read_adds(lua_State *L, jh_means *means) {
  means->add_count = open_list(L, "adds");
  int list = lua_gettop(L);
  means->adds = jh_read_room(L, means->add_count * sizeof *means->adds);
  for (size_t i = 0; i < means->add_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    const char *id = jh_read_text(L, one, "column");
    jh_means_add *add = &means->adds[i];
    jh_read_dec(L, one, "amount", &add->amount);
    add->column = find_column(L, means->table, id);
    check_step(L, means, add, id);
    if (add->amount.mantissa == 0) {
      jh_place at = place_of(L, id);
      jh_script_must(
          L, jh_fail(&jh_script_of(L)->error, JH_EPRICES_RANGE, &at, id, "0", "≠ 0", NULL));
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void no_choice(lua_State *L, const jh_column_def *column, const char *word) {
  jh_script *script = jh_script_of(L);
  jh_place at = place_of(L, column->id);
  char best[96];
  jh_suggest near = jh_suggest_begin(jh_str_of(word));
  for (size_t k = 0; k < column->choice_count; k++)
    jh_suggest_offer(&near, jh_str_of(column->choices[k].id));
  jh_arg_text(best, sizeof best, near.best);
  jh_script_must(L, jh_fail(&script->error, JH_EPRICES_CHOICE, &at, column->id, word, best, NULL));
}

static uint64_t read_choices(lua_State *L, int one, const jh_column_def *column) {
  size_t count;
  uint64_t set = 0;
  const char **words = jh_read_list(L, one, "choices", &count);
  for (size_t i = 0; i < count; i++) {
    size_t k = 0;
    while (k < column->choice_count &&
           !jh_str_equal(jh_str_of(column->choices[k].id), jh_str_of(words[i])))
      k++;
    if (k == column->choice_count || k >= 64) no_choice(L, column, words[i]);
    set |= UINT64_C(1) << k;
  }
  return set;
}

static void read_onlys(lua_State *L, jh_means *means) {
  jh_script *script = jh_script_of(L);
  means->only_count = open_list(L, "onlys");
  int list = lua_gettop(L);
  means->onlys = jh_read_room(L, means->only_count * sizeof *means->onlys);
  for (size_t i = 0; i < means->only_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    int one = lua_gettop(L);
    jh_means_only *only = &means->onlys[i];
    const char *id = jh_read_text(L, one, "column");
    only->column = find_column(L, means->table, id);
    const jh_table_def *table = &script->plan->tables[means->table];
    const jh_column_def *column = &table->columns[only->column];
    bool is_flag = jh_read_flag(L, one, "is_flag");
    if (column->type != (is_flag ? JH_COLUMN_BOOL : JH_COLUMN_CHOICE)) {
      jh_place at = place_of(L, id);
      jh_script_must(L, jh_fail(&script->error, JH_EPRICES_ONLY, &at, id, table->id, NULL));
    }
    only->set = is_flag ? (jh_read_flag(L, one, "flag") ? 2 : 1) : read_choices(L, one, column);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* core.means{id=, name=, level=, yuan=, per=, step=, adds={{column=, amount=}…}, most=, onlys={{column=,
 * choices={…} or flag=, is_flag=}…}, can_move=, move_yuan=, at=}. [-0, +0, e] */
static int means(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_prices *to = prices_of(L);
  jh_dec one = {1, 0}, zero = {0, 0};
  const char *level = jh_read_text(L, 1, "level");
  jh_means made = {.id = jh_read_text(L, 1, "id"), .name = jh_read_names(L, 1, "name")};
  made.place = jh_read_place(L, 1);
  made.table = script->plan->levels[jh_plan_level(script->plan, jh_str_of(level))].table;
  if (made.table == JH_NONE) {
    jh_place at = place_of(L, "of");
    jh_script_must(L, jh_fail(&script->error, JH_EPRICES_LEVEL, &at, level, NULL));
  }
  made.yuan = read_amount(L, "yuan", zero, true);
  made.per = jh_read_text(L, 1, "per");
  made.step = read_amount(L, "step", one, false);
  made.has_most = jh_read_dec(L, 1, "most", &made.most);
  if (made.has_most) made.most = read_amount(L, "most", zero, true);
  made.can_move = jh_read_flag(L, 1, "can_move");
  made.move_yuan = read_amount(L, "move_yuan", zero, true);
  if (made.per) {
    jh_unit unit;
    jh_place at = place_of(L, "per");
    jh_code code = jh_unit_read(&unit, &script->plan->units, jh_str_of(made.per), &script->error);
    if (code) script->error.at = at;
    jh_script_must(L, code);
  }
  read_adds(L, &made);
  read_onlys(L, &made);
  void *items = to->means;
  jh_means *slot = jh_read_append(L, &items, &to->count, &to->room, sizeof *slot);
  to->means = items;
  *slot = made;
  return 0;
}

jh_code jh_script_prices(
    jh_script *script, const char *shown, const jh_prices **out, jh_error *err) {
  jh_place at = jh_place_of(shown, 0, 0);
  jh_prices *list = script->prices;
  if (!list || !list->has_head) {
    const char *form = "prices \"…\" { name = \"…\" }";
    return jh_fail(err, JH_EMISSING_FIELD, &at, shown, "prices", form, NULL);
  }
  if (!list->count) {
    const char *form = "means \"…\" { of = school, yuan = …, adds = { … } }";
    return jh_fail(err, JH_EMISSING_FIELD, &at, shown, "means", form, NULL);
  }
  list->file = shown;
  *out = list;
  return JH_OK;
}

const luaL_Reg jh_script_prices_functions[] = {{"prices", prices}, {"means", means}, {NULL, NULL}};
