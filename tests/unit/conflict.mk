# tests of src/conflict
check_PROGRAMS += tests/unit/test-conflict
tests_unit_test_conflict_SOURCES = %D%/test-conflict.c %D%/conflict-pair.c %D%/conflict-tests.h
tests_unit_test_conflict_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_conflict_LDADD = libconflict.a libclaim.a librule.a liblexis.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
