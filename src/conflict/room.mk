# src/conflict
noinst_LIBRARIES += libconflict.a
libconflict_a_SOURCES = %D%/room.c
