# src/syntax
noinst_LIBRARIES += libsyntax.a
libsyntax_a_SOURCES = \
	%D%/model.c %D%/model.h %D%/model-private.h \
	%D%/stub-annotate.c \
	%D%/stub-segment.c \
	%D%/pack.c \
	%D%/syntax.h
