# junheng_embed_lua(target file.lua ...)
#
# Compiles Lua files into a target as bytes. words.lua becomes
#
#     const unsigned char jh_prelude_words[];
#     const size_t jh_prelude_words_size;
#
# and the same once more, compiled by Lua, as jh_prelude_words_compiled.
#
# The files are read again whenever they change.

function(junheng_embed_lua target)
  set(outputs)
  foreach(file IN LISTS ARGN)
    get_filename_component(source "${file}" ABSOLUTE)
    get_filename_component(name "${file}" NAME_WE)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.lua.c")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${JUNHENG_LUA}" "${PROJECT_SOURCE_DIR}/tools/dev/embed.lua" "${source}"
              "jh_prelude_${name}" "${output}"
      DEPENDS "${source}" "${PROJECT_SOURCE_DIR}/tools/dev/embed.lua"
      VERBATIM)
    list(APPEND outputs "${output}")
  endforeach()
  # The rules live in this folder, the target in another: a target of its own carries them over.
  add_custom_target(${target}_embedded DEPENDS ${outputs})
  add_dependencies(${target} ${target}_embedded)
  set_source_files_properties(${outputs} TARGET_DIRECTORY ${target} PROPERTIES GENERATED ON)
  target_sources(${target} PRIVATE ${outputs})
endfunction()
