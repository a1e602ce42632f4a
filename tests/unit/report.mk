# tests of src/report
check_PROGRAMS += tests/unit/test-report
tests_unit_test_report_SOURCES = \
	%D%/report-json.c \
	%D%/report-sample.c \
	%D%/report-text.c \
	%D%/test-report.c %D%/test-report.h
tests_unit_test_report_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_report_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(JSON_CFLAGS)
tests_unit_test_report_LDADD = libreport.a libconflict.a libclaim.a librule.a liblexis.a libdocument.a libbase.a \
	$(CHECK_LIBS) $(JSON_LIBS) $(CORE_LIBS)
