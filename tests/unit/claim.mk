# tests of src/claim
check_PROGRAMS += tests/unit/test-claims
tests_unit_test_claims_SOURCES = \
	%D%/claims-corpus.c \
	%D%/corpus.c %D%/corpus.h \
	%D%/entities-corpus.c \
	%D%/values-corpus.c \
	%D%/voices-corpus.c \
	%D%/test-claims.c
tests_unit_test_claims_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_claims_CFLAGS = $(AM_CFLAGS)
tests_unit_test_claims_LDADD = libengine.a libreport.a libconflict.a libclaim.a librule.a libsyntax.a liblexis.a libdocument.a \
	libbase.a $(READERS_LIBS) $(CORE_LIBS)
check_PROGRAMS += tests/unit/test-claim
tests_unit_test_claim_SOURCES = \
	%D%/claim-clause.c \
	%D%/claim-finders.c \
	%D%/claim-normal.c \
	%D%/claim-values.c \
	%D%/test-claim.c %D%/test-claim.h
tests_unit_test_claim_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/%D%
tests_unit_test_claim_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_test_claim_LDADD = libclaim.a librule.a liblexis.a libdocument.a libbase.a $(CHECK_LIBS) $(CORE_LIBS)
