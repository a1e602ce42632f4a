# src/lexis: word and place tables, compiled at build time and mapped at run time
noinst_LIBRARIES += liblexis.a
liblexis_a_SOURCES = \
	%D%/relate.c \
	%D%/relations.def \
	%D%/wordnet.c \
	%D%/wordnet.h \
	%D%/wordnet-private.h

noinst_PROGRAMS += mkwordnet
mkwordnet_SOURCES = %D%/mkwordnet.c
mkwordnet_LDADD = $(CORE_LIBS)

pkgdata_DATA += wordnet.bin
CLEANFILES += wordnet.bin
wordnet.bin: mkwordnet$(EXEEXT) $(WORDNET_DIR)/data.noun
	$(AM_V_GEN)./mkwordnet$(EXEEXT) $(WORDNET_DIR) $@
