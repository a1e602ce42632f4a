# tests of src/syntax
check_PROGRAMS += tests/unit/test-syntax
tests_unit_test_syntax_SOURCES = \
	%D%/syntax-hostile.c \
	%D%/syntax-model.c \
	%D%/syntax-morph.c \
	%D%/syntax-names.c \
	%D%/syntax-tokens.c \
	%D%/syntax-trees.c \
	%D%/test-syntax.c %D%/test-syntax.h
tests_unit_test_syntax_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_syntax_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_syntax_LDADD = libsyntax.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
