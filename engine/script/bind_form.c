/* bind_form.c - the forms of the statistics that dictionaries declare. */
#include "script/read.h"

static void read_cell(lua_State *L, int table, uint32_t of, jh_form_cell *cell) {
  const jh_plan *plan = jh_script_of(L)->plan;
  const char *column = jh_read_text(L, table, "column");
  cell->column = column ? jh_plan_column(plan, of, jh_str_of(column)) : JH_NONE;
  cell->at = jh_read_text(L, table, "at");
  cell->labels = jh_read_list(L, table, "labels", &cell->label_count);
  cell->row = jh_read_text(L, table, "row");
  cell->number = jh_read_text(L, table, "number");
  cell->note = jh_read_names(L, table, "note");
}

static void read_cells(lua_State *L, jh_form *form) {
  lua_getfield(L, 1, "cells");
  int list = lua_gettop(L);
  form->cell_count = lua_rawlen(L, list);
  form->cells = jh_read_room(L, form->cell_count * sizeof *form->cells);
  for (size_t i = 0; i < form->cell_count; i++) {
    lua_rawgeti(L, list, (lua_Integer)i + 1);
    read_cell(L, lua_gettop(L), form->table, &form->cells[i]);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* core.form{…}: a form, looked over by form.lua. [-0, +0, e] */
static int form(lua_State *L) {
  jh_plan *plan = jh_script_of(L)->plan;
  jh_form form = {.table = jh_plan_table(plan, jh_str_of(jh_read_text(L, 1, "table")))};
  form.id = jh_read_text(L, 1, "id");
  form.name = jh_read_names(L, 1, "name");
  form.aliases = jh_read_list(L, 1, "also", &form.alias_count);
  form.replaces = jh_read_list(L, 1, "replaces", &form.replace_count);
  form.from_year = (uint32_t)jh_read_int(L, 1, "from_year", 0);
  form.to_year = (uint32_t)jh_read_int(L, 1, "to_year", 0);
  form.is_hint = jh_read_flag(L, 1, "is_hint");
  form.source = jh_read_names(L, 1, "source");
  form.note = jh_read_names(L, 1, "note");
  form.place = jh_read_place(L, 1);
  read_cells(L, &form);
  void *items = plan->forms;
  jh_form *slot = jh_read_append(L, &items, &plan->form_count, &plan->form_room, sizeof *slot);
  plan->forms = items;
  *slot = form;
  return 0;
}

/* core.forms(name): the file of forms that the head of a dictionary names. [-0, +0, e] */
static int forms(lua_State *L) {
  size_t size;
  const char *name = luaL_checklstring(L, 1, &size);
  jh_script_of(L)->forms = jh_read_copy(L, name, size);
  return 0;
}

const luaL_Reg jh_script_form_functions[] = {{"form", form}, {"forms", forms}, {NULL, NULL}};
