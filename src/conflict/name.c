/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/name.h"

#include <string.h>

#define TRUST_SURNAME 0.9f
#define TRUST_ACRONYM 0.85f
#define TRUST_PART 0.85f
#define TRUST_SPELLING 0.7f

/* Shortest word that may be misspelt and still be known, and longest whose distance is measured. */
#define MIN_MISSPELT 5
#define MAX_WORD 64

unsigned
bel_edit_distance (const char *a, const char *b, unsigned limit)
{
  size_t n_a = strlen (a), n_b = strlen (b);
  if (n_a > MAX_WORD || n_b > MAX_WORD || (n_a > n_b ? n_a - n_b : n_b - n_a) >= limit)
    return limit;
  unsigned rows[3][MAX_WORD + 1];
  for (size_t j = 0; j <= n_b; j++)
    rows[0][j] = (unsigned) j;
  for (size_t i = 1; i <= n_a; i++) {
    unsigned *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    now[0] = (unsigned) i;
    for (size_t j = 1; j <= n_b; j++) {
      unsigned best = last[j - 1] + (a[i - 1] != b[j - 1]);
      best = MIN (best, MIN (last[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, before[j - 2] + 1);
      now[j] = best;
    }
  }
  return MIN (rows[n_a % 3][n_b], limit);
}

static void
add_word (BelFinder *finder, const char *start, const char *end, BelName *out)
{
  if (start == end || out->n == BEL_NAME_MAX_WORDS)
    return;
  g_autofree char *lower = g_utf8_strdown (start, end - start);
  g_autoptr (GString) plain = g_string_new (NULL);
  for (const char *p = lower; *p; p++)
    if (*p != '.' && *p != ',' && *p != '\'')
      g_string_append_c (plain, *p);
  if (!plain->len || g_str_equal (plain->str, "the"))
    return;
  BelSym sym = bel_symbols_intern (finder->symbols, plain->str, plain->len);
  out->words[out->n++] = bel_symbols_text (finder->symbols, sym);
}

/* Words of a stretch of text; a possessive ending is left out. */
static void
split (BelFinder *finder, const char *text, uint32_t n, BelName *out)
{
  uint32_t start = 0, letters = 0, capitals = 0;
  for (uint32_t i = 0; i <= n; i++) {
    if (i < n && g_ascii_isalpha (text[i])) {
      letters++;
      capitals += g_ascii_isupper (text[i]) != 0;
    }
    if (i < n && !g_ascii_isspace (text[i]) && text[i] != '-')
      continue;
    uint32_t end = i;
    if (end - start > 2 && (text[end - 1] == 's' || text[end - 1] == 'S') && text[end - 2] == '\'')
      end -= 2;
    add_word (finder, text + start, text + end, out);
    start = i + 1;
  }
  out->upper = letters > 1 && letters == capitals;
}

/* First and last token of the run of name tokens around @t. */
static BelSpan
name_run (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t first = t, last = t;
  while (first > 0 && !tokens->name_first[first] && tokens->name[first - 1] != BEL_NAME_NONE
         && tokens->sentence[first - 1] == tokens->sentence[t])
    first--;
  while (last + 1 < tokens->n && tokens->name[last + 1] != BEL_NAME_NONE && !tokens->name_first[last + 1]
         && tokens->sentence[last + 1] == tokens->sentence[t])
    last++;
  return BEL_SPAN (tokens->span[first].start, tokens->span[last].end);
}

bool
bel_name_of (BelFinder *finder, BelNoun noun, BelName *out)
{
  memset (out, 0, sizeof (*out));
  const BelClaims *claims = finder->sources[noun.document];
  const BelDocument *document = claims->document;
  BelSpan span = { 0 };
  if (noun.entity != BEL_NONE && claims->entities.items[noun.entity].named)
    span = claims->entities.items[noun.entity].name;
  else if (document->tokens.name[noun.head] != BEL_NAME_NONE)
    span = name_run (document, noun.head);
  else if (document->tokens.pos[noun.head] == BEL_POS_PROPN)
    span = document->tokens.span[noun.head];
  if (bel_span_is_empty (span))
    return false;
  split (finder, document->text + span.start, bel_span_length (span), out);
  return out->n > 0;
}

static bool
same_word (const char *a, const char *b)
{
  return a == b || g_str_equal (a, b);
}

static bool
equal_names (const BelName *a, const BelName *b)
{
  if (a->n != b->n)
    return false;
  for (uint32_t i = 0; i < a->n; i++)
    if (!same_word (a->words[i], b->words[i]))
      return false;
  return true;
}

static bool
is_acronym_of (const BelName *acronym, const BelName *name)
{
  if (acronym->n != 1 || !acronym->upper || name->n < 2)
    return false;
  const char *letters = acronym->words[0];
  uint32_t at = 0;
  for (uint32_t i = 0; i < name->n; i++) {
    if (letters[at] && name->words[i][0] == letters[at])
      at++;
    else if (strlen (name->words[i]) > 3)
      return false;
  }
  return letters[at] == '\0' && at > 1;
}

/* Every word of the shorter stands in the longer, in order. */
static bool
is_part_of (const BelName *shorter, const BelName *longer)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < longer->n && at < shorter->n; i++)
    at += same_word (shorter->words[at], longer->words[i]);
  return at == shorter->n;
}

static bool
misspelt (const BelName *a, const BelName *b)
{
  const char *last_a = a->words[a->n - 1], *last_b = b->words[b->n - 1];
  if (strlen (last_a) < MIN_MISSPELT || strlen (last_b) < MIN_MISSPELT || bel_edit_distance (last_a, last_b, 2) > 1)
    return false;
  return a->n == 1 || b->n == 1 || same_word (a->words[0], b->words[0]);
}

float
bel_name_compare (const BelName *a, const BelName *b)
{
  if (!a->n || !b->n)
    return 0;
  if (equal_names (a, b))
    return 1;
  if (is_acronym_of (a, b) || is_acronym_of (b, a))
    return TRUST_ACRONYM;
  const BelName *shorter = a->n <= b->n ? a : b, *longer = a->n <= b->n ? b : a;
  bool same_last = same_word (shorter->words[shorter->n - 1], longer->words[longer->n - 1]);
  if (shorter->n < longer->n && is_part_of (shorter, longer))
    return same_last ? TRUST_SURNAME : TRUST_PART;
  if (same_last && shorter->n > 1 && same_word (shorter->words[0], longer->words[0]))
    return TRUST_SURNAME;
  return misspelt (a, b) ? TRUST_SPELLING : 0;
}

float
bel_names_match (BelFinder *finder, BelNoun a, BelNoun b)
{
  BelName name_a, name_b;
  if (!bel_name_of (finder, a, &name_a) || !bel_name_of (finder, b, &name_b))
    return 0;
  return bel_name_compare (&name_a, &name_b);
}

/* Whether a mention of @named's entity has the head of @noun, in its own text. */
static bool
called_so (BelFinder *finder, BelNoun named, BelNoun noun)
{
  if (named.entity == BEL_NONE)
    return false;
  const BelClaims *claims = finder->sources[named.document];
  const BelEntity *entity = &claims->entities.items[named.entity];
  BelSym head = bel_finder_lemma (finder, noun.document, noun.head);
  for (uint32_t i = 0; i < entity->mentions.n; i++) {
    const BelMention *mention = &claims->mentions.items[entity->mentions.items[i]];
    if (mention->kind == BEL_MENTION_NOMINAL && bel_finder_lemma (finder, named.document, mention->head) == head)
      return true;
  }
  return false;
}

/* "The company" beside the only firm that the other text names. */
static bool
is_only_firm (BelFinder *finder, BelNoun named, BelNoun described)
{
  const BelLexicon *kinds = finder->program ? bel_program_lexicon (finder->program, "entity-kind") : NULL;
  int type = kinds ? bel_lexicon_field (kinds, "type") : -1;
  const BelDocument *document = bel_finder_document (finder, described.document);
  const BelEntry *entry = type >= 0 ? bel_lexicon_word (kinds, document, described.head) : NULL;
  if (!entry || named.entity == BEL_NONE || bel_phrase_indefinite (finder, described)
      || !g_str_equal (bel_lexicon_enum_name (kinds, type, bel_entry_enum (entry, type)), "organization"))
    return false;
  const BelClaims *claims = finder->sources[named.document];
  const BelEntity *entity = &claims->entities.items[named.entity];
  if (entity->type != BEL_NAME_ORG && entity->type != BEL_NAME_PERSON)
    return false;
  for (uint32_t i = 0; i < claims->entities.n; i++) {
    const BelEntity *other = &claims->entities.items[i];
    if (i != named.entity && other->named && other->type != BEL_NAME_PLACE)
      return false;
  }
  return !entity->gender;
}

BelMatch
bel_name_described (BelFinder *finder, BelNoun a, BelNoun b)
{
  BelMatch match = { .kind = BEL_MATCH_NONE, .token_a = BEL_NONE, .token_b = BEL_NONE };
  if (!finder->options.same_situation && a.document == b.document)
    return match;
  bool a_named = bel_phrase_named (finder, a);
  if (called_so (finder, a_named ? a : b, a_named ? b : a)
      || (a.document != b.document && is_only_firm (finder, a_named ? a : b, a_named ? b : a))) {
    match.kind = BEL_MATCH_SAME;
    match.trust = 0.75f;
    match.weak = true;
  }
  return match;
}

/* -- bodies and their members ------------------------------------------------------------------------------------- */

/* Neither counted nor picked out: "senators", "the jurors", not "two senators", "some jurors". */
static bool
is_all_of_them (const BelDocument *document, uint32_t head)
{
  if (document->tokens.xpos[head] != BEL_XPOS_NNS)
    return false;
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    if (base == BEL_DEP_NUMMOD || base == BEL_DEP_AMOD || base == BEL_DEP_ACL
        || (base == BEL_DEP_DET && !bel_token_form_is (document, c, "the")))
      return false;
  }
  return true;
}

static bool
makes_up (BelFinder *finder, BelNoun members, BelNoun body)
{
  const BelLexicon *lexicon = bel_program_lexicon (finder->program, "body-member");
  const BelDocument *document = bel_finder_document (finder, members.document),
                    *other = bel_finder_document (finder, body.document);
  const BelEntry *entry
      = lexicon && is_all_of_them (document, members.head) ? bel_lexicon_word (lexicon, document, members.head) : NULL;
  int field = lexicon ? bel_lexicon_field (lexicon, "body") : -1;
  uint32_t n = 0;
  const BelSym *bodies = entry && field >= 0 ? bel_entry_list (entry, field, &n) : NULL;
  const char *word = bel_symbols_text (other->symbols, other->tokens.lower[body.head]);
  for (uint32_t i = 0; i < n; i++)
    if (g_str_equal (bel_finder_text (finder, bodies[i]), word))
      return true;
  return false;
}

bool
bel_names_body_and_members (BelFinder *finder, BelNoun a, BelNoun b)
{
  return makes_up (finder, a, b) || makes_up (finder, b, a);
}
