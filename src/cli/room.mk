# src/cli: the program. A library names those below it after itself, for the linker reads left to right.
bin_PROGRAMS += belie
belie_SOURCES = \
	%D%/cli.c %D%/cli.h \
	%D%/commands.def %D%/options.c %D%/options.def \
	%D%/cmd-accept.c \
	%D%/cmd-check.c \
	%D%/cmd-compare.c \
	%D%/cmd-explain.c \
	%D%/cmd-why-not.c \
	%D%/cmd-completion.c \
	%D%/cmd-config.c \
	%D%/cmd-debug.c \
	%D%/cmd-diff.c \
	%D%/cmd-extract.c \
	%D%/cmd-manual.c \
	%D%/cmd-parse.c \
	%D%/cmd-report.c \
	%D%/cmd-rules.c \
	%D%/debug-entities.c \
	%D%/rules-page.c \
	%D%/rules-page.h \
	%D%/rules-profile.c \
	%D%/rules-profile.h \
	%D%/debug-values.c \
	%D%/debug.h \
	%D%/shown.c %D%/shown.h \
	%D%/main.c
belie_CFLAGS = $(AM_CFLAGS) $(JSON_CFLAGS) $(YAML_CFLAGS)
belie_LDADD = libdesk.a $(LIBRARY_ROOMS) $(LIBRARY_LIBS)
# Manual pages and completions are written by the program itself, from the tables it parses its options with.
WRITTEN = belie.1 belie.yaml.5 completions/belie _belie belie.fish config.schema.json
WRITE = $(AM_V_GEN)BELIE_DATADIR=$(abs_top_srcdir) ./belie$(EXEEXT)
belie.1: belie$(EXEEXT)
	$(WRITE) manual > $@.tmp && mv $@.tmp $@
belie.yaml.5: belie$(EXEEXT)
	$(WRITE) manual belie.yaml > $@.tmp && mv $@.tmp $@
completions/belie: belie$(EXEEXT)
	@$(MKDIR_P) completions
	$(WRITE) completion bash > $@.tmp && mv $@.tmp $@
_belie: belie$(EXEEXT)
	$(WRITE) completion zsh > $@.tmp && mv $@.tmp $@
belie.fish: belie$(EXEEXT)
	$(WRITE) completion fish > $@.tmp && mv $@.tmp $@
config.schema.json: belie$(EXEEXT)
	$(WRITE) config schema > $@.tmp && mv $@.tmp $@
CLEANFILES += $(WRITTEN)
man_MANS = belie.1 belie.yaml.5
zshcompletiondir = $(datadir)/zsh/site-functions
zshcompletion_DATA = _belie
fishcompletiondir = $(datadir)/fish/vendor_completions.d
fishcompletion_DATA = belie.fish
schemadir = $(pkgdatadir)/schema
schema_DATA = config.schema.json docs/schema/report.schema.json
# bash finds completions by the name of the command
bashcompletiondir = $(datadir)/bash-completion/completions
bashcompletion_DATA = completions/belie
