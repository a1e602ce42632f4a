check_PROGRAMS += tests/unit/test-lexis
tests_unit_test_lexis_SOURCES = %D%/test-lexis.c
tests_unit_test_lexis_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_lexis_LDADD = liblexis.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
