check_PROGRAMS += tests/unit/test-base
tests_unit_test_base_SOURCES = %D%/test-base.c
tests_unit_test_base_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_base_LDADD = libbase.a $(CHECK_LIBS) $(CORE_LIBS)
