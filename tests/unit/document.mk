check_PROGRAMS += tests/unit/test-document
tests_unit_test_document_SOURCES = \
	%D%/document-conllu.c \
	%D%/document-markup.c \
	%D%/document-tags.c \
	%D%/document-text.c \
	%D%/test-document.c %D%/test-document.h
tests_unit_test_document_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_document_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS) $(READERS_CFLAGS)
tests_unit_test_document_LDADD = libdocument.a libbase.a $(CHECK_LIBS) $(READERS_LIBS) $(CORE_LIBS)
