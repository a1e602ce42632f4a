# src/claim
noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = %D%/room.c
