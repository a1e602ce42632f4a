# tests of src/rule
check_PROGRAMS += tests/unit/test-rule
tests_unit_test_rule_SOURCES = %D%/test-rule.c %D%/test-rule.h %D%/trees.c %D%/trees.h %D%/rule-words.c %D%/rule-conflict.c
tests_unit_test_rule_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_rule_LDADD = librule.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
