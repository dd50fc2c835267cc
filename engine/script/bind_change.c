/* bind_change.c - what overlays and reforms change: notes of it in the plan, and what the prelude must
 * know of expressions and numbers to make it.
 */
#include <string.h>

#include "script/read.h"
#include "script/written.h"

/* core.compare(number, number) -> -1, 0 or 1: exact decimals. [-0, +1, e] */
static int compare(lua_State *L) {
  jh_dec x = jh_read_dec_at(L, 1), y = jh_read_dec_at(L, 2);
  int order = jh_dec_compare(x, y);
  lua_pushinteger(L, order < 0 ? -1 : order > 0);
  return 1;
}

/* core.decimal(number) -> its shortest text. [-0, +1, e] */
static int decimal(lua_State *L) {
  char text[JH_DEC_TEXT];
  lua_pushstring(L, jh_dec_text(text, jh_read_dec_at(L, 1)));
  return 1;
}

/* core.is_whole(number) -> has it no decimals. [-0, +1, e] */
static int is_whole(lua_State *L) {
  int64_t whole;
  lua_pushboolean(L, jh_dec_rescale(&whole, jh_read_dec_at(L, 1), 0));
  return 1;
}

/* core.date_text(day) -> "YYYY-MM-DD". [-0, +1, e] */
static int date_text(lua_State *L) {
  char text[11];
  lua_pushstring(L, jh_date_text(text, (jh_date)luaL_checkinteger(L, 1)));
  return 1;
}

/* core.set_quantity(quantity index, node index): another definition. [-0, +0, e] */
static int set_quantity(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  plan->quantities[luaL_checkinteger(L, 1)].node = (uint32_t)luaL_checkinteger(L, 2);
  return 0;
}

/* Which of the words a field is; words are the prelude's own. */
static int word_at(lua_State *L, const char *field, const char *const *words) {
  lua_getfield(L, 1, field);
  int index = luaL_checkoption(L, -1, NULL, words);
  lua_pop(L, 1);
  return index;
}

/* core.change{…}: the fields are those of jh_change. [-0, +0, e] */
static int change(lua_State *L) {
  static const char *const kinds[] = {"value", "formula", "added", "withdrawn", NULL};
  static const char *const directions[] = {"tightens", "relaxes", "either_way", NULL};
  jh_plan *plan = jh_script_of(L)->plan;
  jh_change change = {
      .kind = (jh_change_kind)word_at(L, "kind", kinds),
      .direction = (jh_direction)word_at(L, "direction", directions),
      .path = jh_read_text(L, 1, "path"),
      .rule = jh_read_index(L, 1, "rule"),
      .param = jh_read_index(L, 1, "param"),
      .stage = jh_read_index(L, 1, "stage"),
      .was = jh_read_text(L, 1, "was"),
      .now = jh_read_text(L, 1, "now"),
      .when = jh_read_text(L, 1, "when"),
      .guard = jh_read_index(L, 1, "guard"),
      .since = jh_read_date(L, 1, "since"),
      .until = jh_read_date(L, 1, "until_date"),
      .clause = jh_read_text(L, 1, "clause"),
      .document = jh_read_index(L, 1, "document"),
      .reason = jh_read_names(L, 1, "reason"),
      .layer = (uint32_t)jh_read_int(L, 1, "layer", 0),
      .place = jh_read_place(L, 1)};
  void *items = plan->changes;
  jh_change *slot =
      jh_read_append(L, &items, &plan->change_count, &plan->change_room, sizeof *slot);
  plan->changes = items;
  *slot = change;
  return 0;
}

/* core.unit_cost{rule=, yuan=, per=, note=, layer=, at=}. [-0, +0, e] */
static int unit_cost(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_unit_cost cost = {
      .rule = jh_read_index(L, 1, "rule"),
      .per = jh_read_text(L, 1, "per"),
      .note = jh_read_names(L, 1, "note"),
      .layer = (uint32_t)jh_read_int(L, 1, "layer", 0),
      .place = jh_read_place(L, 1)};
  (void)jh_read_dec(L, 1, "yuan", &cost.yuan);
  void *items = plan->unit_costs;
  jh_unit_cost *slot =
      jh_read_append(L, &items, &plan->unit_cost_count, &plan->unit_cost_room, sizeof *slot);
  plan->unit_costs = items;
  *slot = cost;
  return 0;
}

/* core.op_of(node) -> "COUNT" for a count; else "". [-0, +1, e] */
static int op_of(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const jh_node *node = &plan->nodes[jh_script_node_at(L, 1)];
  lua_pushstring(L, node->op == JH_OP_COUNT ? "COUNT" : "");
  return 1;
}

/* What is looked for below some nodes: one node, or the uses of a parameter. */
typedef struct search {
  const jh_plan *plan;
  bool *seen;
  uint32_t *todo;
  size_t count;
} search;

static void look_at(search *s, uint32_t node) {
  if (node == JH_NONE || s->seen[node]) return;
  s->seen[node] = true;
  s->todo[s->count++] = node;
}

static search begin_search(lua_State *L) {
  const jh_plan *plan = jh_script_of(L)->plan;
  search s = {.plan = plan};
  s.seen = jh_read_room(L, plan->node_count + 1);
  s.todo = jh_read_room(L, (plan->node_count + 1) * sizeof *s.todo);
  return s;
}

/* Goes down from what is to be looked at, not through other rules; true when it comes upon it. */
static bool find_below(search *s, uint32_t node, uint32_t param) {
  while (s->count) {
    uint32_t at = s->todo[--s->count];
    const jh_node *one = &s->plan->nodes[at];
    if (at == node || (one->op == JH_OP_PARAM && one->index == param)) return true;
    if (one->op == JH_OP_QUANTITY) look_at(s, s->plan->quantities[one->index].node);
    if (one->op == JH_OP_RULE) continue;
    for (uint32_t k = 0; k < one->count; k++) look_at(s, jh_plan_arg(s->plan, one, k));
  }
  return false;
}

/* core.reads(node, other node) -> does the one stand on the other. [-0, +1, e] */
static int reads(lua_State *L) {
  uint32_t from = jh_script_node_at(L, 1), node = jh_script_node_at(L, 2);
  search s = begin_search(L);
  look_at(&s, from);
  lua_pushboolean(L, find_below(&s, node, JH_NONE));
  return 1;
}

/* core.reads_param(rule index, parameter index) -> does the rule stand on it by itself. [-0, +1, e] */
static int reads_param(lua_State *L) {
  const jh_rule *rule = &jh_script_of(L)->plan->rules[luaL_checkinteger(L, 1)];
  uint32_t param = (uint32_t)luaL_checkinteger(L, 2);
  search s = begin_search(L);
  look_at(&s, rule->measure);
  look_at(&s, rule->bound);
  look_at(&s, rule->applies);
  look_at(&s, rule->holds);
  lua_pushboolean(L, find_below(&s, JH_NONE, param));
  return 1;
}

/* core.source_of(place, word, path, field) -> what is written for a field of the statement at a place, as one line;
 * nil if it is not found. [-0, +1, e] */
static int source_of(lua_State *L) {
  jh_script *script = jh_script_of(L);
  const jh_written what = {
      .text = jh_script_text_at(script, luaL_checkinteger(L, 1)),
      .word = luaL_checkstring(L, 2),
      .path = luaL_checkstring(L, 3),
      .field = luaL_checkstring(L, 4)};
  const char *text;
  size_t words;
  jh_script_must(L, jh_written_field(&text, &words, script->plan->arena, &what, &script->error));
  jh_script_spend(L, words);
  jh_script_weigh(L, text ? strlen(text) : 0);
  lua_pushstring(L, text); /* nil for NULL */
  return 1;
}

/* core.is_left_out(place) -> is what stands there to be read only. [-0, +1, e] */
static int is_left_out(lua_State *L) {
  const jh_script *script = jh_script_of(L);
  bool found = false;
  if (script->left_out_count) {
    jh_place at = jh_script_place(script, luaL_checkinteger(L, 1));
    for (size_t i = 0; i < script->left_out_count && !found; i++) {
      const jh_place *other = &script->left_out[i];
      found = other->line == at.line && strcmp(other->file, at.file) == 0;
    }
  }
  lua_pushboolean(L, found);
  return 1;
}

const luaL_Reg jh_script_change_functions[] = {
    {"is_left_out", is_left_out},
    {"compare", compare},
    {"decimal", decimal},
    {"is_whole", is_whole},
    {"date_text", date_text},
    {"set_quantity", set_quantity},
    {"change", change},
    {"unit_cost", unit_cost},
    {"op_of", op_of},
    {"reads", reads},
    {"reads_param", reads_param},
    {"source_of", source_of},
    {NULL, NULL}};
