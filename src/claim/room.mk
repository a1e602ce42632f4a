# src/claim
noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = \
	%D%/claim.c \
	%D%/claim.h \
	%D%/extract.c \
	%D%/extract.h \
	%D%/stub-clause.c \
	%D%/stub-quote.c \
	%D%/stub-values.c \
	%D%/stub-voice.c
