/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Names as the recognizer marked them, mended by what the rules and the gazetteer know of the words:
 *
 *   Ambassador to the [United Nations Amir Roe]  →  … the [United Nations] [Amir Roe]person
 *   [Elon Roe]other                              →  [Elon Roe]person
 *   chief executive Elon Roe                     →  … [Elon Roe]person
 *   [Ursula] von der Roe, [Kareem Abdul]-Roe     →  [Ursula von der Roe], [Kareem Abdul-Roe]
 *   Lamb said, beside [Ana Lamb]person           →  [Lamb]person said
 *   [Foreign] Minister, [Mayor] [Ana Roe]        →  no name before the name
 *
 * Changes the columns name and name_first of the document's tokens, before anything is read from them. */
#include "claim/extract.h"

#include "rule/lexicon.h"

typedef struct {
  const BelClaimContext *context;
  BelDocument *document;
  const BelLexicon *roles, *titles, *organs, *kinds, *suffixes, *particles;
} Mender;

/** Words of a person's name that no recognizer marked, at most. */
#define MAX_WORDS 4
/** Words of a title. */
#define MAX_TITLE 3

static uint32_t
name_end (const BelTokens *tokens, uint32_t t)
{
  uint32_t last = t;
  while (last + 1 < tokens->n && tokens->name[last + 1] == tokens->name[t] && !tokens->name_first[last + 1]
         && tokens->sentence[last + 1] == tokens->sentence[t])
    last++;
  return last;
}

static bool
is_given_name (const Mender *m, uint32_t t)
{
  const char *text = bel_symbols_text (m->document->symbols, m->document->tokens.lower[t]);
  return bel_gazetteer_given_name (m->context->gazetteer, text, strlen (text)) != BEL_GAZETTEER_PLACE;
}

/* Whether a name of exactly these words stands elsewhere in the document. */
static bool
is_name_elsewhere (const Mender *m, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t n = last - first + 1;
  for (uint32_t t = 0; t + n <= tokens->n; t++) {
    if (t == first || !tokens->name_first[t] || tokens->name[t] == BEL_NAME_NONE
        || tokens->form[t] != tokens->form[first] || name_end (tokens, t) != t + n - 1)
      continue;
    uint32_t k = 1;
    while (k < n && tokens->form[t + k] == tokens->form[first + k])
      k++;
    if (k == n)
      return true;
  }
  return false;
}

static bool
is_place (const Mender *m, uint32_t first, uint32_t last)
{
  BelSpan span = BEL_SPAN (m->document->tokens.span[first].start, m->document->tokens.span[last].end);
  BelSym key
      = bel_symbols_intern_lower (m->document->symbols, bel_document_text (m->document, span), bel_span_length (span));
  const char *text = bel_symbols_text (m->document->symbols, key);
  return bel_gazetteer_place (m->context->gazetteer, text, strlen (text)) != BEL_NONE;
}

/* Letters all capital, "UN", "U.N.". */
static bool
is_capitals (const Mender *m, uint32_t t)
{
  const char *text = bel_symbols_text (m->document->symbols, m->document->tokens.form[t]);
  uint32_t n = 0;
  for (; *text; text++) {
    if (g_ascii_islower (*text))
      return false;
    n += g_ascii_isupper (*text);
  }
  return n >= 2;
}

/* "Ambassador to the …": an office and a preposition right before the name. */
static bool
follows_office (const Mender *m, uint32_t first)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t at = first;
  if (at && bel_token_form_is (m->document, at - 1, "the"))
    at--;
  if (at < 2 || tokens->pos[at - 1] != BEL_POS_ADP || tokens->sentence[at - 2] != tokens->sentence[first])
    return false;
  return m->roles && bel_lexicon_word (m->roles, m->document, at - 2);
}

static void
set_type (Mender *m, uint32_t first, uint32_t last, BelNameType type)
{
  BelTokens *tokens = &m->document->tokens;
  for (uint32_t t = first; t <= last; t++) {
    tokens->name[t] = (uint8_t) type;
    tokens->name_first[t] = t == first;
  }
}

/* Whether [first, last] is a body by what it is called: a word of bodies at its end, or a name that the dictionary has. */
static bool
is_body (const Mender *m, uint32_t first, uint32_t last)
{
  const BelLexicon *const lexicons[] = { m->organs, m->kinds, m->suffixes };
  for (guint i = 0; i < G_N_ELEMENTS (lexicons); i++)
    if (last > first && lexicons[i] && bel_lexicon_word (lexicons[i], m->document, last))
      return true;
  if (last == first || !m->context->wordnet)
    return false;
  BelSpan span = BEL_SPAN (m->document->tokens.span[first].start, m->document->tokens.span[last].end);
  g_autofree char *text = g_utf8_strdown (bel_document_text (m->document, span), bel_span_length (span));
  return bel_wordnet_word_str (m->context->wordnet, text) != BEL_NONE;
}

/* Where the person's name begins in "United Nations Amir Roe"; @first when the words do not tell. */
static uint32_t
person_start (const Mender *m, uint32_t first, uint32_t last)
{
  for (uint32_t t = last - 1; t > first; t--)
    if (is_body (m, first, t - 1))
      return t;
  if (m->document->tokens.name[first] == BEL_NAME_PERSON)
    return first;
  for (uint32_t t = first + 1; t < last; t++)
    if (is_given_name (m, t))
      return t;
  for (uint32_t t = last - 1; t > first; t--)
    if (is_place (m, first, t - 1) || is_name_elsewhere (m, first, t - 1))
      return t;
  return is_capitals (m, first) && !is_capitals (m, first + 1) ? first + 1 : first;
}

/* Whether the letters of token @t are the first letters of a name elsewhere: "EMA" beside "European Medicines Agency". */
static bool
is_acronym_elsewhere (const Mender *m, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  for (uint32_t u = 0; u < tokens->n; u++) {
    if (tokens->name[u] == BEL_NAME_NONE || tokens->name[u] == BEL_NAME_PERSON || !tokens->name_first[u])
      continue;
    const char *letters = bel_symbols_text (m->document->symbols, tokens->form[t]);
    uint32_t last = name_end (tokens, u), n = 0;
    for (uint32_t k = u; k <= last; k++) {
      const char *word = bel_symbols_text (m->document->symbols, tokens->form[k]);
      if (*letters && *word == *letters) {
        letters++;
        n++;
      } else if (g_ascii_isupper (*word))
        break;
    }
    if (!*letters && n >= 2)
      return true;
  }
  return false;
}

/* "Mrs. Florence Hill": the form of address or office right before the name, itself no part of one. */
static bool
follows_title (const Mender *m, uint32_t first)
{
  const BelTokens *tokens = &m->document->tokens;
  return first && tokens->sentence[first - 1] == tokens->sentence[first] && tokens->name[first - 1] == BEL_NAME_NONE
         && m->titles && bel_lexicon_word (m->titles, m->document, first - 1);
}

static void
mend (Mender *m, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &m->document->tokens;
  uint8_t type = tokens->name[first];
  if (last - first >= 2 && follows_office (m, first)) {
    uint32_t person = person_start (m, first, last);
    if (person > first && last > person) {
      set_type (m, first, person - 1, is_place (m, first, person - 1) ? BEL_NAME_PLACE : BEL_NAME_ORG);
      set_type (m, person, last, BEL_NAME_PERSON);
      return;
    }
  }
  if (type == BEL_NAME_OTHER && last > first && last - first < 3 && is_given_name (m, first))
    set_type (m, first, last, BEL_NAME_PERSON);
  else if ((type == BEL_NAME_PLACE || type == BEL_NAME_OTHER) && follows_title (m, first) && !is_place (m, first, last))
    set_type (m, first, last, BEL_NAME_PERSON);
  else if (type == BEL_NAME_PERSON && first == last && is_capitals (m, first) && is_acronym_elsewhere (m, first))
    set_type (m, first, last, BEL_NAME_ORG);
  else if (type == BEL_NAME_PERSON && first == last && is_capitals (m, first)
           && strchr (bel_symbols_text (m->document->symbols, tokens->form[first]), '.'))
    set_type (m, first, last, is_place (m, first, last) ? BEL_NAME_PLACE : BEL_NAME_ORG);
}

/* -- names that end too early ------------------------------------------------------------------------------ */

static bool
is_capitalized (const Mender *m, uint32_t t)
{
  const char *text = bel_symbols_text (m->document->symbols, m->document->tokens.form[t]);
  return g_ascii_isupper (text[0]) && (g_ascii_islower (text[1]) || text[1] == '.');
}

static bool
is_glued (const Mender *m, uint32_t t)
{
  return m->document->tokens.span[t - 1].end == m->document->tokens.span[t].start;
}

/* The end of the person's name on tokens @first to @last with "von der Roe" or "-Roe" behind it. */
static uint32_t
longer_name (const Mender *m, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t s = tokens->sentence[first], t = last + 1;
  if (t + 1 < tokens->n && tokens->sentence[t + 1] == s && bel_token_form_is (m->document, t, "-") && is_glued (m, t)
      && is_glued (m, t + 1) && is_capitalized (m, t + 1))
    return t + 1;
  while (t + 1 < tokens->n && tokens->sentence[t + 1] == s && m->particles && !is_capitalized (m, t)
         && bel_lexicon_word (m->particles, m->document, t))
    t++;
  bool named = t > last + 1 && t < tokens->n && is_capitalized (m, t);
  if (!named)
    return last;
  return tokens->name[t] == BEL_NAME_PERSON ? name_end (tokens, t) : t;
}

/* -- titles taken for names, and names behind titles that were not seen -------------------------------------- */

/* Whether @t is a word of a title: "Foreign Minister", "Secretary of State". */
static bool
is_in_title (const Mender *m, uint32_t t)
{
  for (uint32_t first = t >= MAX_TITLE ? t - MAX_TITLE : 0; first <= t; first++) {
    BelPhraseMatch match = { 0 };
    bool found = m->document->tokens.sentence[first] == m->document->tokens.sentence[t]
                 && (bel_lexicon_at (m->titles, m->document, first, &match)
                     || bel_lexicon_at (m->roles, m->document, first, &match));
    if (found && match.n > 1 && match.token[match.n - 1] >= t)
      return true;
  }
  return false;
}

static void
drop_title (Mender *m, uint32_t t)
{
  BelTokens *tokens = &m->document->tokens;
  bool before_name = t + 1 < tokens->n && tokens->name[t + 1] == BEL_NAME_PERSON && tokens->name_first[t + 1]
                     && bel_lexicon_word (m->titles, m->document, t);
  if (!before_name && !is_in_title (m, t))
    return;
  tokens->name[t] = BEL_NAME_NONE;
  tokens->name_first[t] = false;
}

/* "chief executive Elon Roe": capitals right behind an office, in no name. */
static void
find_unseen (Mender *m, uint32_t t)
{
  BelTokens *tokens = &m->document->tokens;
  uint32_t last = t;
  if (tokens->pos[t] != BEL_POS_PROPN)
    return;
  while (last < tokens->n && last - t < MAX_WORDS && tokens->sentence[last] == tokens->sentence[t]
         && tokens->name[last] == BEL_NAME_NONE && tokens->pos[last] == BEL_POS_PROPN && is_capitalized (m, last))
    last++;
  bool office
      = t > 0 && tokens->sentence[t - 1] == tokens->sentence[t]
        && (bel_lexicon_word (m->titles, m->document, t - 1) || bel_lexicon_word (m->roles, m->document, t - 1));
  bool closed
      = last >= tokens->n || tokens->sentence[last] != tokens->sentence[t] || tokens->pos[last] != BEL_POS_PROPN;
  if (office && closed && last - t >= 2 && !is_in_title (m, t) && !is_body (m, t, last - 1))
    set_type (m, t, last - 1, BEL_NAME_PERSON);
}

/* Whether a person's name of two words or more ends in the word at @t. */
static bool
is_surname_elsewhere (const Mender *m, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  for (uint32_t i = 1; i < tokens->n; i++)
    if (tokens->form[i] == tokens->form[t] && i != t && tokens->name[i] == BEL_NAME_PERSON && !tokens->name_first[i]
        && (i + 1 == tokens->n || tokens->name[i + 1] != BEL_NAME_PERSON || tokens->name_first[i + 1]))
      return true;
  return false;
}

/* A subject that begins its sentence without an article, taken for a noun: "Lamb said" beside "Ana Lamb". */
static void
find_surname (Mender *m, uint32_t t)
{
  BelTokens *tokens = &m->document->tokens;
  BelDep dep = tokens->dep[t];
  bool begins = t == 0 || tokens->sentence[t - 1] != tokens->sentence[t] || tokens->pos[t - 1] == BEL_POS_PUNCT;
  if (!begins || tokens->pos[t] != BEL_POS_NOUN || tokens->name[t] != BEL_NAME_NONE || !is_capitalized (m, t)
      || (dep != BEL_DEP_NSUBJ && dep != BEL_DEP_NSUBJ_PASS && dep != BEL_DEP_NMOD_POSS)
      || !is_surname_elsewhere (m, t))
    return;
  set_type (m, t, t, BEL_NAME_PERSON);
  tokens->pos[t] = BEL_POS_PROPN;
  tokens->xpos[t] = BEL_XPOS_NNP;
  tokens->lemma[t] = tokens->form[t];
}

static void
mend_ends (Mender *m)
{
  BelTokens *tokens = &m->document->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (tokens->name[t] == BEL_NAME_NONE && m->titles && m->roles)
      find_unseen (m, t);
    find_surname (m, t);
    if (tokens->name[t] == BEL_NAME_NONE || !tokens->name_first[t])
      continue;
    uint32_t last = name_end (tokens, t);
    if (t == last && m->titles && m->roles)
      drop_title (m, t);
    uint32_t end = tokens->name[t] == BEL_NAME_PERSON ? longer_name (m, t, last) : last;
    if (end > last)
      set_type (m, t, end, BEL_NAME_PERSON);
    t = end;
  }
}

void
bel_names_mend (const BelClaimContext *context, BelClaims *claims)
{
  Mender m = { .context = context, .document = claims->document };
  const BelTokens *tokens = &claims->document->tokens;
  m.roles = context->program ? bel_program_lexicon (context->program, "entity-role") : NULL;
  m.titles = context->program ? bel_program_lexicon (context->program, "entity-title") : NULL;
  m.organs = context->program ? bel_program_lexicon (context->program, "entity-organ") : NULL;
  m.kinds = context->program ? bel_program_lexicon (context->program, "entity-kind") : NULL;
  m.suffixes = context->program ? bel_program_lexicon (context->program, "entity-suffix") : NULL;
  m.particles = context->program ? bel_program_lexicon (context->program, "name-particle") : NULL;
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (tokens->name[t] == BEL_NAME_NONE || !tokens->name_first[t])
      continue;
    uint32_t last = name_end (tokens, t);
    mend (&m, t, last);
    t = last;
  }
  mend_ends (&m);
}
