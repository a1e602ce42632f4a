# src/claim
noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = \
	%D%/attribution.c \
	%D%/attribution-noun.c \
	%D%/attribution-quote.c \
	%D%/attribution-span.c \
	%D%/attribution-stance.c \
	%D%/attribution-verb.c \
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
	%D%/factuality.c \
	%D%/quote.c \
	%D%/voice-private.h \
	%D%/normal.c \
	%D%/normal.h \
	%D%/normal-class.c \
	%D%/normal-key.c \
	%D%/surface.c \
	%D%/surface-twin.c \
	%D%/surface.h \
	%D%/stub-values.c
