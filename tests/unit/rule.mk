# tests of src/rule
check_PROGRAMS += tests/unit/test-rule
tests_unit_test_rule_SOURCES = %D%/test-rule.c %D%/test-rule.h %D%/trees.c %D%/trees.h %D%/rule-words.c %D%/rule-load.c %D%/rule-image.c %D%/rule-claim.c %D%/rule-conflict.c
tests_unit_test_rule_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_rule_LDADD = librule.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)

check_PROGRAMS += tests/diff/rule-naive
tests_diff_rule_naive_SOURCES = tests/diff/rule-naive.c tests/diff/naive.c tests/diff/naive.h %D%/trees.c %D%/trees.h
tests_diff_rule_naive_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_diff_rule_naive_LDADD = librule.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
