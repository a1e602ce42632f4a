/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/schema.h"

#include "claim/calendar.h"
#include "conflict/clash.h"
#include "conflict/explain.h"
#include "conflict/value.h"

/* -- what there is ---------------------------------------------------------------------------------- */

static const char *const KINDS[] = { "claim", "answer", "attribute", "sentence", "date", "quote", "tally", NULL };
static const char *const POLARITIES[] = { "positive", "negative", NULL };
static const char *const TENSES[] = { "none", "past", "present", "future", NULL };
static const char *const VOICES[] = { "draft", "source", NULL };
static const char *const MODALITIES[]
    = { "none",     "possibility", "ability", "obligation", "future",  "conditional", "counterfactual",
        "question", "intention",   "desire",  "directive",  "generic", NULL };
static const char *const POSITIONS[] = { "body", "lead", "headline", "caption", NULL };
static const char *const CLAIM_KINDS[] = { "verbal",     "copular", "existential", "relative", "participial",
                                           "apposition", "title",   "possessive",  "nominal",  NULL };

static const BelTypeSpec TYPES[] = {
  { "key", BEL_VALUE_SYMBOL, NULL },          { "kind", BEL_VALUE_ENUM, KINDS },
  { "polarity", BEL_VALUE_ENUM, POLARITIES }, { "tense", BEL_VALUE_ENUM, TENSES },
  { "voice", BEL_VALUE_ENUM, VOICES },        { "modality", BEL_VALUE_ENUM, MODALITIES },
  { "form", BEL_VALUE_ENUM, CLAIM_KINDS },    { "position", BEL_VALUE_ENUM, POSITIONS },
};

typedef enum {
  FIELD_KIND,
  FIELD_PREDICATE_NAME,
  FIELD_POLARITY,
  FIELD_TENSE,
  FIELD_MODALITY,
  FIELD_FORM,
  FIELD_VOICE,
  FIELD_POSITION,
  FIELD_TEXT,
  FIELD_WORD,
  FIELD_SOURCE,
  FIELD_WEEKDAY,
  N_PLAIN_FIELDS
} PlainField;

/* The join keys come first, in the order of BelKeyKind. */
static const BelFieldSpec FIELDS[BEL_N_KEY_KINDS + N_PLAIN_FIELDS] = {
  [BEL_KEY_PARTICIPANT]
  = { "participant", "key", true, true, 5, "each participant by name or head; above it, what it is a kind of" },
  [BEL_KEY_PREDICATE] = { "predicate", "key", true, true, 2,
                          "the predicate; with ~ one of the two is the other, entails it or excludes it" },
  [BEL_KEY_COUNTED] = { "counted", "key", true, true, 2, "what is counted" },
  [BEL_KEY_WORDING]
  = { "wording", "key", true, true, 5, "content words of the sentence; in drafts three of them have to be in common" },
  [BEL_KEY_ENTITY] = { "entity", "key", true, true, 2, "whom an attribute is said of, and which attribute" },
  [BEL_KEY_NAME] = { "name", "key", true, true, 2, "a name, spelt about so" },
  [BEL_KEY_QUOTE]
  = { "quote", "key", true, true, 5, "content words of a quotation; in drafts three of them have to be in common" },
  [BEL_KEY_ANSWERED] = { "answered", "key", true, true, 1, "the claim that an answer is to, and the claim itself" },
  [BEL_KEY_WHERE] = { "whereabouts", "key", true, true, 3, "a place that the claim is told with" },
  [BEL_KEY_ITSELF] = { "itself", "key", true, true, 1, "the thing itself, for what is wrong with one thing alone" },
  [BEL_N_KEY_KINDS + FIELD_KIND]
  = { "kind", "kind", false, false, 1,
      "claim, answer to one (\"rejected this\"), attribute of an entity, sentence or date" },
  [BEL_N_KEY_KINDS + FIELD_PREDICATE_NAME]
  = { "predicate-name", "symbol", false, false, 1, "class of the predicate, or its lemma; of an attribute its name" },
  [BEL_N_KEY_KINDS + FIELD_POLARITY] = { "polarity", "polarity", false, false, 1, "as it is written" },
  [BEL_N_KEY_KINDS + FIELD_TENSE] = { "tense", "tense", false, false, 1, "of the claim" },
  [BEL_N_KEY_KINDS + FIELD_MODALITY] = { "modality", "modality", false, false, 1, "of the claim" },
  [BEL_N_KEY_KINDS + FIELD_FORM] = { "form", "form", false, false, 1, "the grammar it was read from" },
  [BEL_N_KEY_KINDS + FIELD_VOICE] = { "voice", "voice", false, false, 1, "the draft's own, or a source's" },
  [BEL_N_KEY_KINDS + FIELD_POSITION] = { "position", "position", false, false, 1, "where in the story it stands" },
  [BEL_N_KEY_KINDS + FIELD_TEXT] = { "text", "symbol", false, false, 1, "its words, for reports" },
  [BEL_N_KEY_KINDS + FIELD_WORD]
  = { "word", "symbol", false, false, 1, "the word that excludes the other's, for reports" },
  [BEL_N_KEY_KINDS + FIELD_SOURCE] = { "source", "symbol", false, false, 1, "who says it, for reports" },
  [BEL_N_KEY_KINDS + FIELD_WEEKDAY]
  = { "weekday", "symbol", false, false, 1, "of a date: the weekday that it falls on, for reports" },
};

typedef float Judge (BelEvidence *evidence);

static Judge *const JUDGES[] = {
#define J(name, function, cost, probability, doc) function,
#include "conflict/judges.def"
#undef J
};
G_STATIC_ASSERT (G_N_ELEMENTS (JUDGES) <= BEL_MAX_JUDGES);

static const BelFunctionSpec FUNCTIONS[] = {
#define J(name, function, cost, probability, doc) { name, "claim claim", "boolean", cost, probability, doc },
#include "conflict/judges.def"
#undef J
};

const BelRuleSchema *
bel_conflict_schema (void)
{
  static const BelRuleSchema SCHEMA = {
    TYPES, G_N_ELEMENTS (TYPES), FIELDS, G_N_ELEMENTS (FIELDS), FUNCTIONS, G_N_ELEMENTS (FUNCTIONS),
  };
  return &SCHEMA;
}

BelKeyKind
bel_conflict_schema_key (uint32_t field)
{
  return field < BEL_N_KEY_KINDS ? (BelKeyKind) field : BEL_N_KEY_KINDS;
}

/* -- the host ------------------------------------------------------------------------------------------ */

static bool
claim_field (const BelFinder *finder, const BelProp *prop, uint32_t field, BelValue *out)
{
  const BelClaim *claim = bel_prop_claim (finder, prop);
  if (!claim)
    return false;
  out->kind = BEL_VALUE_ENUM;
  switch (field) {
  case FIELD_TENSE:
    out->number_of_enum = claim->tense;
    return true;
  case FIELD_MODALITY:
    out->number_of_enum = claim->modality;
    return true;
  case FIELD_FORM:
    out->number_of_enum = claim->kind;
    return true;
  case FIELD_POLARITY:
    out->number_of_enum = claim->polarity;
    return true;
  case FIELD_VOICE:
    out->number_of_enum = claim->attribution != BEL_NONE;
    return true;
  default:
    return false;
  }
}

/* The values of POSITIONS. */
enum { IN_BODY, IN_LEAD, IN_HEADLINE, IN_CAPTION };

/* The lead is the first paragraph. */
static int32_t
position_of (const BelFinder *finder, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  if (prop->sentence == BEL_NONE)
    return IN_BODY;
  uint32_t block = document->sentences.items[prop->sentence].block;
  switch (document->blocks.items[block].kind) {
  case BEL_BLOCK_HEADLINE:
  case BEL_BLOCK_SUBHEAD:
    return IN_HEADLINE;
  case BEL_BLOCK_CAPTION:
    return IN_CAPTION;
  default:
    for (uint32_t i = 0; i < block; i++)
      if (document->blocks.items[i].kind == BEL_BLOCK_PARAGRAPH)
        return IN_BODY;
    return document->blocks.items[block].kind == BEL_BLOCK_PARAGRAPH ? IN_LEAD : IN_BODY;
  }
}

static bool
host_field (void *data, const void *item, uint32_t field, BelValue *out)
{
  const BelEvidence *evidence = data;
  const BelProp *prop = item;
  if (field < BEL_N_KEY_KINDS)
    return false;
  field -= BEL_N_KEY_KINDS;
  if (field == FIELD_KIND) {
    *out = (BelValue){ .kind = BEL_VALUE_ENUM, .number_of_enum = (int32_t) prop->kind };
    return true;
  }
  if (field == FIELD_POSITION) {
    *out = (BelValue){ .kind = BEL_VALUE_ENUM, .number_of_enum = position_of (evidence->finder, prop) };
    return true;
  }
  if (field == FIELD_PREDICATE_NAME) {
    *out = (BelValue){ .kind = BEL_VALUE_SYMBOL, .symbol = prop->predicate };
    return true;
  }
  return claim_field (evidence->finder, prop, field, out);
}

static bool
host_call (void *data, uint32_t function, const BelValue *args, uint32_t n_args, BelValue *out)
{
  BelEvidence *evidence = data;
  if (n_args != 2 || args[0].claim != evidence->a || args[1].claim != evidence->b)
    return false;
  float trust = JUDGES[function](evidence);
  evidence->trusts[function] = trust;
  evidence->trusted = evidence->trusted || trust != 0;
  *out = (BelValue){ .kind = BEL_VALUE_BOOLEAN, .boolean = trust > 0 };
  return true;
}

static void
host_format (void *data, const void *item, uint32_t field, GString *out)
{
  const BelEvidence *e = data;
  const BelProp *prop = item;
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t holder = prop == e->a ? e->holder_a : e->holder_b;
  BelSpan span = { 0 };
  switch (field - BEL_N_KEY_KINDS) {
  case FIELD_TEXT:
    span = prop->span;
    break;
  case FIELD_WORD:
    span = bel_clash_words (e->finder, &(BelClash){ e->a, e->b, e->token_a, e->token_b }, prop == e->b && e->a != e->b);
    break;
  case FIELD_WEEKDAY:
    if (prop->kind == BEL_PROP_DATE)
      g_string_append (out, bel_weekday_name (bel_day_weekday (bel_date_day (e->finder, prop))));
    break;
  case FIELD_SOURCE:
    g_string_append (out, bel_holder_name (e->finder, prop, holder));
    break;
  case FIELD_PREDICATE_NAME:
    g_string_append (out, bel_finder_text (e->finder, prop->predicate));
    break;
  default:
    break;
  }
  bel_append_line (out, document, span);
}

const BelRuleHost BEL_CONFLICT_HOST = { host_field, host_call, host_format };
