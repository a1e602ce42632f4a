# src/report
noinst_LIBRARIES += libreport.a
libreport_a_SOURCES = \
	%D%/extract.def %D%/formats.def \
	%D%/claim-diff.c %D%/claim-diff.h \
	%D%/concise.c \
	%D%/csv.c \
	%D%/escape.h %D%/extract-events.c %D%/extract-jsonl.c %D%/extract-jsonld.c %D%/extract-people.c %D%/extract-sheet.c %D%/extract.h \
	%D%/github.c \
	%D%/gitlab.c \
	%D%/html.c \
	%D%/html-card.c \
	%D%/html-parts.c \
	%D%/html-private.h \
	%D%/html-style.c \
	%D%/json.c \
	%D%/json-claim.c %D%/json-claim.h \
	%D%/json-read.c %D%/json-read.h \
	%D%/json-writer.c %D%/json-writer.h \
	%D%/line-hash.c %D%/line-hash.h \
	%D%/markdown.c \
	%D%/rdjson.c \
	%D%/report.c %D%/report.h \
	%D%/saved.c %D%/saved.h %D%/saved-draft.c %D%/saved-draft.h \
	%D%/snippet.c %D%/snippet.h \
	%D%/sarif.c \
	%D%/text.c \
	%D%/xml.c
libreport_a_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS)
