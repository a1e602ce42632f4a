# src/train: makes models/english.bel; built by script/train only
EXTRA_PROGRAMS = belie-train
belie_train_SOURCES = %D%/main.c %D%/train.h %D%/data.c %D%/vectors.c \
	%D%/binary.c %D%/binary.h %D%/tokens.c %D%/morph.c %D%/names.c %D%/word-table.c %D%/word-table.h \
	%D%/perceptron.c %D%/perceptron.h %D%/tagger.c %D%/transition.c
belie_train_CFLAGS = $(AM_CFLAGS) -O3 -march=native -fno-math-errno
belie_train_LDADD = libsyntax.a libdocument.a libbase.a $(CORE_LIBS)
