/* rulebook_rule.c - the page of one rule. */
#include "report/origin.h"
#include "report/rulebook.h"

static void begin(jh_buf *buf, const char *label) { jh_buf_print(buf, "| %s | ", label); }
static void end(jh_buf *buf) { jh_buf_text(buf, " |\n"); }

static void line(jh_buf *buf, const char *label, const char *text) {
  if (!text || !text[0]) return;
  begin(buf, label);
  jh_rulebook_put(buf, text);
  end(buf);
}

/* How many folders the pack's page lies below the index. */
static void back(jh_buf *buf, const char *id) {
  jh_buf_text(buf, "../");
  for (const char *at = id; *at; at++) {
    if (*at == '/') jh_buf_text(buf, "../");
  }
  jh_buf_text(buf, "README.md");
}

static void head(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  jh_buf_text(buf, "# ");
  if (jh_text_in(rule->name, JH_ZH)[0])
    jh_rulebook_both(buf, rule->name);
  else
    jh_buf_text(buf, rule->id);
  jh_buf_text(
      buf, "\n\n<!-- 由 junheng rules export 生成，请勿手工修改 / generated; do not edit -->\n\n");
  jh_buf_text(buf, "[规则手册 / Rulebook](");
  back(buf, plan->pack.id);
  jh_buf_text(buf, ") · [");
  jh_rulebook_both(buf, plan->pack.name);
  jh_buf_print(buf, "](README.md) · `%s`\n\n", rule->id);
}

static void source(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  line(buf, "条款 / clause", rule->clause);
  if (rule->document < plan->document_count) {
    const jh_document *document = &plan->documents[rule->document];
    begin(buf, "文件 / document");
    jh_rulebook_put(buf, document->number);
    jh_buf_char(buf, ' ');
    jh_rulebook_put(buf, jh_text_in(document->title, JH_ZH));
    end(buf);
  }
  begin(buf, "可靠程度 / certainty");
  jh_rulebook_certainty(buf, rule->certainty);
  end(buf);
  if (plan->layer_count > 1) line(buf, "所在层 / layer", jh_origin_layer(plan, rule->layer));
}

static void days(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  char day[11];
  line(buf, "施行 / in force", jh_origin_day(day, jh_origin_since(plan, rule)));
  line(buf, "失效 / until", jh_origin_day(day, rule->until));
}

static void facts(jh_buf *buf, const jh_plan *plan, const jh_rule *rule) {
  jh_buf_text(buf, "| | |\n| --- | --- |\n");
  source(buf, plan, rule);
  line(buf, "种类 / kind", jh_rulebook_kind(rule->kind));
  begin(buf, "判定对象 / judged");
  jh_rulebook_both(buf, plan->levels[rule->level].name);
  end(buf);
  if (rule->section < plan->section_count) {
    begin(buf, "部分 / section");
    jh_rulebook_both(buf, plan->sections[rule->section].name);
    end(buf);
  }
  days(buf, plan, rule);
  if (rule->applies != JH_NONE) {
    begin(buf, "适用范围 / scope");
    jh_rulebook_node(buf, plan, rule->applies);
    end(buf);
  }
  begin(buf, "要求 / asked");
  jh_rulebook_formula(buf, plan, rule);
  end(buf);
}

static void note(jh_buf *buf, jh_text text) {
  if (!jh_text_in(text, JH_ZH)[0]) return;
  jh_buf_text(buf, "\n> ");
  jh_rulebook_both(buf, text);
  jh_buf_char(buf, '\n');
}

static void grades(jh_buf *buf, const jh_rule *rule) {
  if (!rule->grade_count) return;
  jh_buf_text(buf, "\n## 等级 / Grades\n\n");
  for (size_t i = rule->grade_count; i-- > 0;) {
    jh_buf_text(buf, "- ");
    jh_rulebook_both(buf, rule->grades[i].name);
    jh_buf_print(buf, " `%s`%s\n", rule->grades[i].id, i >= rule->pass_grade ? " ✓" : "");
  }
}

static void members(jh_buf *buf, const jh_rulebook *book, uint32_t index) {
  const jh_plan *plan = book->plan;
  const jh_rule *rule = &plan->rules[index];
  if (!rule->member_count) return;
  jh_buf_text(buf, "\n## 组成 / Made of\n\n");
  for (size_t i = 0; i < rule->member_count; i++) {
    const jh_rule *member = &plan->rules[rule->members[i]];
    jh_buf_text(buf, "- ");
    if (member->clause) {
      jh_rulebook_put(buf, member->clause);
      jh_buf_char(buf, ' ');
    }
    jh_rulebook_link(buf, book, rule->members[i]);
    jh_buf_char(buf, '\n');
  }
}

static void stand_line(jh_buf *buf, bool *is_first) {
  if (*is_first) jh_buf_text(buf, "\n## 依据本条的要求 / What stands on it\n\n");
  jh_buf_text(buf, "- ");
  *is_first = false;
}

/* The rules that read this one, and the targets that count it. */
static void standing(jh_buf *buf, const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  bool is_first = true;
  for (uint32_t i = 0; i < plan->rule_count; i++) {
    bool is_elsewhere =
        i == rule || plan->rules[i].parent == rule || !jh_rulebook_has_page(plan, i);
    if (is_elsewhere || !book->stands[i * plan->rule_count + rule]) continue;
    stand_line(buf, &is_first);
    jh_rulebook_link(buf, book, i);
    jh_buf_char(buf, '\n');
  }
  for (size_t i = 0; i < plan->target_count; i++) {
    if (plan->targets[i].rule != rule) continue;
    stand_line(buf, &is_first);
    jh_rulebook_both(buf, plan->targets[i].name);
    jh_buf_text(buf, "（目标 / target）\n");
  }
}

void jh_rulebook_rule(jh_buf *buf, const jh_rulebook *book, uint32_t rule) {
  const jh_plan *plan = book->plan;
  const jh_rule *own = &plan->rules[rule];
  head(buf, plan, own);
  facts(buf, plan, own);
  note(buf, own->note);
  note(buf, own->duty);
  grades(buf, own);
  jh_rulebook_values(buf, plan, own->id);
  jh_rulebook_changes(buf, plan, own->id);
  members(buf, book, rule);
  standing(buf, book, rule);
  jh_rulebook_cases(buf, book, rule);
}
