# src/conflict
noinst_LIBRARIES += libconflict.a
libconflict_a_SOURCES = \
	%D%/conflict.c \
	%D%/conflict.h \
	%D%/stub-find.c
