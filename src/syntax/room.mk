# src/syntax
noinst_LIBRARIES += libsyntax.a
libsyntax_a_SOURCES = %D%/room.c
