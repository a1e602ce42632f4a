# src/syntax
noinst_LIBRARIES += libsyntax.a
libsyntax_a_SOURCES = \
	%D%/linear.c %D%/linear.h %D%/tagger.c %D%/tagger.h %D%/transition.c %D%/transition.h \
	%D%/word.c %D%/word.h \
	%D%/model.c %D%/model.h %D%/model-private.h \
	%D%/annotate.c \
	%D%/binary.h \
	%D%/glyph.c %D%/glyph.h \
	%D%/morph.c %D%/morph-clause.c %D%/morph.h \
	%D%/name-tag.c %D%/name-tag.h \
	%D%/names.c \
	%D%/pack.c \
	%D%/segment.c \
	%D%/segmenter.c %D%/segmenter.h \
	%D%/syntax.h
