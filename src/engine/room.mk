# src/engine
noinst_LIBRARIES += libengine.a
libengine_a_SOURCES = \
	%D%/credit.c %D%/credit.h \
	%D%/engine.c \
	%D%/engine.h \
	%D%/rule-test.c %D%/rule-test.h
