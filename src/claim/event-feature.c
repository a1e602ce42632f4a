/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The words around a predicate, as named features. Closed classes only: auxiliaries, conjunctions, pronouns; adverbs
 * that place an event in time or make it a habit are those of the lexicon event-adverb. */
#include "claim/event-private.h"

#include <string.h>

typedef struct {
  const char *word;
  const char *name;
} WordName;

static const WordName AUXILIARIES[] = {
  { "will", "FUT" },    { "'ll", "FUT" },       { "’ll", "FUT" },      { "wo", "FUT" },    { "shall", "FUT" },
  { "would", "WOULD" }, { "may", "MAY" },       { "might", "MAY" },    { "can", "CAN" },   { "ca", "CAN" },
  { "could", "COULD" }, { "should", "SHOULD" }, { "ought", "SHOULD" }, { "must", "MUST" },
};

static const char *const MARKS[]
    = { "if",     "to",    "that",     "whether", "because", "as",   "when", "while", "after",   "before", "until",
        "unless", "since", "although", "though",  "for",     "of",   "in",   "by",    "without", "than",   "like",
        "so",     "once",  "from",     "about",   "on",      "with", "at",   "till",  "instead" };

/* Adverbs that ask for a circumstance. */
static const WordName ASKING[] = {
  { "when", "WH_when" }, { "whenever", "WH_when" }, { "how", "WH_how" }, { "why", "WH_why" }, { "where", "WH_where" },
};

void
bel_event_add_value (BelEventFeatures *out, const char *name, float value)
{
  for (uint32_t i = 0; i < out->n; i++)
    if (strcmp (out->names[i], name) == 0)
      return;
  if (out->n == BEL_EVENT_MAX_FEATURES)
    return;
  out->names[out->n] = name;
  out->values[out->n++] = value;
}

void
bel_event_add (BelEventFeatures *out, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  char buffer[128];
  g_vsnprintf (buffer, sizeof buffer, format, args);
  va_end (args);
  bel_event_add_value (out, bel_arena_strdup (out->f->arena, buffer), 1);
}

static const char *
lower_text (const BelDocument *document, uint32_t t)
{
  return bel_symbols_text (document->symbols, document->tokens.lower[t]);
}

static const char *
find_word (const WordName *table, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].word, word) == 0)
      return table[i].name;
  return NULL;
}

static bool
is_auxiliary (const BelDocument *document, uint32_t t)
{
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  return base == BEL_DEP_AUX || base == BEL_DEP_COP;
}

const char *
bel_event_form (const BelEventFeatures *out, uint32_t t)
{
  const BelDocument *document = out->f->document;
  bool any = false;
  for (BEL_EACH_CHILD (document, t, c))
    any |= is_auxiliary (document, c);
  return bel_arena_printf (out->f->arena, "X_%s%s", bel_xpos_name (document->tokens.xpos[t]), any ? "_A" : "");
}

static void
add_auxiliary (BelEventFeatures *out, uint32_t a, const char *prefix)
{
  const BelDocument *document = out->f->document;
  const BelTokens *tokens = &document->tokens;
  const char *name = find_word (AUXILIARIES, G_N_ELEMENTS (AUXILIARIES), lower_text (document, a));
  if (bel_token_form_is (document, a, "'d") && !bel_token_lemma_is (document, a, "have"))
    name = "WOULD";
  if (name)
    bel_event_add (out, "%s%s", prefix, name);
  bool past = tokens->xpos[a] == BEL_XPOS_VBD, be = bel_token_lemma_is (document, a, "be");
  if (bel_token_lemma_is (document, a, "have"))
    bel_event_add (out, "%s%s", prefix, past ? "PLUPERF" : "PERF");
  if (bel_token_lemma_is (document, a, "do"))
    bel_event_add (out, "%s%s", prefix, past ? "DO_PAST" : "DO_PRES");
  if (be && tokens->dep[a] == BEL_DEP_AUX_PASS)
    bel_event_add (out, "%sPASS", prefix);
  if (be && tokens->dep[a] == BEL_DEP_AUX)
    bel_event_add (out, "%sPROG", prefix);
  if (be && tokens->dep[a] != BEL_DEP_COP
      && (past || tokens->xpos[a] == BEL_XPOS_VBZ || tokens->xpos[a] == BEL_XPOS_VBP))
    bel_event_add (out, "%s%s", prefix, past ? "PASTAUX" : "PRESAUX");
}

static void
add_mark (BelEventFeatures *out, uint32_t m, const char *prefix)
{
  const char *word = lower_text (out->f->document, m);
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++) {
    if (strcmp (MARKS[i], word) == 0) {
      bel_event_add (out, "%sMARK_%s", prefix, word);
      return;
    }
  }
  bel_event_add (out, "%sMARK_other", prefix);
}

/* Returns: (nullable) the feature that the adverb @a is. */
static const char *
adverb_feature (const BelEventFeatures *out, uint32_t a)
{
  const BelFactuality *f = out->f;
  const BelEntry *entry = bel_lexicon_find_symbol (f->event_adverbs, f->document->tokens.lower[a]);
  if (entry)
    return bel_entry_string (entry, bel_lexicon_field (f->event_adverbs, "feature"));
  return find_word (ASKING, G_N_ELEMENTS (ASKING), lower_text (f->document, a));
}

static void
add_adverb (BelEventFeatures *out, uint32_t a, const char *prefix)
{
  const BelFactuality *f = out->f;
  const char *name = adverb_feature (out, a);
  if (name)
    bel_event_add (out, "%s%s", prefix, name);
  const BelEntry *entry = bel_lexicon_word (f->hedges, f->document, a);
  if (entry)
    bel_event_add (out, "%s%s", prefix,
                   bel_entry_number (entry, bel_lexicon_field (f->hedges, "factor")) < 0 ? "ALMOST" : "HEDGE");
}

static const char *
subject_name (const BelDocument *document, uint32_t s)
{
  static const WordName PRONOUNS[] = {
    { "i", "I" },         { "we", "I" },         { "you", "YOU" },    { "he", "THEY" },
    { "she", "THEY" },    { "they", "THEY" },    { "it", "IT" },      { "this", "IT" },
    { "that", "IT" },     { "who", "REL" },      { "which", "REL" },  { "anyone", "GEN" },
    { "someone", "GEN" }, { "everyone", "GEN" }, { "people", "GEN" }, { "one", "GEN" },
  };
  const char *name = find_word (PRONOUNS, G_N_ELEMENTS (PRONOUNS), lower_text (document, s));
  if (name)
    return name;
  if (document->tokens.pos[s] == BEL_POS_PROPN)
    return "NAME";
  return bel_token_feat (document, s, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR ? "PLUR" : "NOUN";
}

static void
add_subject (BelEventFeatures *out, uint32_t s, const char *prefix)
{
  const BelDocument *document = out->f->document;
  bel_event_add (out, "%sSUBJ_%s", prefix, subject_name (document, s));
  uint32_t det = bel_child (document, s, BEL_DEP_DET);
  if (det != BEL_NONE
      && (bel_token_form_is (document, det, "any") || bel_token_form_is (document, det, "every")
          || bel_token_form_is (document, det, "all") || bel_token_form_is (document, det, "each")))
    bel_event_add (out, "%sSUBJ_QUANT", prefix);
}

static void
add_adverbial_clause (BelEventFeatures *out, uint32_t c, const char *prefix)
{
  const BelDocument *document = out->f->document;
  for (BEL_EACH_CHILD (document, c, d)) {
    if (bel_token_form_is (document, d, "if") || bel_token_form_is (document, d, "unless"))
      bel_event_add (out, "%sHAS_IF", prefix);
    if (bel_token_form_is (document, d, "when") || bel_token_form_is (document, d, "whenever"))
      bel_event_add (out, "%sHAS_WHEN", prefix);
  }
}

static void
add_time (BelEventFeatures *out, uint32_t c, const char *prefix)
{
  const BelDocument *document = out->f->document;
  const char *name = adverb_feature (out, c);
  for (BEL_EACH_CHILD (document, c, d)) {
    if (bel_token_form_is (document, d, "next"))
      name = "ADVFUT";
    if (bel_token_form_is (document, d, "last") || bel_token_form_is (document, d, "ago"))
      name = "ADVPAST";
  }
  if (name)
    bel_event_add (out, "%s%s", prefix, name);
}

void
bel_event_add_local (BelEventFeatures *out, uint32_t t, const char *prefix)
{
  const BelDocument *document = out->f->document;
  bool subject = false;
  bel_event_add (out, "%s%s", prefix, bel_event_form (out, t));
  if (bel_factuality_negated (document, t))
    bel_event_add (out, "%sNEG", prefix);
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c], base = bel_dep_base (dep);
    subject |= base == BEL_DEP_NSUBJ || base == BEL_DEP_CSUBJ || base == BEL_DEP_EXPL;
    if (is_auxiliary (document, c))
      add_auxiliary (out, c, prefix);
    else if (base == BEL_DEP_MARK)
      add_mark (out, c, prefix);
    else if (base == BEL_DEP_ADVMOD)
      add_adverb (out, c, prefix);
    else if (base == BEL_DEP_NSUBJ)
      add_subject (out, c, prefix);
    else if (base == BEL_DEP_ADVCL)
      add_adverbial_clause (out, c, prefix);
    else if (dep == BEL_DEP_OBL_UNMARKED)
      add_time (out, c, prefix);
    else if (base == BEL_DEP_EXPL)
      bel_event_add (out, "%sEXPL", prefix);
    if (bel_token_form_is (document, c, "please"))
      bel_event_add (out, "%sPLEASE", prefix);
  }
  if (!subject)
    bel_event_add (out, "%sNOSUBJ", prefix);
}
