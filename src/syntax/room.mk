# src/syntax
noinst_LIBRARIES += libsyntax.a
libsyntax_a_SOURCES = \
	%D%/mend.c %D%/mend.h %D%/mend-private.h %D%/mend-word.c %D%/linear.c %D%/linear.h %D%/tagger.c %D%/tagger.h \
	%D%/activation.h %D%/input.c \
	%D%/kernels.c %D%/kernels.h %D%/kernels-body.h %D%/parser.c %D%/parser.h %D%/parser-run.h %D%/doubles.c %D%/rivals.c %D%/tree.c %D%/tree.h \
	%D%/word.c %D%/word.h \
	%D%/model.c %D%/model.h %D%/model-private.h \
	%D%/annotate.c \
	%D%/binary.h \
	%D%/glyph.c %D%/glyph.h \
	%D%/morph.c %D%/morph-clause.c %D%/morph.h \
	%D%/name-settle.c %D%/name-tag.c %D%/name-tag.h \
	%D%/names.c \
	%D%/pack.c \
	%D%/segment.c \
	%D%/segmenter.c %D%/segmenter-break.c %D%/segmenter-lost.c %D%/segmenter.h \
	%D%/syntax.h
# Fused multiply-adds would make trees depend on the processor.
libsyntax_a_CFLAGS = $(AM_CFLAGS) -ffp-contract=off
