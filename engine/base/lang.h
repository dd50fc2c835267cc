/* lang.h - the two languages in which staff read Junheng.
 *
 * Knows nothing of what is said; code.h and report/words.h hold the texts.
 */
#ifndef JH_BASE_LANG_H
#define JH_BASE_LANG_H

typedef enum jh_lang { JH_ZH = 0, JH_EN = 1 } jh_lang;

#define JH_LANGS 2

#endif
