# src/base
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = %D%/arena.c %D%/arena.h %D%/checksum.c %D%/checksum.h %D%/closest.c %D%/closest.h %D%/diag.c %D%/diag.h %D%/file.c %D%/file.h %D%/limits.h \
	%D%/glob.c %D%/glob.h %D%/linemap.c %D%/linemap.h %D%/map.c %D%/map.h %D%/span.h %D%/symbols.c %D%/symbols.h %D%/vec.h
