# tests of the trained part of src/syntax, and of the gradients of src/train
check_PROGRAMS += tests/unit/test-parser
tests_unit_test_parser_SOURCES = \
	%D%/parser-gradient.c \
	%D%/parser-kernels.c \
	%D%/parser-model.c \
	%D%/parser-run.c \
	%D%/parser-tree.c \
	%D%/test-parser.c %D%/test-parser.h \
	src/train/gemm.c src/train/gemm.h src/train/heads.c src/train/net.c src/train/net.h src/train/net-private.h \
	src/train/sru.c src/train/train.h
tests_unit_test_parser_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_parser_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_parser_LDADD = libsyntax.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
