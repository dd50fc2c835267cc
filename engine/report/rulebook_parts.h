/* rulebook_parts.h - what the pages of the rulebook share. Private to report/. */
#ifndef JH_REPORT_RULEBOOK_PARTS_H
#define JH_REPORT_RULEBOOK_PARTS_H

#include "base/buf.h"
#include "model/plan.h"

typedef struct jh_rulebook {
  const jh_plan *plan; /* borrowed, as is the arena */
  jh_arena *arena;
  bool *stands;              /* [a * rule_count + b]: rule a stands on rule b */
  const jh_plan *const *all; /* every pack of the book, borrowed; NULL: this one alone */
  size_t all_count;
} jh_rulebook;

/* Is the rule told by a page? The limits of a spread stand on that of their requirement. */
bool jh_rulebook_has_page(const jh_plan *plan, uint32_t rule);

/* The folder where that page stands: the pack's own, unless a pack below it, whose pages are in the
 * book too, has the rule just as it is here. */
const char *jh_rulebook_home(const jh_rulebook *book, uint32_t rule);

/* The name of the file of a rule's page, without folder. */
void jh_rulebook_file(jh_buf *buf, const jh_plan *plan, uint32_t rule);

/* The folder of a pack's pages below that of the rulebook: the pack's id. */
const char *jh_rulebook_folder(const jh_plan *plan);

/* A text in a cell of a Markdown table or in a line: bars are escaped, line ends become blanks. */
void jh_rulebook_put(jh_buf *buf, const char *text);

/* "中文 / English", once where both are the same. */
void jh_rulebook_both(jh_buf *buf, jh_text text);

/* "[name](file.md)" of a rule, with its stage; seen from a page of the book's pack. */
void jh_rulebook_link(jh_buf *buf, const jh_rulebook *book, uint32_t rule);

/* "指标 / indicator": a rule's kind. */
const char *jh_rulebook_kind(jh_rule_kind kind);

/* A certainty, in both languages. */
void jh_rulebook_certainty(jh_buf *buf, jh_certainty certainty);

/* What a rule asks for on the last day that the pack knows, both languages in one cell. */
void jh_rulebook_formula(jh_buf *buf, const jh_plan *plan, const jh_rule *rule);

/* A condition or number in both languages: "中文 — `english`". */
void jh_rulebook_node(jh_buf *buf, const jh_plan *plan, uint32_t node);

/* The values and changes below a path (NULL = all), as tables with a heading; nothing if none. */
void jh_rulebook_values(jh_buf *buf, const jh_plan *plan, const char *path);
void jh_rulebook_changes(jh_buf *buf, const jh_plan *plan, const char *path);

/* The cases of a rule and of the limits of its spread, with what was given of all that the rule reads. */
void jh_rulebook_cases(jh_buf *buf, const jh_rulebook *book, uint32_t rule);

#endif
