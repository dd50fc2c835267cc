# Which Python can read workbooks: JUNHENG_OPENPYXL, empty if none can; then tests that need it are
# left out, and that is said.

if(NOT JUNHENG_OPENPYXL)
  foreach(python IN ITEMS python3 /usr/bin/python3)
    execute_process(COMMAND "${python}" -c "import openpyxl" RESULT_VARIABLE result OUTPUT_QUIET
                                                             ERROR_QUIET)
    if(result EQUAL 0)
      set(JUNHENG_OPENPYXL "${python}" CACHE STRING "A Python that has openpyxl" FORCE)
      break()
    endif()
  endforeach()
endif()
if(NOT JUNHENG_OPENPYXL)
  message(STATUS "No Python has openpyxl: tests that read workbooks back are left out")
endif()
