# src/claim
noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = \
	%D%/claim.c \
	%D%/claim.h \
	%D%/clause-argument.c \
	%D%/clause-chain.c \
	%D%/clause-distribute.c \
	%D%/clause-lexicons.def \
	%D%/clause-nominal.c \
	%D%/clause-phrase.c \
	%D%/clause-predicate.c \
	%D%/clause-subject.c \
	%D%/clause-verbal.c \
	%D%/clause-words.c \
	%D%/clause-words.def \
	%D%/clause.c \
	%D%/clause.h \
	%D%/confidence.c \
	%D%/extract.c \
	%D%/extract.h \
	%D%/normal.c \
	%D%/normal.h \
	%D%/normal-key.c \
	%D%/stub-quote.c \
	%D%/surface.c \
	%D%/surface.h \
	%D%/stub-values.c \
	%D%/stub-voice.c
