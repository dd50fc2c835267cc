/* rulebook.c - the index of the rulebook, and the page of a pack. */
#include "report/rulebook.h"

#include "model/formula.h"
#include "model/stand.h"
#include "report/asked.h"
#include "report/figure.h"
#include "report/origin.h"

static const char generated[] =
    "\n\n<!-- 由 junheng rules export 生成，请勿手工修改 / generated; do not edit -->\n\n";

jh_code jh_rulebook_open(jh_rulebook *book, const jh_plan *plan, jh_arena *arena, jh_error *err) {
  size_t count = plan->rule_count;
  *book = (jh_rulebook){.plan = plan, .arena = arena};
  book->stands = jh_arena_get(arena, count * count + 1);
  if (!book->stands) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < count && !code; i++) {
    uint32_t parent = plan->rules[i].parent; /* what is said of a limit is said on its page */
    code = jh_stand_mark(plan, i, book->stands + i * count, err);
    for (size_t k = 0; !code && parent != JH_NONE && k < count; k++) {
      book->stands[parent * count + k] |= book->stands[i * count + k];
    }
  }
  return code;
}

static size_t page_count(const jh_plan *plan) {
  size_t count = 0;
  for (uint32_t i = 0; i < plan->rule_count; i++) count += jh_rulebook_has_page(plan, i);
  return count;
}

static void index_row(jh_buf *buf, const jh_plan *plan) {
  const jh_pack_info *pack = &plan->pack;
  char day[11];
  jh_buf_print(buf, "| [%s](%s/README.md) | ", pack->id, jh_rulebook_folder(plan));
  jh_rulebook_both(buf, pack->name);
  jh_buf_text(buf, " | ");
  jh_rulebook_put(buf, jh_origin_document(plan, pack->document));
  jh_buf_print(buf, " | %s | ", jh_origin_day(day, pack->in_force));
  jh_buf_print(buf, "%zu | %zu | ", page_count(plan), plan->param_count);
  jh_buf_text(buf, pack->is_partial ? "部分 / partial" : "完整 / complete");
  jh_buf_text(buf, " | ");
  jh_rulebook_certainty(buf, pack->certainty);
  jh_buf_text(buf, " |\n");
}

void jh_rulebook_index(jh_buf *buf, const jh_plan *const *plans, size_t count) {
  jh_buf_text(buf, "# 规则手册 / Rulebook");
  jh_buf_text(buf, generated);
  jh_buf_text(
      buf, "每个规则包一页，每条要求一页：名称、条款、文件、可靠程度、适用范围、算法、各学段和各日"
           "期的数值、"
           "层层变动、用例，以及哪些要求以它为依据。\n\n"
           "A page for each pack and one for each rule: name, clause, document, certainty, scope, "
           "formula, "
           "numbers by stage and day, changes along the chain, cases, and what stands on it.\n\n");
  jh_buf_text(
      buf,
      "| 规则包 / pack | 名称 / name | 文件 / document | 施行 / in force | 要求 / rules | 数值 / "
      "numbers | 范围 / coverage | 可靠程度 / certainty |\n");
  jh_buf_text(buf, "| --- | --- | --- | --- | ---: | ---: | --- | --- |\n");
  for (size_t i = 0; i < count; i++) index_row(buf, plans[i]);
}

static void layers(jh_buf *buf, const jh_plan *plan) {
  char day[11];
  if (plan->layer_count < 2) return;
  jh_buf_text(buf, "\n## 层次 / Chain\n\n");
  for (size_t i = 0; i < plan->layer_count; i++) {
    const jh_layer *layer = &plan->layers[i];
    jh_buf_print(buf, "%zu. `%s` ", i + 1, layer->id ? layer->id : "");
    jh_rulebook_both(buf, layer->name);
    const char *number = jh_origin_document(plan, layer->document);
    if (number[0]) jh_buf_print(buf, "（%s）", number);
    if (layer->in_force) jh_buf_print(buf, " %s", jh_date_text(day, layer->in_force));
    jh_buf_char(buf, '\n');
  }
}

static void bound(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  const jh_node *node = jh_asked_bound(plan, rule);
  jh_formula how = {.plan = plan, .lang = JH_ZH, .on = JH_ORIGIN_LAST};
  if (!node) return;
  jh_buf_print(buf, "%s ", jh_figure_sign(rule->compare, true));
  jh_asked_values(buf, &how, &plan->params[node->index], node->stage);
}

static void rule_row(jh_buf *buf, const jh_rulebook *book, uint32_t index) {
  const jh_plan *plan = book->plan;
  const jh_rule *rule = &plan->rules[index];
  jh_buf_text(buf, "| ");
  jh_rulebook_put(buf, rule->clause);
  jh_buf_text(buf, " | ");
  jh_rulebook_link(buf, book, index);
  jh_buf_text(buf, " | ");
  jh_buf_text(buf, jh_rulebook_kind(rule->kind));
  jh_buf_text(buf, " | ");
  jh_rulebook_both(buf, plan->levels[rule->level].name);
  jh_buf_text(buf, " | ");
  bound(buf, plan, rule);
  jh_buf_text(buf, " |\n");
}

/* Rules of one section (JH_NONE: of none), with a heading; nothing if there is none. */
static void section(jh_buf *buf, const jh_rulebook *book, uint32_t index) {
  const jh_plan *plan = book->plan;
  bool is_first = true;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    if (plan->rules[i].section != index || !jh_rulebook_has_page(plan, i)) continue;
    if (is_first) {
      jh_buf_text(buf, "\n## ");
      if (index == JH_NONE)
        jh_buf_text(buf, "要求 / Rules");
      else
        jh_rulebook_both(buf, plan->sections[index].name);
      jh_buf_text(
          buf,
          "\n\n| 条款 / clause | 要求 / rule | 种类 / kind | 对象 / judged | 标准值 / bound |\n"
          "| --- | --- | --- | --- | --- |\n");
    }
    is_first = false;
    rule_row(buf, book, i);
  }
}

static void share(jh_buf *buf, const jh_plan *plan, uint32_t param) {
  jh_formula how = {.plan = plan, .lang = JH_ZH, .on = JH_ORIGIN_LAST};
  if (param != JH_NONE) jh_asked_values(buf, &how, &plan->params[param], JH_NONE);
  jh_buf_text(buf, " | ");
}

static void targets(jh_buf *buf, const jh_plan *plan) {
  char day[11];
  if (!plan->target_count) return;
  jh_buf_text(
      buf,
      "\n## 目标 / Targets\n\n| 条款 / clause | 目标 / target | 期限 / by | 确保 / ensure | 力争 / "
      "strive | 县 / counties |\n| --- | --- | --- | --- | --- | --- |\n");
  for (size_t i = 0; i < plan->target_count; i++) {
    const jh_target *target = &plan->targets[i];
    jh_buf_text(buf, "| ");
    jh_rulebook_put(buf, target->clause);
    jh_buf_text(buf, " | ");
    jh_rulebook_both(buf, target->name);
    jh_buf_print(buf, " | %s | ", jh_origin_day(day, target->by));
    share(buf, plan, target->ensure);
    share(buf, plan, target->strive);
    for (size_t k = 0; k < target->name_count; k++) {
      if (k) jh_buf_text(buf, "、");
      jh_rulebook_put(buf, target->names[k].name);
    }
    jh_buf_text(buf, " |\n");
  }
}

static void about(jh_buf *buf, const jh_plan *plan) {
  const jh_pack_info *pack = &plan->pack;
  char day[11];
  jh_buf_print(buf, "`%s` %s", pack->id, pack->version ? pack->version : "");
  if (pack->document < plan->document_count) {
    const jh_document *document = &plan->documents[pack->document];
    jh_buf_text(buf, "，");
    jh_rulebook_put(buf, document->number);
    jh_buf_char(buf, ' ');
    jh_rulebook_put(buf, jh_text_in(document->title, JH_ZH));
  }
  if (pack->in_force) jh_buf_print(buf, "，%s 起施行", jh_date_text(day, pack->in_force));
  jh_buf_text(buf, "。");
  jh_rulebook_certainty(buf, pack->certainty);
  jh_buf_text(buf, "。\n");
  if (!pack->is_partial) return;
  jh_buf_text(buf, "\n> 只能判不达标，不能判达标；未包括 / may refuse, never pass; not covered: ");
  jh_rulebook_both(buf, pack->missing);
  jh_buf_char(buf, '\n');
}

void jh_rulebook_pack(jh_buf *buf, const jh_rulebook *book) {
  const jh_plan *plan = book->plan;
  jh_buf_text(buf, "# ");
  jh_rulebook_both(buf, plan->pack.name);
  jh_buf_text(buf, generated);
  about(buf, plan);
  layers(buf, plan);
  section(buf, book, JH_NONE);
  for (uint32_t i = 0; i < plan->section_count; i++) section(buf, book, i);
  targets(buf, plan);
  jh_rulebook_changes(buf, plan, NULL);
}
