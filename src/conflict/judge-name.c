/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* One person under two spellings, titles or ages; one date and the wrong weekday. */
#include "conflict/judge.h"

#include "conflict/name.h"
#include "conflict/value.h"
#include "conflict/words.h"

#include <string.h>

/* Letters of the shortest name that is called misspelt. */
#define MIN_LETTERS 5

/* Two texts that spell a name in two ways may both be true. */
#define TRUST_SPELLING_COMPARED 0.3f

static bool
are_names (const BelEvidence *e)
{
  return e->a->kind == BEL_PROP_ATTRIBUTE && e->b->kind == BEL_PROP_ATTRIBUTE;
}

/* One is the other with letters at its end: a plural, a people of a land. */
static bool
is_derived (const char *a, const char *b)
{
  size_t n_a = strlen (a), n_b = strlen (b);
  return strncmp (a, b, MIN (n_a, n_b)) == 0;
}

static bool
may_be_given (BelFinder *finder, BelSym a, BelSym b)
{
  if (a == BEL_NONE || b == BEL_NONE || a == b)
    return true;
  const char *text_a = bel_finder_text (finder, a), *text_b = bel_finder_text (finder, b);
  bool initial
      = text_a[0] == text_b[0] && (text_a[1] == '\0' || text_a[1] == '.' || text_b[1] == '\0' || text_b[1] == '.');
  return initial || bel_edit_distance (text_a, text_b, 2) <= 1 || is_derived (text_a, text_b);
}

/* Whether all who bear @surname in the document may be one person, @given among them. */
static bool
one_bearer (BelFinder *finder, uint32_t document, BelSym surname, BelSym given)
{
  BelSym known = given;
  uint32_t at = BEL_NONE;
  bel_map_get (&finder->bearers, bel_map_mix (((uint64_t) document << 32) | surname, 0), &at);
  for (; at != BEL_NONE; at = finder->props.items[at].bearer) {
    const BelProp *prop = &finder->props.items[at];
    if (!may_be_given (finder, known, prop->given))
      return false;
    known = known == BEL_NONE ? prop->given : known;
  }
  return true;
}

static bool
is_word (const BelFinder *finder, const char *text)
{
  return finder->wordnet && bel_wordnet_word_str (finder->wordnet, text) != BEL_NONE;
}

/* A word that names no single person or thing: some meaning of it is no instance ("earnest", but not "clinton"). */
static bool
is_common_word (const BelFinder *finder, const char *text)
{
  BelWord word = finder->wordnet ? bel_wordnet_word_str (finder->wordnet, text) : BEL_NONE;
  for (int pos = 0; word != BEL_NONE && pos < BEL_WN_N_POS; pos++) {
    const BelSense *senses;
    const BelWnEdge *instances;
    uint32_t n = bel_wordnet_senses (finder->wordnet, word, pos, &senses);
    for (uint32_t i = 0; i < n; i++)
      if (bel_wordnet_edges_of (finder->wordnet, senses[i].synset, BEL_WN_INSTANCE_OF, &instances) == 0)
        return true;
  }
  return false;
}

static bool
all_letters (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return false;
  return true;
}

/* Where one letter stands for another and none is added, lost or moved, the place of that letter, else -1. Such are two
 * different words more often than a slip. */
static int
substituted (const char *a, const char *b)
{
  int n = 0, at = -1;
  if (strlen (a) != strlen (b))
    return -1;
  for (int i = 0; a[i]; i++)
    if (a[i] != b[i]) {
      at = i;
      n++;
    }
  return n == 1 ? at : -1;
}

/* Row and column of a letter on the common English keyboard. */
static bool
key_of (char c, int *row, int *column)
{
  static const char *const ROWS[] = { "qwertyuiop", "asdfghjkl", "zxcvbnm" };
  for (*row = 0; *row < (int) G_N_ELEMENTS (ROWS); ++*row) {
    const char *found = strchr (ROWS[*row], c);
    if (c && found) {
      *column = (int) (found - ROWS[*row]);
      return true;
    }
  }
  return false;
}

/* Two vowels, which are misheard, or two keys beside each other, which are mistyped. */
static bool
easily_mistaken (char a, char b)
{
  int row_a, row_b, column_a, column_b;
  if (strchr ("aeiouy", a) && strchr ("aeiouy", b))
    return true;
  return key_of (a, &row_a, &column_a) && key_of (b, &row_b, &column_b) && ABS (row_a - row_b) <= 1
         && ABS (column_a - column_b) <= 1;
}

/* Whether @surname is introduced in the document with a given name. */
static bool
is_introduced (BelFinder *finder, uint32_t document, BelSym surname)
{
  uint32_t at;
  return bel_map_get (&finder->bearers, bel_map_mix (((uint64_t) document << 32) | surname, 0), &at);
}

/* A surname alone that nobody was introduced by, beside one that somebody was. */
static bool
is_second_reference (BelEvidence *e)
{
  return e->a->given == BEL_NONE && !is_introduced (e->finder, e->a->document, e->a->value)
         && is_introduced (e->finder, e->b->document, e->b->value);
}

/* Galileo and Galilei: both are words of one name. */
static bool
stand_in_one_name (BelFinder *finder, uint32_t document, BelSym given, BelSym surname)
{
  uint32_t at = BEL_NONE;
  bel_map_get (&finder->bearers, bel_map_mix (((uint64_t) document << 32) | surname, 0), &at);
  for (; at != BEL_NONE; at = finder->props.items[at].bearer)
    if (finder->props.items[at].given == given)
      return true;
  return false;
}

static bool
are_of_one_name (BelEvidence *e)
{
  return stand_in_one_name (e->finder, e->a->document, e->a->value, e->b->value)
         || stand_in_one_name (e->finder, e->b->document, e->b->value, e->a->value);
}

static bool
may_be_slip (BelEvidence *e, const char *a, const char *b)
{
  if (strlen (a) < MIN_LETTERS || strlen (b) < MIN_LETTERS || !all_letters (a) || !all_letters (b))
    return false;
  const char *lemma = bel_finder_text (e->finder, bel_finder_lemma (e->finder, e->a->document, e->a->head));
  if (is_word (e->finder, a) || is_word (e->finder, lemma) || is_derived (a, b) || bel_edit_distance (a, b, 2) > 1)
    return false;
  int at = substituted (a, b);
  bool people = is_second_reference (e) || (e->a->given != BEL_NONE && e->a->given == e->b->given);
  bool inside = a[0] == b[0] && a[strlen (a) - 1] == b[strlen (b) - 1]; /* "Nature", "Naturae" are two words */
  if ((!people && !inside && is_common_word (e->finder, b)) || are_of_one_name (e))
    return false;
  if (at < 0)
    return true;
  if (a[at + 1] == '\0') /* an ending: of a people, of a woman's name */
    return false;
  if (is_second_reference (e) && at > 0 && easily_mistaken (a[at], b[at]))
    return true;
  return strlen (a) > MIN_LETTERS && !is_common_word (e->finder, b);
}

float
bel_judge_misspelt (BelEvidence *e)
{
  if (!are_names (e) || e->a->value == e->b->value || !e->a->first || !e->b->first || 3 * e->a->count > e->b->count + 2)
    return 0;
  const char *a = bel_finder_text (e->finder, e->a->value), *b = bel_finder_text (e->finder, e->b->value);
  if (!may_be_slip (e, a, b))
    return 0;
  bool same_given = e->a->given != BEL_NONE && e->a->given == e->b->given;
  bool one = same_given || is_second_reference (e)
             || (may_be_given (e->finder, e->a->given, e->b->given)
                 && one_bearer (e->finder, e->b->document, e->b->value, e->a->given)
                 && one_bearer (e->finder, e->a->document, e->a->value, e->b->given));
  if (!one)
    return 0;
  e->token_a = e->a->head;
  e->token_b = e->b->head;
  if (e->finder->options.same_situation) /* both may still be true */
    return TRUST_SPELLING_COMPARED;
  return e->b->count > 1 ? 1 : 0.7f;
}

bool
bel_evidence_is_one_person (const BelEvidence *e)
{
  if (!are_names (e) || e->a->value != e->b->value)
    return false;
  if (e->a->given != BEL_NONE && e->a->given == e->b->given)
    return true;
  return may_be_given (e->finder, e->a->given, e->b->given)
         && one_bearer (e->finder, e->a->document, e->a->value, e->b->given)
         && one_bearer (e->finder, e->b->document, e->b->value, e->a->given);
}

float
bel_judge_different_titles (BelEvidence *e)
{
  if (!bel_evidence_is_one_person (e) || e->a->title == BEL_NONE || e->b->title == BEL_NONE
      || e->a->qualifier != e->b->qualifier || !e->a->first || !e->b->first)
    return 0;
  BelWordMatch match = bel_words_compare (e->finder, e->a->title, e->b->title, BEL_POS_NOUN);
  if (match.relation != BEL_WORD_EXCLUSIVE)
    return 0;
  e->token_a = e->a->head;
  e->token_b = e->b->head;
  return match.trust;
}

/* "Manju Roe" of whom only "Roe" was taken for a name: the word before may be a given name. */
static bool
may_have_given (const BelEvidence *e, const BelProp *prop)
{
  const BelTokens *tokens = &bel_finder_document (e->finder, prop->document)->tokens;
  return prop->given == BEL_NONE && prop->title == BEL_NONE && prop->head > 0
         && tokens->pos[prop->head - 1] == BEL_POS_PROPN
         && tokens->sentence[prop->head - 1] == tokens->sentence[prop->head];
}

float
bel_judge_different_ages (BelEvidence *e)
{
  if (are_names (e) && e->a->document == e->b->document && (may_have_given (e, e->a) || may_have_given (e, e->b)))
    return 0;
  if (!bel_evidence_is_one_person (e) || !e->a->first || !e->b->first
      || bel_quantities_compare (e->finder, e->a->document, e->a->quantity, e->b->document, e->b->quantity)
             != BEL_VALUES_DISJOINT)
    return 0;
  e->token_a = e->finder->sources[e->a->document]->quantities.items[e->a->quantity].first;
  e->token_b = e->finder->sources[e->b->document]->quantities.items[e->b->quantity].first;
  return 1;
}

/* 1970-01-01 was a Thursday. */
static int
weekday_of (BelDay day)
{
  return (int) (((day % 7) + 7 + 3) % 7);
}

float
bel_judge_wrong_weekday (BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_DATE || e->a != e->b)
    return 0;
  const BelClaims *claims = e->finder->sources[e->a->document];
  if (e->a->time == BEL_NONE)
    return weekday_of (claims->document->date) != e->a->weekday;
  const BelTime *time = &claims->times.items[e->a->time];
  bool dated = time->month > 0 && time->day > 0 && (time->year > 0 || !time->floating);
  if (!dated || weekday_of (time->low) == time->weekday)
    return 0;
  e->token_a = time->first;
  e->token_b = time->last;
  return 1;
}
