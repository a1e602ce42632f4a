/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "compose": sentences with their trees, made by construction. A grammar says which words make a sentence and
 * which depends on which; the words are drawn from a bank. What treebanks of the web and of Wikimedia hold little of (short
 * plain news sentences, reporting clauses, headlines) is learned from these.
 *
 * A line of the grammar is one way to make NAME out of parts, words or names of others, of which *= is the head:
 *
 *   NAME WEIGHT: RELATION=PART *=PART|PART 3?RELATION=PART …
 *
 * NAME<TYPE> says that what is made is the name of an entity: person, organization, place. Words drawn from the classes
 * city and country are names of places. The names are written as GUM writes entities.
 *
 * "a|b" is one of these, "3?" has it in one sentence of three. A part is a word, FORM/UPOS/XPOS, or one to be drawn,
 * @CLASS/UPOS/XPOS, or else a name. Names nested deeper than MOST_DEEP are made the first way they have.
 *
 * Headlines are set with capitals every other time; some sentences of the treebanks are added so as well. */
#include "train/recase.h"
#include "train/word-bank.h"

#include <stdlib.h>
#include <string.h>

#define MOST_DEEP 9u
#define MOST_WORDS 60u
#define SENTENCES_A_DOCUMENT 40
#define ONE_IN_TITLE 16u /* of whole sentences is set as a headline, without its stop; of headlines every other */

typedef struct {
  const char *relation; /* "*" for the head */
  char **choices;
  uint32_t one_in;
} Part;

typedef struct {
  uint32_t weight, n_parts;
  Part *parts;
  const char *entity; /* its type, or NULL */
} Way;

typedef struct {
  BelArena *arena;
  GHashTable *names; /* → GArray of Way */
} Grammar;

typedef struct {
  const char *form, *pos, *xpos, *relation;
  uint32_t head;   /* 1-based; 0 is the root */
  uint32_t number; /* from 1, before commas fell */
} ComposedWord;

typedef struct {
  const char *type;
  uint32_t first, last; /* numbers of words */
} Entity;

typedef struct {
  const Grammar *grammar;
  const WordBank *bank;
  Random *random;
  BelArena *arena;
  ComposedWord words[MOST_WORDS];
  uint32_t n;
  Entity entities[MOST_WORDS];
  uint32_t n_entities;
  const char *preposition; /* of the verb drawn last */
  gboolean failed;
} Composer;

/* -- the grammar ----------------------------------------------------------------------------------- */

static gboolean
read_part (BelArena *arena, const char *text, Part *part)
{
  char *rest = NULL;
  part->one_in = g_ascii_isdigit (*text) ? (uint32_t) strtoul (text, &rest, 10) : 1;
  if (rest) {
    if (*rest != '?' || part->one_in == 0)
      return FALSE;
    text = rest + 1;
  }
  const char *equals = strchr (text, '=');
  if (!equals || equals == text || !equals[1])
    return FALSE;
  g_autofree char *relation = g_strndup (text, (gsize) (equals - text));
  part->relation = bel_arena_strdup (arena, relation);
  g_auto (GStrv) choices = g_strsplit (equals + 1, "|", -1);
  guint n = g_strv_length (choices);
  part->choices = bel_arena_new_array (arena, char *, n + 1);
  for (guint i = 0; i < n; i++)
    part->choices[i] = bel_arena_strdup (arena, choices[i]);
  return TRUE;
}

static gboolean
read_way (Grammar *grammar, const char *line)
{
  const char *colon = strstr (line, ": ");
  if (!colon)
    return FALSE;
  g_autofree char *left = g_strndup (line, (gsize) (colon - line));
  g_auto (GStrv) name = g_strsplit (left, " ", -1);
  g_auto (GStrv) typed = g_strsplit_set (name[0], "<>", -1);
  g_auto (GStrv) parts = g_strsplit (colon + 2, " ", -1);
  Way way = { .weight = name[0] && name[1] ? (uint32_t) atoi (name[1]) : 1 };
  way.entity = typed[1] ? bel_arena_strdup (grammar->arena, typed[1]) : NULL;
  way.parts = bel_arena_new_array (grammar->arena, Part, g_strv_length (parts));
  gboolean has_head = FALSE;
  for (char **part = parts; *part; part++) {
    if (!**part)
      continue;
    if (!read_part (grammar->arena, *part, &way.parts[way.n_parts]))
      return FALSE;
    has_head |= g_str_equal (way.parts[way.n_parts++].relation, "*");
  }
  GArray *ways = g_hash_table_lookup (grammar->names, typed[0]);
  if (!ways) {
    ways = g_array_new (FALSE, FALSE, sizeof (Way));
    g_hash_table_insert (grammar->names, g_strdup (typed[0]), ways);
  }
  g_array_append_val (ways, way);
  return has_head && way.weight > 0;
}

static gboolean
read_grammar (Grammar *grammar, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++) {
    if (!**line || **line == '#' || read_way (grammar, *line))
      continue;
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "%s: line %d is no way to make a sentence", path,
                 (int) (line - lines) + 1);
    return FALSE;
  }
  return TRUE;
}

/* -- making one sentence --------------------------------------------------------------------------- */

static const Way *
choose_way (Composer *composer, const char *name, uint32_t depth)
{
  const GArray *ways = g_hash_table_lookup (composer->grammar->names, name);
  uint32_t sum = 0;
  if (!ways)
    return NULL;
  for (guint i = 0; i < ways->len; i++)
    sum += g_array_index (ways, Way, i).weight;
  uint32_t drawn = depth > MOST_DEEP ? 0 : random_below (composer->random, sum);
  for (guint i = 0; i < ways->len; i++) {
    const Way *way = &g_array_index (ways, Way, i);
    if (drawn < way->weight)
      return way;
    drawn -= way->weight;
  }
  return NULL;
}

static void
put_entity (Composer *composer, const char *type, uint32_t first, uint32_t last)
{
  if (type && composer->n_entities < MOST_WORDS)
    composer->entities[composer->n_entities++] = (Entity){ type, first, last };
}

/* FORM/UPOS/XPOS or @CLASS/UPOS/XPOS. Returns: the word's number from 1, 0 when there is no such word. */
static uint32_t
put_word (Composer *composer, const char *part)
{
  const char *last = strrchr (part, '/'), *first = last - 1;
  while (first > part && *first != '/')
    first--;
  if (composer->n == MOST_WORDS)
    return 0;
  g_autofree char *form = g_strndup (part, (gsize) (first - part));
  g_autofree char *pos = g_strndup (first + 1, (gsize) (last - first - 1));
  const char *drawn = form;
  if (g_str_equal (form, "@preposition"))
    drawn = composer->preposition;
  else if (*form == '@')
    drawn = word_bank_draw (composer->bank, form + 1, composer->random, &composer->preposition);
  if (!drawn)
    return 0;
  composer->words[composer->n++] = (ComposedWord){ .form = bel_arena_strdup (composer->arena, drawn),
                                                   .pos = bel_arena_strdup (composer->arena, pos),
                                                   .xpos = last + 1 };
  composer->words[composer->n - 1].number = composer->n;
  if (g_str_equal (form, "@city") || g_str_equal (form, "@country"))
    put_entity (composer, "place", composer->n, composer->n);
  return composer->n;
}

/* Returns: the number of the head word of what was put. */
static uint32_t
put (Composer *composer, const char *part, uint32_t depth)
{
  if (strchr (part, '/'))
    return put_word (composer, part);
  const Way *way = choose_way (composer, part, depth);
  uint32_t heads[MOST_WORDS], head = 0, before = composer->n;
  if (!way || way->n_parts > MOST_WORDS || depth > 2 * MOST_DEEP)
    return 0;
  for (uint32_t i = 0; i < way->n_parts; i++) {
    const Part *child = &way->parts[i];
    heads[i] = 0;
    if (child->one_in > 1 && random_below (composer->random, child->one_in) > 0)
      continue;
    uint32_t n_choices = g_strv_length (child->choices);
    heads[i] = put (composer, child->choices[random_below (composer->random, n_choices)], depth + 1);
    if (!heads[i])
      return 0;
    if (*child->relation == '*')
      head = heads[i];
  }
  for (uint32_t i = 0; i < way->n_parts; i++)
    if (heads[i] && heads[i] != head) {
      composer->words[heads[i] - 1].head = head;
      composer->words[heads[i] - 1].relation = way->parts[i].relation;
    }
  put_entity (composer, way->entity, before + 1, composer->n);
  return head;
}

/* A comma that closes an insertion falls before another mark. */
static void
drop_commas (Composer *composer)
{
  uint32_t number[MOST_WORDS + 1] = { 0 }, n = 0;
  for (uint32_t i = 0; i < composer->n; i++) {
    const char *next = i + 1 < composer->n ? composer->words[i + 1].form : "";
    gboolean dropped = g_str_equal (composer->words[i].form, ",") && strchr (",.", *next);
    number[i + 1] = dropped ? 0 : ++n;
  }
  for (uint32_t i = 0; i < composer->n; i++) {
    ComposedWord word = composer->words[i];
    word.head = number[word.head];
    if (number[i + 1])
      composer->words[number[i + 1] - 1] = word;
  }
  composer->n = n;
}

static gboolean
wants_an (const char *next)
{
  return *next && (strchr ("aeioAEI", *next) || (*next == 'u' && !strchr ("ns", next[1])));
}

/* Whether the sentence is set with capitals. A stop at its end falls then. */
static gboolean
draw_title (Composer *composer)
{
  const char *last = composer->words[composer->n - 1].form;
  gboolean stop = g_str_equal (last, "."), title = random_below (composer->random, stop ? ONE_IN_TITLE : 2) == 0;
  composer->n -= title && stop;
  return title;
}

/* "(2-person" where one begins, "2)" where it ends, both in one for a single word; outer ones first. */
static void
write_entities (const Composer *composer, const ComposedWord *word, GString *out)
{
  gsize before = out->len;
  for (uint32_t i = composer->n_entities; i-- > 0;) {
    const Entity *entity = &composer->entities[i];
    if (entity->first == word->number)
      g_string_append_printf (out, "%s(%u-%s%s", out->len == before ? "Entity=" : "", i + 1, entity->type,
                              entity->last == entity->first ? ")" : "");
  }
  for (uint32_t i = 0; i < composer->n_entities; i++) {
    const Entity *entity = &composer->entities[i];
    if (entity->last == word->number && entity->last != entity->first)
      g_string_append_printf (out, "%s%u)", out->len == before ? "Entity=" : "", i + 1);
  }
  g_string_append (out, out->len == before ? "_\n" : "\n");
}

static void
write_sentence (Composer *composer, GString *out)
{
  gboolean title = draw_title (composer);
  for (uint32_t i = 0; i < composer->n; i++) {
    const ComposedWord *word = &composer->words[i];
    g_autofree char *form = title ? recase_word (word->form, word->pos) : g_strdup (word->form);
    if (i == 0 || (i == 1 && g_str_equal (composer->words[0].pos, "PUNCT")))
      form[0] = g_ascii_toupper (form[0]);
    gboolean an = i + 1 < composer->n && wants_an (composer->words[i + 1].form) && g_ascii_strcasecmp (form, "a") == 0;
    g_string_append_printf (out, "%u\t%s%s\t_\t%s\t%s\t_\t%u\t%s\t_\t", i + 1, form, an ? "n" : "", word->pos,
                            word->xpos, word->head, word->head ? word->relation : "root");
    write_entities (composer, word, out);
  }
  g_string_append_c (out, '\n');
}

static void
compose_sentence (const Grammar *grammar, const WordBank *bank, Random *random, GString *out)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  for (;;) {
    Composer composer = { .grammar = grammar, .bank = bank, .random = random, .arena = arena };
    if (put (&composer, "sentence", 0)) {
      drop_commas (&composer);
      write_sentence (&composer, out);
      return;
    }
  }
}

gboolean
train_compose (const TrainOptions *options, GError **error)
{
  g_autoptr (WordBank) bank = word_bank_new (options, error);
  Grammar grammar
      = { bel_arena_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref) };
  gboolean good = bank && options->grammar && read_grammar (&grammar, options->grammar, error);
  g_autoptr (GString) out = g_string_new (NULL);
  Random random = random_seed ((uint64_t) options->seed);
  for (int s = 0; good && s < options->sentences; s++) {
    if (s % SENTENCES_A_DOCUMENT == 0)
      g_string_append_printf (out, "# newdoc id = composed-%d\n", s / SENTENCES_A_DOCUMENT);
    compose_sentence (&grammar, bank, &random, out);
  }
  good = good && recase_treebanks (options, &random, out, error);
  g_autofree char *path = g_build_filename (options->work, "composed.conllu", NULL);
  good = good && g_file_set_contents (path, out->str, (gssize) out->len, error);
  g_hash_table_unref (grammar.names);
  bel_arena_free (grammar.arena);
  return good;
}
