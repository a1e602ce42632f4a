# src/engine
noinst_LIBRARIES += libengine.a
libengine_a_SOURCES = \
	%D%/engine.c \
	%D%/engine.h
