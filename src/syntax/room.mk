# src/syntax
noinst_LIBRARIES += libsyntax.a
libsyntax_a_SOURCES = \
	%D%/linear.c %D%/linear.h %D%/tagger.c %D%/tagger.h %D%/transition.c %D%/transition.h \
	%D%/word.c %D%/word.h \
	%D%/model.c %D%/model.h %D%/model-private.h \
	%D%/annotate.c \
	%D%/stub-segment.c \
	%D%/pack.c \
	%D%/syntax.h
