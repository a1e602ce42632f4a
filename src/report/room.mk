# src/report
noinst_LIBRARIES += libreport.a
libreport_a_SOURCES = \
	%D%/json-claim.c %D%/json-claim.h \
	%D%/json-writer.c %D%/json-writer.h
