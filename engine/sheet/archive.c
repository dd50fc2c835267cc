/* archive.c - libzip, held to bounds; see archive.h.
 *
 * libzip takes its memory itself; where it finds none it says so, and we do.
 */
#include "sheet/archive.h"

#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/alloc.h"
#include "sheet/guise.h"

/* Below this an entry may be packed as tightly as it likes. */
#define RATIO_FROM ((uint64_t)16 * 1024 * 1024)
#define KIB ((uint64_t)1024)

struct jh_archive {
  zip_t *zip;
  char *path;
  uint64_t unpacked; /* of all parts so far */
  jh_book_limits limits;
};

struct jh_archive_part {
  jh_archive *archive;
  zip_file_t *file;
  char *name;
  uint64_t packed, unpacked, most;
};

static const jh_book_limits usual = {
    .entries = 10000,
    .entry_bytes = 4 * KIB * KIB * KIB,
    .total_bytes = 64 * KIB * KIB * KIB,
    .ratio = 300,
    .shared_bytes = KIB * KIB * KIB,
    .text_bytes = KIB * KIB,
    .sheets = 4096,
    .styles = 65536,
    .merges = 1000000,
};

static jh_book_limits limits_of(const jh_book_limits *given) {
  jh_book_limits l = usual;
  if (!given) return l;
  if (given->entries) l.entries = given->entries;
  if (given->entry_bytes) l.entry_bytes = given->entry_bytes;
  if (given->total_bytes) l.total_bytes = given->total_bytes;
  if (given->ratio) l.ratio = given->ratio;
  if (given->shared_bytes) l.shared_bytes = given->shared_bytes;
  if (given->text_bytes) l.text_bytes = given->text_bytes;
  if (given->sheets) l.sheets = given->sheets;
  if (given->styles) l.styles = given->styles;
  if (given->merges) l.merges = given->merges;
  return l;
}

jh_code jh_archive_fail(
    const jh_archive *archive, jh_error *err, jh_code code, const char *first, const char *second) {
  jh_place at = jh_place_of(archive->path, 0, 0);
  return jh_fail(err, code, &at, first, second, NULL);
}

const jh_book_limits *jh_archive_limits(const jh_archive *archive) { return &archive->limits; }

const char *jh_archive_path(const jh_archive *archive) { return archive->path; }

static char lower(char c) {
  if (c == '\\') return '/'; /* some programs write paths so */
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_same(const char *a, const char *b) {
  while (*a && lower(*a) == lower(*b)) {
    a++;
    b++;
  }
  return lower(*a) == lower(*b);
}

/* The index of a part, or -1. */
static zip_int64_t find(const jh_archive *archive, const char *part) {
  zip_int64_t at = zip_name_locate(archive->zip, part, 0);
  if (at >= 0) return at;
  zip_int64_t count = zip_get_num_entries(archive->zip, 0);
  for (zip_int64_t i = 0; i < count; i++) {
    const char *name = zip_get_name(archive->zip, (zip_uint64_t)i, 0);
    if (name && is_same(name, part)) return i;
  }
  return -1;
}

bool jh_archive_has(const jh_archive *archive, const char *part) {
  return find(archive, part) >= 0;
}

static jh_code zip_failure(
    const jh_archive *archive, zip_error_t *why, const char *part, jh_error *err) {
  int kind = zip_error_code_zip(why);
  if (kind == ZIP_ER_MEMORY) return jh_archive_fail(archive, err, JH_ENOMEM, NULL, NULL);
  if (kind == ZIP_ER_NOPASSWD || kind == ZIP_ER_WRONGPASSWD || kind == ZIP_ER_ENCRNOTSUPP)
    return jh_archive_fail(archive, err, JH_EBOOK_LOCKED, NULL, NULL);
  /* Not what the file holds: the system could not read it. */
  int number = zip_error_code_system(why);
  char words[256];
  if (kind == ZIP_ER_READ && number != 0)
    return jh_archive_fail(
        archive, err, JH_ENOT_READABLE, strerror_r(number, words, sizeof words), NULL);
  jh_str parts[] = {
      jh_str_of(part), jh_str_of(part ? ": " : ""), jh_str_of(zip_error_strerror(why))};
  size_t at = 0;
  for (size_t i = 0; i < 3; i++) {
    jh_str_copy(words + at, sizeof words - at, parts[i]);
    at += strlen(words + at);
  }
  return jh_archive_fail(archive, err, JH_EBOOK_DAMAGED, words, NULL);
}

/* Takes the file over, whether it succeeds or not. */
static jh_code open_zip(jh_archive *archive, int fd, jh_error *err) {
  int why = 0;
  archive->zip = zip_fdopen(fd, 0, &why);
  if (archive->zip) return JH_OK;
  close(fd);
  zip_error_t error;
  zip_error_init_with_code(&error, why);
  jh_code code = zip_failure(archive, &error, NULL, err);
  zip_error_fini(&error);
  return code;
}

/* Names must be single: of two parts with one name programs read this one or that. */
static jh_code check_entries(jh_archive *archive, jh_error *err) {
  zip_int64_t count = zip_get_num_entries(archive->zip, 0);
  char number[24];
  if (count < 0 || (uint64_t)count > archive->limits.entries)
    return jh_archive_fail(
        archive, err, JH_EBOOK_LIMIT, "ZIP entries",
        jh_arg_int(number, (int64_t)archive->limits.entries));
  for (zip_int64_t i = 0; i < count; i++) {
    const char *name = zip_get_name(archive->zip, (zip_uint64_t)i, 0);
    if (!name || zip_name_locate(archive->zip, name, 0) != i)
      return jh_archive_fail(archive, err, JH_EBOOK_DAMAGED, name ? name : "ZIP", NULL);
  }
  return JH_OK;
}

static char *copy_of(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = jh_alloc_get(size);
  if (copy) memcpy(copy, text, size);
  return copy;
}

jh_code jh_archive_open(
    jh_archive **out, const char *path, const jh_book_limits *limits, jh_error *err) {
  *out = NULL;
  jh_archive *archive = jh_alloc_get(sizeof *archive);
  if (!archive) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  archive->limits = limits_of(limits);
  archive->path = copy_of(path);
  int fd;
  jh_code code =
      archive->path ? jh_guise_open(&fd, path, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = open_zip(archive, fd, err);
  if (!code) code = check_entries(archive, err);
  if (code) {
    jh_archive_close(archive);
    return code;
  }
  *out = archive;
  return JH_OK;
}

void jh_archive_close(jh_archive *archive) {
  if (!archive) return;
  if (archive->zip) zip_discard(archive->zip);
  jh_alloc_free(archive->path);
  jh_alloc_free(archive);
}

/* What the archive says of a part, before any of it is unpacked. */
static jh_code check_part(jh_archive_part *part, zip_uint64_t index, jh_error *err) {
  jh_archive *archive = part->archive;
  zip_stat_t said;
  if (zip_stat_index(archive->zip, index, 0, &said) != 0)
    return zip_failure(archive, zip_get_error(archive->zip), part->name, err);
  if ((said.valid & ZIP_STAT_ENCRYPTION_METHOD) && said.encryption_method != ZIP_EM_NONE)
    return jh_archive_fail(archive, err, JH_EBOOK_LOCKED, NULL, NULL);
  bool is_usual = said.comp_method == ZIP_CM_STORE || said.comp_method == ZIP_CM_DEFLATE;
  if ((said.valid & ZIP_STAT_COMP_METHOD) && !is_usual)
    return jh_archive_fail(archive, err, JH_EBOOK_DAMAGED, part->name, NULL);
  char number[24];
  if ((said.valid & ZIP_STAT_SIZE) && said.size > part->most)
    return jh_archive_fail(
        archive, err, JH_EBOOK_BYTES, part->name, jh_arg_int(number, (int64_t)part->most));
  part->packed = said.valid & ZIP_STAT_COMP_SIZE ? said.comp_size : 0;
  return JH_OK;
}

static jh_code open_part(jh_archive_part *part, jh_error *err) {
  jh_archive *archive = part->archive;
  zip_int64_t index = find(archive, part->name);
  if (index < 0) return jh_archive_fail(archive, err, JH_EBOOK_PART, part->name, "ZIP");
  jh_code code = check_part(part, (zip_uint64_t)index, err);
  if (code) return code;
  part->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
  if (part->file) return JH_OK;
  return zip_failure(archive, zip_get_error(archive->zip), part->name, err);
}

jh_code jh_archive_part_open(
    jh_archive_part **out, jh_archive *archive, const char *name, uint64_t most, jh_error *err) {
  *out = NULL;
  jh_archive_part *part = jh_alloc_get(sizeof *part);
  if (!part) return jh_archive_fail(archive, err, JH_ENOMEM, NULL, NULL);
  part->archive = archive;
  part->most = most < archive->limits.entry_bytes ? most : archive->limits.entry_bytes;
  part->name = copy_of(name);
  jh_code code =
      part->name ? open_part(part, err) : jh_archive_fail(archive, err, JH_ENOMEM, NULL, NULL);
  if (code) {
    jh_archive_part_close(part);
    return code;
  }
  *out = part;
  return JH_OK;
}

static jh_code count_bytes(jh_archive_part *part, uint64_t more, jh_error *err) {
  jh_archive *archive = part->archive;
  const jh_book_limits *l = &archive->limits;
  char number[24];
  part->unpacked += more;
  archive->unpacked += more;
  if (part->unpacked > part->most)
    return jh_archive_fail(
        archive, err, JH_EBOOK_BYTES, part->name, jh_arg_int(number, (int64_t)part->most));
  if (archive->unpacked > l->total_bytes)
    return jh_archive_fail(
        archive, err, JH_EBOOK_BYTES, "ZIP", jh_arg_int(number, (int64_t)l->total_bytes));
  if (part->unpacked > RATIO_FROM && part->unpacked / l->ratio > part->packed)
    return jh_archive_fail(
        archive, err, JH_EBOOK_RATIO, part->name, jh_arg_int(number, (int64_t)l->ratio));
  return JH_OK;
}

jh_code jh_archive_part_read(
    jh_archive_part *part, char *to, size_t room, size_t *got, jh_error *err) {
  *got = 0;
  zip_int64_t count = zip_fread(part->file, to, room);
  if (count < 0) return zip_failure(part->archive, zip_file_get_error(part->file), part->name, err);
  *got = (size_t)count;
  return count_bytes(part, (uint64_t)count, err);
}

void jh_archive_part_close(jh_archive_part *part) {
  if (!part) return;
  if (part->file) (void)zip_fclose(part->file);
  jh_alloc_free(part->name);
  jh_alloc_free(part);
}
