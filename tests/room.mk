# tests: one unit-test program a room, linked with only the rooms it may use; TAP to automake.
if HAVE_CHECK
include tests/unit/base.mk
include tests/unit/document.mk
include tests/unit/lexis.mk
include tests/unit/parser.mk
include tests/unit/syntax.mk
include tests/unit/rule.mk
include tests/unit/claim.mk
include tests/unit/conflict.mk
include tests/unit/report.mk
include tests/unit/engine.mk
endif
include tests/fuzz/room.mk
# the whole program on fixtures/cli, and what holds for the source tree
dist_check_SCRIPTS += tests/accept/run tests/golden/run tests/pairs/run tests/install/run tests/contrib/run
dist_check_SCRIPTS += tests/house/run tests/docs/run tests/rules/run tests/rules/compiled tests/story/run
EXTRA_DIST += tests/accept/check.py tests/pairs/check.py tests/install/client.c
# output formats, read back by their own readers
if HAVE_CHECK
noinst_PROGRAMS += tests/formats/write-sample
tests_formats_write_sample_SOURCES = tests/formats/write-sample.c tests/unit/report-sample.c tests/unit/test-report.h
tests_formats_write_sample_CPPFLAGS = $(tests_unit_test_report_CPPFLAGS) -I$(srcdir)/tests/unit
tests_formats_write_sample_CFLAGS = $(tests_unit_test_report_CFLAGS)
tests_formats_write_sample_LDADD = $(tests_unit_test_report_LDADD)
dist_check_SCRIPTS += tests/formats/run tests/formats/validators tests/formats/browser
EXTRA_DIST += tests/formats/check.py
endif
EXTRA_DIST += docs
# what the join costs: script/bench-join
EXTRA_PROGRAMS += tests/bench/join
tests_bench_join_SOURCES = tests/bench/join.c
tests_bench_join_CFLAGS = $(AM_CFLAGS)
tests_bench_join_LDADD = libconflict.a libbase.a $(CORE_LIBS) -lm
