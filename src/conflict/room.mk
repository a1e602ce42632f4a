# src/conflict
noinst_LIBRARIES += libconflict.a
libconflict_a_SOURCES = \
	%D%/class.c \
	%D%/conflict.c \
	%D%/conflict.h \
	%D%/dispute.c \
	%D%/dispute.h \
	%D%/entail.c \
	%D%/entail.h \
	%D%/evaluate.c \
	%D%/evaluate.h \
	%D%/explain.c \
	%D%/explain.h \
	%D%/find.c \
	%D%/finder.c \
	%D%/finder.h \
	%D%/group.c \
	%D%/group.h \
	%D%/judge.c \
	%D%/judge.h \
	%D%/key.c \
	%D%/key.h \
	%D%/name.c \
	%D%/name.h \
	%D%/phrase.c \
	%D%/phrase.h \
	%D%/prop.c \
	%D%/prop.h \
	%D%/question.c \
	%D%/value.c \
	%D%/value.h \
	%D%/wording.c \
	%D%/wording.h \
	%D%/words.c \
	%D%/words.h
