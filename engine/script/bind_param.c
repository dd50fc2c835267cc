/* bind_param.c - documents and parameters: numbers with their sources. */
#include <string.h>

#include "script/read.h"

/* core.document{number=, title=, issuer=, date=} -> index; the same number twice is one document. [-0, +1, e] */
static int document(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  const char *number = jh_read_text(L, 1, "number");
  for (size_t i = 0; i < plan->document_count; i++) {
    if (strcmp(plan->documents[i].number, number) != 0) continue;
    lua_pushinteger(L, (lua_Integer)i);
    return 1;
  }
  jh_document document = {
      number, jh_read_names(L, 1, "title"), jh_read_names(L, 1, "issuer"),
      jh_read_date(L, 1, "date")};
  void *items = plan->documents;
  jh_document *slot =
      jh_read_append(L, &items, &plan->document_count, &plan->document_room, sizeof *slot);
  plan->documents = items;
  *slot = document;
  lua_pushinteger(L, (lua_Integer)plan->document_count - 1);
  return 1;
}

static void read_value(lua_State *L, int one, jh_param_value *value) {
  value->since = (jh_date)jh_read_int(L, one, "since", 0);
  value->stage = jh_read_index(L, one, "stage");
  value->clause = jh_read_text(L, one, "clause");
  value->document = jh_read_index(L, one, "document");
  value->layer = (uint32_t)jh_read_int(L, one, "layer", 0);
  value->place = jh_read_place(L, one);
  if (!jh_read_dec(L, one, "value", &value->value)) jh_script_fail(L, JH_EINTERNAL, "value", NULL);
}

/* A new parameter's slot. */
static jh_param *append(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  void *items = plan->params;
  jh_param *slot = jh_read_append(L, &items, &plan->param_count, &plan->param_room, sizeof *slot);
  plan->params = items;
  return slot;
}

/* core.param{path=, unit=, by_stage=, certainty=, switch=, name=, note=, at=, values={{since=, stage=,
 * value=, clause=, document=, layer=, at=}…}, index=} -> index; name and note are those of a switch; values come in order of day, then stage. With index= it takes
 * the place of that one. [-0, +1, e] */
static int param(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_param param = {.path = jh_read_text(L, 1, "path"), .unit_text = jh_read_text(L, 1, "unit")};
  if (!param.unit_text) param.unit_text = "";
  param.place = jh_read_place(L, 1);
  jh_code code =
      jh_unit_read(&param.unit, &script->plan->units, jh_str_of(param.unit_text), &script->error);
  if (code) script->error.at = param.place;
  jh_script_must(L, code);
  param.is_by_stage = jh_read_flag(L, 1, "by_stage");
  param.certainty = jh_read_certainty(L, 1, "certainty");
  param.is_switch = jh_read_flag(L, 1, "switch");
  param.name = jh_read_names(L, 1, "name");
  param.note = jh_read_names(L, 1, "note");
  lua_getfield(L, 1, "values");
  int list = lua_gettop(L);
  param.value_count = lua_rawlen(L, list);
  param.values = jh_read_room(L, param.value_count * sizeof *param.values);
  for (size_t i = 0; i < param.value_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    read_value(L, lua_gettop(L), &param.values[i]);
    lua_pop(L, 1);
  }
  uint32_t index = jh_read_index(L, 1, "index");
  if (index == JH_NONE) {
    *append(L) = param;
    index = (uint32_t)script->plan->param_count - 1;
  } else {
    script->plan->params[index] = param;
  }
  lua_pushinteger(L, index);
  return 1;
}

const luaL_Reg jh_script_param_functions[] = {
    {"document", document}, {"param", param}, {NULL, NULL}};
