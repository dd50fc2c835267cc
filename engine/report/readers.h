/* readers.h - which rules of which packs read the columns of a dictionary, for its pages.
 *
 * Found by the session; here it is only written. A pack knows the columns by table and id, since its own
 * dictionary may have more of them.
 */
#ifndef JH_REPORT_READERS_H
#define JH_REPORT_READERS_H

#include "base/buf.h"
#include "model/plan.h"

typedef struct jh_readers_pack {
  const jh_plan *plan;
  bool is_national;
  bool *reads; /* [column * plan->rule_count + rule]: does the rule itself read the column? */
  bool *needs; /* by column: does anything of the pack, names, stages and checks included? */
} jh_readers_pack;

/* Columns are counted through: firsts[table] + column, of the dictionary that is shown. */
typedef struct jh_readers {
  const jh_plan *plan; /* the dictionary */
  size_t *firsts, column_count;
  jh_readers_pack *packs;
  size_t count;
} jh_readers;

/* Does any rule of the pack read the column? */
bool jh_readers_any(const jh_readers *readers, size_t pack, size_t column);

/* Ids of the rules of national packs, and how many other packs have one; or that none has. */
void jh_readers_cell(jh_buf *buf, const jh_readers *readers, size_t column, jh_lang lang);

/* [{"pack":…,"rules":[…]},…] of all packs that have any. */
void jh_readers_json(jh_buf *buf, const jh_readers *readers, size_t column);

/* The section with an entry for each pack: which columns it reads. */
void jh_readers_index(jh_buf *buf, const jh_readers *readers, jh_lang lang);

#endif
