/* readers.c - see readers.h. */
#include "report/readers.h"

#include <string.h>

static bool reads(const jh_readers_pack *pack, size_t column, size_t rule) {
  return pack->reads[column * pack->plan->rule_count + rule];
}

bool jh_readers_any(const jh_readers *readers, size_t pack, size_t column) {
  const jh_readers_pack *of = &readers->packs[pack];
  for (size_t i = 0; i < of->plan->rule_count; i++) {
    if (reads(of, column, i)) return true;
  }
  return false;
}

/* Was the id told for one of the national packs before this one? */
static bool is_told(const jh_readers *readers, size_t before, size_t column, const char *id) {
  for (size_t i = 0; i < before; i++) {
    const jh_readers_pack *pack = &readers->packs[i];
    uint32_t rule = pack->is_national ? jh_plan_rule(pack->plan, jh_str_of(id)) : JH_NONE;
    if (rule != JH_NONE && reads(pack, column, rule)) return true;
  }
  return false;
}

static size_t put_national(jh_buf *buf, const jh_readers *readers, size_t column) {
  size_t count = 0;
  for (size_t i = 0; i < readers->count; i++) {
    const jh_readers_pack *pack = &readers->packs[i];
    for (size_t k = 0; pack->is_national && k < pack->plan->rule_count; k++) {
      const char *id = pack->plan->rules[k].id;
      if (!reads(pack, column, k) || is_told(readers, i, column, id)) continue;
      jh_buf_print(buf, "%s`%s`", count++ ? ", " : "", id);
    }
  }
  return count;
}

static void put_none(jh_buf *buf, const jh_readers *readers, size_t column, jh_lang lang) {
  bool is_needed = false;
  for (size_t i = 0; i < readers->count; i++) {
    is_needed = is_needed || readers->packs[i].needs[column];
  }
  const char *none = lang == JH_ZH ? "没有规则读取" : "no rule";
  const char *other = lang == JH_ZH ? "没有规则直接读取；用于归属、学段、名称或校验"
                                    : "no rule itself; structure, stages, names or checks";
  jh_buf_text(buf, is_needed ? other : none);
}

void jh_readers_cell(jh_buf *buf, const jh_readers *readers, size_t column, jh_lang lang) {
  size_t others = 0, national = put_national(buf, readers, column);
  for (size_t i = 0; i < readers->count; i++) {
    others += !readers->packs[i].is_national && jh_readers_any(readers, i, column);
  }
  if (national + others == 0) put_none(buf, readers, column, lang);
  if (others == 0) return;
  if (national) jh_buf_text(buf, lang == JH_ZH ? "；" : "; ");
  jh_buf_print(
      buf, lang == JH_ZH ? "另有 %zu 个地方规则包" : "and %zu provincial and local packs", others);
}

void jh_readers_json(jh_buf *buf, const jh_readers *readers, size_t column) {
  size_t count = 0;
  jh_buf_char(buf, '[');
  for (size_t i = 0; i < readers->count; i++) {
    const jh_readers_pack *pack = &readers->packs[i];
    if (!jh_readers_any(readers, i, column)) continue;
    jh_buf_text(buf, count++ ? ",{\"pack\":" : "{\"pack\":");
    jh_buf_json(buf, jh_str_of(pack->plan->pack.id));
    jh_buf_text(buf, ",\"rules\":[");
    size_t rules = 0;
    for (size_t k = 0; k < pack->plan->rule_count; k++) {
      if (!reads(pack, column, k)) continue;
      if (rules++) jh_buf_char(buf, ',');
      jh_buf_json(buf, jh_str_of(pack->plan->rules[k].id));
    }
    jh_buf_text(buf, "]}");
  }
  jh_buf_char(buf, ']');
}

/* -- the index --------------------------------------------------------------------------------- */

/* Columns that differ: read by one pack and not by the other. */
static size_t difference(const jh_readers *readers, size_t one, size_t other) {
  size_t count = 0;
  for (size_t c = 0; c < readers->column_count; c++) {
    count += jh_readers_any(readers, one, c) != jh_readers_any(readers, other, c);
  }
  return count;
}

/* The national pack before it that is most like it; SIZE_MAX if none has half of its columns. */
static size_t nearest(const jh_readers *readers, size_t pack) {
  size_t best = SIZE_MAX, least = 0;
  for (size_t c = 0; c < readers->column_count; c++) least += jh_readers_any(readers, pack, c);
  least = least / 2 + 1;
  for (size_t i = 0; i < readers->count; i++) {
    bool is_fit = i != pack && readers->packs[i].is_national;
    if (readers->packs[pack].is_national && i > pack) is_fit = false;
    size_t differs = is_fit ? difference(readers, pack, i) : least;
    if (differs < least) {
      least = differs;
      best = i;
    }
  }
  return best;
}

/* Columns, table by table, that `pack` reads and `but` (SIZE_MAX = none) does not. */
static void put_columns(jh_buf *buf, const jh_readers *readers, size_t pack, size_t but) {
  size_t count = 0;
  for (size_t t = 0; t < readers->plan->table_count; t++) {
    const jh_table_def *table = &readers->plan->tables[t];
    bool is_open = false;
    for (size_t k = 0; k < table->column_count; k++) {
      size_t column = readers->firsts[t] + k;
      bool is_in = jh_readers_any(readers, pack, column) &&
                   (but == SIZE_MAX || !jh_readers_any(readers, but, column));
      if (!is_in) continue;
      if (!is_open) jh_buf_print(buf, "%s%s: ", count ? "; " : "", table->id);
      jh_buf_print(buf, "%s`%s`", is_open ? ", " : "", table->columns[k].id);
      is_open = true;
      count++;
    }
  }
}

static bool has(const jh_plan *plan, const char *table, const char *column) {
  uint32_t at = jh_plan_table(plan, jh_str_of(table));
  return at != JH_NONE && jh_plan_column(plan, at, jh_str_of(column)) != JH_NONE;
}

/* Columns that only the pack's own dictionary has; `but` (NULL = none) is a pack that has some of them. */
static void put_own(
    jh_buf *buf, const jh_readers *readers, const jh_plan *plan, const jh_plan *but) {
  size_t count = 0;
  for (size_t t = 0; t < plan->table_count; t++) {
    const jh_table_def *table = &plan->tables[t];
    for (size_t k = 0; k < table->column_count; k++) {
      const char *id = table->columns[k].id;
      bool is_known = has(readers->plan, table->id, id) || (but && has(but, table->id, id));
      if (!is_known) jh_buf_print(buf, "%s`%s.%s`", count++ ? ", " : "", table->id, id);
    }
  }
}

/* A part of the entry, behind what stands there already. */
static void put_part(jh_buf *buf, jh_buf *part, bool *is_first, const char *what, jh_lang lang) {
  bool is_zh = lang == JH_ZH;
  if (!jh_buf_ok(part)) buf->failed = true;
  if (part->size) {
    jh_buf_text(buf, *is_first ? (is_zh ? "：" : ": ") : (is_zh ? "；" : "; "));
    jh_buf_text(buf, what);
    jh_buf_add(buf, jh_buf_str(part));
    *is_first = false;
  }
  jh_buf_clear(part);
}

static void put_pack(jh_buf *buf, const jh_readers *readers, size_t pack, jh_lang lang) {
  const jh_plan *plan = readers->packs[pack].plan;
  size_t like = nearest(readers, pack);
  const jh_plan *other = like == SIZE_MAX ? NULL : readers->packs[like].plan;
  bool is_zh = lang == JH_ZH, is_first = true;
  jh_buf part;
  jh_buf_init(&part);
  jh_buf_print(buf, "- **%s**", plan->pack.id);
  if (other) jh_buf_text(&part, other->pack.id);
  put_part(buf, &part, &is_first, is_zh ? "同 " : "as ", lang);
  put_columns(&part, readers, pack, like);
  put_part(buf, &part, &is_first, other ? (is_zh ? "另有 " : "also ") : "", lang);
  if (other) put_columns(&part, readers, like, pack);
  put_part(buf, &part, &is_first, is_zh ? "不读取 " : "without ", lang);
  put_own(&part, readers, plan, other);
  put_part(buf, &part, &is_first, is_zh ? "自己增加的列 " : "columns of its own: ", lang);
  jh_buf_char(buf, '\n');
  jh_buf_done(&part);
}

void jh_readers_index(jh_buf *buf, const jh_readers *readers, jh_lang lang) {
  jh_buf_text(buf, lang == JH_ZH ? "\n## 各规则包读取的列\n\n" : "\n## Columns by pack\n\n");
  for (size_t i = 0; i < readers->count; i++) put_pack(buf, readers, i, lang);
}
