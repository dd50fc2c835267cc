/* bind_layer.c - the chain: heads of packs, overlays and reforms. */
#include <string.h>

#include "script/read.h"

static jh_layer_kind read_kind(lua_State *L) {
  const char *kind = jh_read_text(L, 1, "kind");
  if (strcmp(kind, "overlay") == 0) return JH_LAYER_OVERLAY;
  return strcmp(kind, "reform") == 0 ? JH_LAYER_REFORM : JH_LAYER_PACK;
}

static void read_layer(lua_State *L, jh_layer *layer) {
  layer->kind = read_kind(L);
  layer->id = jh_read_text(L, 1, "id");
  layer->version = jh_read_text(L, 1, "version");
  layer->name = jh_read_names(L, 1, "name");
  layer->reason = jh_read_names(L, 1, "reason");
  layer->region = jh_read_text(L, 1, "region");
  layer->document = jh_read_index(L, 1, "document");
  layer->in_force = jh_read_date(L, 1, "in_force");
  layer->review_by = jh_read_date(L, 1, "review_by");
  layer->may_relax = jh_read_flag(L, 1, "may_relax");
  layer->is_partial = jh_read_flag(L, 1, "is_partial");
  layer->missing = jh_read_names(L, 1, "missing");
  layer->certainty = jh_read_certainty(L, 1, "certainty");
  layer->place = jh_read_place(L, 1);
}

/* What stands on the layer is told by its name; it is as partial and as uncertain as any below. */
static void show_layer(jh_pack_info *info, const jh_layer *layer) {
  info->id = layer->id;
  if (layer->version) info->version = layer->version;
  info->name = layer->name;
  info->document = layer->document;
  info->in_force = layer->in_force;
  info->review_by = layer->review_by;
  if (layer->is_partial) info->missing = layer->missing;
  info->is_partial |= layer->is_partial;
  if (layer->certainty > info->certainty) info->certainty = layer->certainty;
}

/* core.layer{kind=, id=, …} -> index, scope, is_used; the fields are those of jh_layer, and the files, columns,
 * uses (with use_names) and dictionary that the head names. A pack that another uses comes after it and is
 * not shown. [-0, +3, e] */
static int layer(lua_State *L) {
  jh_script *script = jh_script_of(L);
  jh_plan *plan = script->plan;
  jh_layer layer = {0};
  read_layer(L, &layer);
  layer.scope = script->scope;
  layer.is_used = script->is_used;
  script->files = jh_read_list(L, 1, "files", &script->file_count);
  script->columns = jh_read_list(L, 1, "columns", &script->column_count);
  script->uses = jh_read_list(L, 1, "uses", &script->use_count);
  script->use_names = jh_read_list(L, 1, "use_names", &script->use_count);
  script->dictionary = jh_read_text(L, 1, "dictionary");
  void *items = plan->layers;
  jh_layer *slot = jh_read_append(L, &items, &plan->layer_count, &plan->layer_room, sizeof *slot);
  plan->layers = items;
  *slot = layer;
  if (layer.kind != JH_LAYER_REFORM && !layer.is_used) show_layer(&plan->pack, &layer);
  lua_pushinteger(L, (lua_Integer)plan->layer_count - 1);
  lua_pushstring(L, layer.scope);
  lua_pushboolean(L, layer.is_used);
  return 3;
}

const luaL_Reg jh_script_layer_functions[] = {{"layer", layer}, {NULL, NULL}};
