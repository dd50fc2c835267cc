/* prelude.h - the engine's own Lua, embedded at build time; names shared inside script/. */
#ifndef JH_SCRIPT_PRELUDE_H
#define JH_SCRIPT_PRELUDE_H

#include <stddef.h>

#define JH_WORLDS "junheng.worlds"  /* registry: kind of file -> its words */
#define JH_NODE_TYPE "junheng.node" /* registry: metatable of expressions */

/* jh_prelude_fields[], jh_prelude_fields_size, … : the embedded files, as text and compiled. */
#define JH_PRELUDE(name)                                                                           \
  extern const unsigned char jh_prelude_##name[];                                                  \
  extern const size_t jh_prelude_##name##_size;                                                    \
  extern const unsigned char jh_prelude_##name##_compiled[];                                       \
  extern const size_t jh_prelude_##name##_compiled_size;
#include "script/prelude.def"
#undef JH_PRELUDE

#endif
