# One interface target with what every C file of ours is compiled with.

set(JUNHENG_SANITIZE "" CACHE STRING "Sanitizers, separated by commas: address,undefined")
option(JUNHENG_COVERAGE "Count how often each line runs" OFF)
option(JUNHENG_WERROR "Warnings are errors" ON)

add_library(junheng_flags INTERFACE)
target_compile_features(junheng_flags INTERFACE c_std_11)
target_compile_definitions(junheng_flags INTERFACE _GNU_SOURCE)
target_compile_options(
  junheng_flags
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wstrict-prototypes
            -Wmissing-prototypes
            -Wvla
            -Wundef
            $<$<BOOL:${JUNHENG_WERROR}>:-Werror>
            # The same digits on every machine: no fused multiply-add that rounds once instead of
            # twice.
            -ffp-contract=off
            $<$<CONFIG:Debug>:-fno-omit-frame-pointer>)

option(JUNHENG_LTO "Optimise across files, where the compiler can" OFF)
if(JUNHENG_LTO)
  include(CheckIPOSupported)
  check_ipo_supported(RESULT has_lto LANGUAGES C)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${has_lto}) # what targets begin with
endif()

if(JUNHENG_SANITIZE)
  target_compile_options(
    junheng_flags INTERFACE -fsanitize=${JUNHENG_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(junheng_flags INTERFACE -fsanitize=${JUNHENG_SANITIZE})
endif()

if(JUNHENG_COVERAGE)
  # Atomic, because blocks of counties are evaluated by several threads.
  target_compile_options(junheng_flags INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(junheng_flags INTERFACE --coverage)
endif()

# Some checks of UBSan are branches of their own before those of the source are counted. In a build that counts, the
# files of tools/dev/branches.py do without these; AddressSanitizer, null and misaligned pointers, bounds and
# overflow of words stay. Only division brings its overflow with it: base/rat.c divides words with a sign.
if(JUNHENG_COVERAGE AND JUNHENG_SANITIZE)
  set(JUNHENG_UNBRANCHED
      -fno-sanitize=shift,integer-divide-by-zero,bool,enum,return,vla-bound,unreachable,nonnull-attribute,returns-nonnull-attribute,builtin
  )
  set(JUNHENG_UNBRANCHED_DIVIDING ${JUNHENG_UNBRANCHED},signed-integer-overflow)
endif()

# Fuzzing needs clang: everything of ours tells libFuzzer where it has been (tests/fuzz/README.md).
option(JUNHENG_FUZZ "Build the fuzz targets of tests/fuzz with libFuzzer" OFF)
if(JUNHENG_FUZZ)
  if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "JUNHENG_FUZZ needs clang: set CMAKE_C_COMPILER=clang")
  endif()
  target_compile_options(
    junheng_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_link_options(junheng_flags INTERFACE -fsanitize=address,undefined)
endif()
