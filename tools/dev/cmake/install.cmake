# What `cmake --install` gives: the program, the library with its one header and its .pc file,
# the packs, the dictionaries and the code lists.

install(TARGETS junheng_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(
  TARGETS junheng
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  PUBLIC_HEADER DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

# Paths in the .pc file start from its own place, so that the installed tree can be moved.
file(RELATIVE_PATH JUNHENG_PC_PREFIX "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig"
     "${CMAKE_INSTALL_PREFIX}")
configure_file("${PROJECT_SOURCE_DIR}/tools/dev/cmake/junheng.pc.in"
               "${PROJECT_BINARY_DIR}/junheng.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/junheng.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

set(share "${CMAKE_INSTALL_DATADIR}/junheng")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rules" DESTINATION "${share}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/data/schema" "${PROJECT_SOURCE_DIR}/data/codes"
        DESTINATION "${share}/data")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
