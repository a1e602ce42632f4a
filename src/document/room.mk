# src/document
noinst_LIBRARIES += libdocument.a
libdocument_a_SOURCES = %D%/conllu.h %D%/conllu-read.c %D%/conllu-write.c \
	%D%/document.c %D%/document.h %D%/metadata.c %D%/metadata.h \
	%D%/reader.c %D%/reader.h %D%/tags.c %D%/tags.h %D%/text.c %D%/text.h %D%/wire.c %D%/wire.h \
	%D%/feats.def %D%/labels.def %D%/upos.def %D%/xpos.def \
	%D%/html.c %D%/markdown.c %D%/markup.h %D%/newsxml.c %D%/ninjs.c %D%/office.c \
	%D%/visible.c %D%/visible.h %D%/wire-blocks.c
libdocument_a_CFLAGS = $(AM_CFLAGS) $(READERS_CFLAGS)
