# src/report
noinst_LIBRARIES += libreport.a
libreport_a_SOURCES = \
	%D%/extract-jsonl.c \
	%D%/extract.h \
	%D%/json-claim.c %D%/json-claim.h \
	%D%/json-writer.c %D%/json-writer.h
