/* prelude.h - the engine's own Lua, embedded at build time; names shared inside script/. */
#ifndef JH_SCRIPT_PRELUDE_H
#define JH_SCRIPT_PRELUDE_H

#include <stddef.h>

#define JH_WORLDS "junheng.worlds"  /* registry: kind of file -> its words */
#define JH_NODE_TYPE "junheng.node" /* registry: metatable of expressions */

extern const unsigned char jh_prelude_fields[], jh_prelude_expression[], jh_prelude_dictionary[],
    jh_prelude_pack[], jh_prelude_rule[], jh_prelude_case[], jh_prelude_words[];
extern const size_t jh_prelude_fields_size, jh_prelude_expression_size, jh_prelude_dictionary_size,
    jh_prelude_pack_size, jh_prelude_rule_size, jh_prelude_case_size, jh_prelude_words_size;

#endif
