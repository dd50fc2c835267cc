/* guise.c - telling texts, old workbooks and locked ones from archives; see guise.h. */
#include "sheet/guise.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define HEAD 4096

static jh_code system_error(const char *path, int number, jh_error *err) {
  char words[128];
  jh_place at = jh_place_of(path, 0, 0);
  /* The GNU form: the text is returned, and need not lie in `words`. */
  return jh_fail(err, JH_ENOT_READABLE, &at, strerror_r(number, words, sizeof words), NULL);
}

/* Is there a stream called EncryptedPackage? Names stand in UTF-16, on a bound of 128 bytes;
 * where the directory stands is not asked. */
static bool is_locked(int fd) {
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"; /* ends in a NUL */
  char block[HEAD];
  ssize_t size;
  for (uint64_t from = 0; (size = jh_file_read_at(fd, block, sizeof block, from)) > 0;
       from += (uint64_t)size)
    for (ssize_t at = 0; at + (ssize_t)sizeof name <= size; at += 128)
      if (memcmp(block + at, name, sizeof name) == 0) return true;
  return false;
}

static bool is_text(const char *head, size_t size) {
  if (size >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0))
    return true;
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)head[i];
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x0C && c != 0x1A) return false;
  }
  return true;
}

/* Tables in HTML or XML that programs save under the name of a workbook. */
static bool is_markup(const char *head, size_t size) {
  jh_str text = {head, size};
  if (jh_str_starts(text, "\xEF\xBB\xBF")) text = (jh_str){head + 3, size - 3};
  while (text.size && strchr(" \t\r\n", text.at[0])) text = (jh_str){text.at + 1, text.size - 1};
  return text.size && text.at[0] == '<';
}

static jh_code tell(int fd, const char *head, size_t size, const jh_place *at, jh_error *err) {
  if (size == 0) return jh_fail(err, JH_EEMPTY_FILE, at, NULL);
  if (size >= 8 && memcmp(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
    return jh_fail(err, is_locked(fd) ? JH_EBOOK_LOCKED : JH_EBOOK_OLD, at, NULL);
  /* Without a container around it: the workbooks of the eighties and nineties. */
  if (size >= 4 && head[0] == '\x09' && (unsigned char)head[1] <= 8 && head[3] == 0)
    return jh_fail(err, JH_EBOOK_OLD, at, NULL);
  if (is_markup(head, size)) return jh_fail(err, JH_EBOOK_KIND, at, "HTML, XML", NULL);
  if (is_text(head, size)) return jh_fail(err, JH_EBOOK_TEXT, at, NULL);
  return jh_fail(err, JH_EBOOK_KIND, at, "not a ZIP archive", NULL);
}

jh_code jh_guise_open(int *fd, const char *path, jh_error *err) {
  *fd = -1;
  jh_place at = jh_place_of(path, 0, 0);
  /* Not blocking, so that a pipe without a writer does not hold us for ever. */
  int opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (opened < 0) return system_error(path, errno, err);
  struct stat found;
  char head[HEAD];
  ssize_t size = -1;
  int number = fstat(opened, &found) != 0 ? errno : 0;
  bool is_folder = !number && S_ISDIR(found.st_mode);
  if (!number && !S_ISREG(found.st_mode)) number = EINVAL;
  if (!number && (size = jh_file_read_at(opened, head, sizeof head, 0)) < 0) number = errno;
  if (size >= 4 && memcmp(head, "PK\x03\x04", 4) == 0) {
    *fd = opened;
    return JH_OK;
  }
  jh_code code;
  if (is_folder)
    code = jh_fail(err, JH_EIS_FOLDER, &at, NULL);
  else if (number)
    code = system_error(path, number, err);
  else
    code = tell(opened, head, (size_t)size, &at, err);
  close(opened);
  return code;
}
