# src/lexis: word and place tables, compiled at build time and mapped at run time
noinst_LIBRARIES += liblexis.a
liblexis_a_SOURCES = \
	%D%/gazetteer.c \
	%D%/gazetteer.h \
	%D%/gazetteer-private.h \
	%D%/relate.c \
	%D%/relations.def \
	%D%/wordnet.c \
	%D%/wordnet.h \
	%D%/wordnet-private.h

noinst_PROGRAMS += mkwordnet mkgazetteer
mkwordnet_SOURCES = %D%/mkwordnet.c
mkwordnet_LDADD = $(CORE_LIBS)
mkgazetteer_SOURCES = %D%/mkgazetteer.c
mkgazetteer_LDADD = $(CORE_LIBS)

pkgdata_DATA += wordnet.bin gazetteer.bin
CLEANFILES += wordnet.bin gazetteer.bin
# the two programs leave their memory to the system
wordnet.bin: mkwordnet$(EXEEXT) $(WORDNET_DIR)/data.noun
	$(AM_V_GEN)ASAN_OPTIONS=detect_leaks=0 ./mkwordnet$(EXEEXT) $(WORDNET_DIR) $@
gazetteer_sources = $(top_srcdir)/rules/gazetteer/cities.tsv $(top_srcdir)/rules/gazetteer/countries.tsv \
	$(top_srcdir)/rules/gazetteer/first-names.tsv $(top_srcdir)/rules/gazetteer/regions.tsv
gazetteer.bin: mkgazetteer$(EXEEXT) $(gazetteer_sources)
	$(AM_V_GEN)ASAN_OPTIONS=detect_leaks=0 ./mkgazetteer$(EXEEXT) $(top_srcdir)/rules/gazetteer $@
