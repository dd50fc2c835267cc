# The libraries that the engine stands on, as one target: junheng_packages.
# Every one comes from the distribution; tools/dev/setup names the packages.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_program(JUNHENG_LUA NAMES lua5.4 REQUIRED DOC "Runs the scripts of tools/dev")

pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)

# Makes an imported target of a library that has neither a .pc file nor a CMake one.
function(junheng_find_library target header library)
  find_path(${target}_INCLUDE NAMES ${header} REQUIRED)
  find_library(${target}_LIBRARY NAMES ${library} REQUIRED)
  mark_as_advanced(${target}_INCLUDE ${target}_LIBRARY)
  add_library(${target} UNKNOWN IMPORTED)
  set_target_properties(
    ${target} PROPERTIES IMPORTED_LOCATION "${${target}_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                                  "${${target}_INCLUDE}")
endfunction()

junheng_find_library(junheng_csv csv.h csv)
junheng_find_library(junheng_gmp gmp.h gmp)
junheng_find_library(junheng_unistring uninorm.h unistring)
find_path(JUNHENG_UTHASH_INCLUDE NAMES uthash.h REQUIRED)
mark_as_advanced(JUNHENG_UTHASH_INCLUDE)

add_library(junheng_packages INTERFACE)
target_include_directories(junheng_packages SYSTEM INTERFACE ${JUNHENG_UTHASH_INCLUDE})
target_link_libraries(
  junheng_packages INTERFACE PkgConfig::LUA PkgConfig::CRYPTO PkgConfig::ZIP PkgConfig::EXPAT
                             PkgConfig::XLSXWRITER PkgConfig::SQLITE PkgConfig::ZLIB junheng_csv junheng_gmp junheng_unistring
                             Threads::Threads m)
