# src/cli: the program. A library names those below it after itself, for the linker reads left to right.
bin_PROGRAMS += belie
belie_SOURCES = \
	%D%/accept.c %D%/accept.h \
	%D%/baseline.c %D%/baseline.h \
	%D%/check-groups.c \
	%D%/check-groups.h \
	%D%/cli.c \
	%D%/cli.h \
	%D%/commands.def \
	%D%/configuration.c %D%/configuration.h %D%/configuration-private.h %D%/configuration-read.c \
	%D%/cmd-accept.c \
	%D%/cmd-check.c \
	%D%/cmd-compare.c \
	%D%/cmd-config.c \
	%D%/cmd-debug.c \
	%D%/cmd-extract.c \
	%D%/cmd-parse.c \
	%D%/cmd-rules.c \
	%D%/debug-entities.c \
	%D%/rules-page.c \
	%D%/rules-page.h \
	%D%/rules-profile.c \
	%D%/rules-profile.h \
	%D%/debug-values.c \
	%D%/debug.h \
	%D%/ignore.c %D%/ignore.h \
	%D%/inputs.c \
	%D%/inputs.h \
	%D%/policy.c %D%/policy.h \
	%D%/main.c
belie_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(YAML_CFLAGS)
belie_LDADD = libengine.a libreport.a libconflict.a libclaim.a librule.a libsyntax.a liblexis.a libdocument.a libbase.a \
	$(JSON_LIBS) $(YAML_LIBS) $(READERS_LIBS) $(CORE_LIBS)
