/* guess_group.c - what is seen only over all sources: years that differ, files that are laid out alike. */
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "intake/guess_parts.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The one year from 2000 to 2099 that a text names; 0 if none, 1 if several. */
static uint32_t year_in(const char *text, uint32_t year) {
  for (const char *at = text; at && *at; at++) {
    bool is_here = at[0] == '2' && at[1] == '0' && is_digit(at[2]) && is_digit(at[3]) &&
                   !is_digit(at[4]) && (at == text || !is_digit(at[-1]));
    if (!is_here) continue;
    uint32_t found = 2000 + (uint32_t)(at[2] - '0') * 10 + (uint32_t)(at[3] - '0');
    if (year && year != found) return 1;
    year = found;
  }
  return year;
}

static void find_year(jh_guess_source *source) {
  uint32_t year = year_in(source->title, year_in(source->sheet, year_in(source->file, 0)));
  source->year = year > 1 ? year : 0;
}

/* Do the sources of a table that lack its year all name one, and not all the same? */
static bool differ_in_year(const jh_guess *guess, uint32_t table, uint32_t column) {
  uint32_t first = 0;
  bool differ = false;
  for (size_t i = 0; i < guess->source_count; i++) {
    const jh_guess_source *source = &guess->sources[i];
    if (!jh_guess_feeds(source, table)) continue;
    if (jh_guess_entry_of(source, column) || !source->year) return false;
    differ |= first && first != source->year;
    first = source->year;
  }
  return differ;
}

static bool say_years(jh_guess *guess, uint32_t table, uint32_t column) {
  if (column == JH_NONE || !differ_in_year(guess, table, column)) return true;
  for (size_t i = 0; i < guess->source_count; i++) {
    jh_guess_source *source = &guess->sources[i];
    char text[24];
    if (!jh_guess_feeds(source, table)) continue;
    jh_guess_entry *entry = jh_guess_add(guess, source);
    const char *year = jh_arena_text(guess->arena, jh_str_of(jh_arg_int(text, source->year)));
    if (!entry || !year) return false;
    *entry = (jh_guess_entry){.column = column, .how = JH_GUESS_YEAR, .source = year};
  }
  return true;
}

static bool is_same_text(const char *a, const char *b) {
  return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool has_same_lines(const jh_guess_source *a, const jh_guess_source *b) {
  if (a->entry_count != b->entry_count) return false;
  for (size_t i = 0; i < a->entry_count; i++) {
    const jh_guess_entry *x = &a->entries[i], *y = &b->entries[i];
    bool is_same = x->column == y->column && x->how == y->how && x->is_silent == y->is_silent &&
                   x->is_converted == y->is_converted && is_same_text(x->source, y->source) &&
                   is_same_text(x->unit, y->unit);
    if (!is_same || x->how == JH_GUESS_VALUE || x->how == JH_GUESS_YEAR) return false;
  }
  return true;
}

static bool has_same_words(const jh_guess_source *a, const jh_guess_source *b) {
  if (a->leave_count != b->leave_count || a->unused_count != b->unused_count) return false;
  for (size_t i = 0; i < a->leave_count; i++) {
    const jh_guess_leave *x = &a->leaves[i], *y = &b->leaves[i];
    bool is_same = x->column == y->column && is_same_text(x->header, y->header);
    if (!is_same || x->word_count != y->word_count) return false;
    for (size_t k = 0; k < x->word_count; k++) {
      if (strcmp(x->words[k], y->words[k]) != 0) return false;
    }
  }
  for (size_t i = 0; i < a->unused_count; i++) {
    if (strcmp(a->unused[i], b->unused[i]) != 0) return false;
  }
  return true;
}

/* Would one `from` do for both, but for the file and, of forms, the sheet? */
static bool is_alike(const jh_guess_source *a, const jh_guess_source *b) {
  bool is_form = a->kind == JH_GUESS_FORM;
  if (a->kind != b->kind || a->form != b->form || a->table != b->table) return false;
  if (a->title_lines != b->title_lines || a->header_lines != b->header_lines) return false;
  if (!is_form && (!is_same_text(a->sheet, b->sheet) || a->is_only != b->is_only)) return false;
  return is_same_text(a->encoding, b->encoding) && is_same_text(a->unit_line, b->unit_line) &&
         has_same_lines(a, b) && has_same_words(a, b);
}

/* How many sources from `first` on belong to the same file. */
static size_t run_of_file(const jh_guess *guess, size_t first) {
  size_t count = 1;
  while (first + count < guess->source_count &&
         strcmp(guess->sources[first + count].file, guess->sources[first].file) == 0) {
    count++;
  }
  return count;
}

/* The sources of a file that `like` could stand for: of a form all sheets, hidden ones too, or none; of a
 * table the sheet of that name. */
static size_t count_alike(
    const jh_guess *guess, size_t first, size_t count, const jh_guess_source *like) {
  size_t found = 0;
  for (size_t i = first; i < first + count; i++) found += is_alike(&guess->sources[i], like);
  return like->kind == JH_GUESS_FORM && found < count ? 0 : found;
}

static size_t folder_size(const char *file) {
  const char *slash = strrchr(file, '/');
  return slash ? (size_t)(slash + 1 - file) : 0;
}

/* Would "folder/" and "*.xlsx" mean this source's file? */
static bool is_meant(const jh_guess_source *source, const char *like) {
  size_t size = folder_size(like);
  const char *dot = strrchr(source->file, '.'), *end = strrchr(like, '.');
  return source->kind != JH_GUESS_PASSED && folder_size(source->file) == size &&
         strncmp(source->file, like, size) == 0 && dot && end && strcmp(dot, end) == 0;
}

/* How many files a pattern for all of a folder would mean; 0 if it would be wrong for one of them. */
static size_t count_meant(const jh_guess *guess, const jh_guess_source *source) {
  size_t files = 0;
  for (size_t i = 0, count; i < guess->source_count; i += count) {
    count = run_of_file(guess, i);
    if (!is_meant(&guess->sources[i], source->file)) continue;
    if (count_alike(guess, i, count, source) == 0) return 0;
    files++;
  }
  return files;
}

/* Those after `source` that it stands for are not written. */
static void join(jh_guess *guess, jh_guess_source *source, bool is_folder) {
  for (jh_guess_source *at = source + 1; at < guess->sources + guess->source_count; at++) {
    bool is_here = is_folder ? is_meant(at, source->file) : strcmp(at->file, source->file) == 0;
    if (!is_here || !is_alike(at, source)) continue;
    at->is_joined = true;
    source->left_rows += at->left_rows;
  }
}

static bool name_folder(jh_guess *guess, jh_guess_source *source) {
  jh_buf pattern;
  jh_buf_init(&pattern);
  jh_buf_add(&pattern, (jh_str){source->file, folder_size(source->file)});
  jh_buf_print(&pattern, "*%s", strrchr(source->file, '.'));
  bool is_fine = jh_buf_ok(&pattern);
  source->pattern = is_fine ? jh_arena_text(guess->arena, jh_buf_str(&pattern)) : NULL;
  jh_buf_done(&pattern);
  return source->pattern != NULL;
}

/* One `from` for all workbooks of a folder that are alike, or for all sheets of one that are forms. */
static bool join_alike(jh_guess *guess) {
  for (size_t i = 0, count, at; i < guess->source_count; i += count) {
    count = run_of_file(guess, i);
    for (at = i; at < i + count; at++) {
      jh_guess_source *source = &guess->sources[at];
      bool is_form = source->kind == JH_GUESS_FORM;
      bool is_table = source->kind == JH_GUESS_TABLE || source->kind == JH_GUESS_TEMPLATE;
      if (source->is_joined || (!is_form && !is_table)) continue;
      if (count_meant(guess, source) > 1) {
        if (!name_folder(guess, source)) return false;
        join(guess, source, true);
      } else if (is_form && count > 1 && count_alike(guess, i, count, source) == count) {
        source->pattern = source->file;
        join(guess, source, false);
      }
    }
  }
  return true;
}

static const char *key_of(jh_guess *guess, const jh_guess_source *source) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_print(&buf, "%s %u ", source->hash, source->table);
  jh_buf_text(&buf, source->sheet);
  const char *key = jh_buf_ok(&buf) ? jh_arena_text(guess->arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return key;
}

/* Of files of the same bytes the first by name is taken. */
static bool part_copies(jh_guess *guess) {
  bool is_fine = true;
  jh_map *seen = jh_map_open(guess->source_count + 1);
  for (uint32_t i = 0; seen && i < guess->source_count && is_fine; i++) {
    jh_guess_source *source = &guess->sources[i];
    if (source->table == JH_NONE || !source->hash[0]) continue;
    const char *key = key_of(guess, source);
    uint32_t first = key ? jh_map_add(seen, jh_str_of(key), i) : JH_MAP_NONE;
    is_fine = first != JH_MAP_NONE;
    if (!is_fine || strcmp(guess->sources[first].file, source->file) == 0) continue;
    source->kind = JH_GUESS_COPY;
    source->same_as = guess->sources[first].file;
  }
  jh_map_close(seen);
  return seen && is_fine;
}

jh_code jh_guess_settle(jh_guess *guess, jh_error *err) {
  bool is_fine = part_copies(guess);
  for (size_t i = 0; i < guess->source_count; i++) find_year(&guess->sources[i]);
  for (uint32_t i = 0; i < guess->plan->table_count && is_fine; i++) {
    is_fine = say_years(guess, i, guess->plan->tables[i].year_column);
  }
  if (is_fine) is_fine = join_alike(guess);
  return is_fine ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}
