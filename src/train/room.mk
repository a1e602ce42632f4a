# src/train: makes models/english.bel; built by script/train only
EXTRA_PROGRAMS = belie-train
belie_train_SOURCES = %D%/main.c %D%/train.h %D%/data.c %D%/vectors.c \
	%D%/compose.c %D%/recase.c %D%/recase.h %D%/word-bank.c %D%/word-bank.h \
	%D%/binary.c %D%/binary.h %D%/tokens.c %D%/word-table.c %D%/word-table.h \
	%D%/morph.c %D%/morph-words.c %D%/morph-words.h %D%/names.c %D%/name-bank.c %D%/name-bank.h \
	%D%/gemm.c %D%/gemm.h %D%/net.c %D%/net.h %D%/net-private.h %D%/sru.c %D%/heads.c \
	%D%/parser.c %D%/parser.h %D%/learn.c %D%/teach.c %D%/pack.c \
	%D%/perceptron.c %D%/perceptron.h %D%/tagger.c
belie_train_CFLAGS = $(AM_CFLAGS) -O3 -march=native -mprefer-vector-width=512 -fno-math-errno
belie_train_LDADD = libsyntax.a libdocument.a libbase.a $(CORE_LIBS)
