/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/value-words.h"

#include "claim/atom.h"

struct BelValueWords {
  BelArena *arena;
  BelSymbols *symbols;
  BEL_VEC (BelValueWord) items;
  BelValueStart *starts;                               /* by symbol: what begins with it */
  int fields[BEL_WORDS_N_CLASSES][BEL_WORDS_N_FIELDS]; /* -1: the lexicon has no such field */
};

static const char *const CLASS_NAMES[] = {
#define C(name, text) text,
#include "claim/value-words.def"
};

static const char *const FIELD_NAMES[] = {
#define F(name, text) text,
#include "claim/value-words.def"
};

static const char *const KIND_NAMES[] = {
  "",
#define K(name, text) text,
#include "claim/value-words.def"
};

static BelWordKind
kind_of (const BelLexicon *lexicon, const BelEntry *entry)
{
  int field = bel_lexicon_field (lexicon, "kind");
  if (field < 0)
    return BEL_KIND_ANY;
  const char *name = bel_lexicon_enum_name (lexicon, field, bel_entry_enum (entry, field));
  for (int kind = 1; kind < BEL_N_KINDS; kind++)
    if (g_str_equal (KIND_NAMES[kind], name))
      return kind;
  return BEL_KIND_ANY;
}

static bool
flag (const BelValueWords *words, const BelEntry *entry, BelWordClass class_, BelValueField field)
{
  int number = words->fields[class_][field];
  return number >= 0 && bel_entry_boolean (entry, number);
}

static void
add_lexicon (BelValueWords *words, const BelLexicon *lexicon, BelWordClass class_)
{
  for (int field = 0; field < BEL_WORDS_N_FIELDS; field++)
    words->fields[class_][field] = bel_lexicon_field (lexicon, FIELD_NAMES[field]);
  for (uint32_t i = 0; i < bel_lexicon_n_entries (lexicon); i++) {
    const BelEntry *entry = bel_lexicon_entry (lexicon, i);
    BelValueWord word = { .entry = entry, .class_ = (uint8_t) class_, .kind = (uint8_t) kind_of (lexicon, entry) };
    word.attached = flag (words, entry, class_, BEL_VALUE_FIELD_ATTACHED);
    word.doubtful = flag (words, entry, class_, BEL_VALUE_FIELD_DOUBTFUL);
    word.n_parts
        = (uint8_t) bel_atoms_of_phrase (words->symbols, bel_entry_text (entry), word.parts, G_N_ELEMENTS (word.parts));
    if (word.n_parts)
      bel_vec_push (words->arena, &words->items, word);
  }
}

static int
by_first_then_length (gconstpointer a, gconstpointer b)
{
  const BelValueWord *left = a, *right = b;
  if (left->parts[0] != right->parts[0])
    return left->parts[0] < right->parts[0] ? -1 : 1;
  if (left->n_parts != right->n_parts)
    return right->n_parts - left->n_parts;
  if (left->class_ != right->class_)
    return left->class_ - right->class_;
  return left->entry < right->entry ? -1 : left->entry > right->entry;
}

static void
index_items (BelValueWords *words)
{
  if (words->items.n)
    bel_sort (words->items.items, words->items.n, sizeof (BelValueWord), by_first_then_length);
  words->starts = bel_arena_new_array (words->arena, BelValueStart, bel_symbols_count (words->symbols));
  for (uint32_t i = words->items.n; i-- > 0;) {
    const BelValueWord *word = &words->items.items[i];
    BelValueStart *start = &words->starts[word->parts[0]];
    start->first = word;
    start->n++;
    start->classes |= (uint16_t) (1u << word->class_);
    start->kinds |= bel_value_kind_bit (word->kind);
  }
}

BelValueWords *
bel_value_words_new (const BelProgram *program)
{
  BelValueWords *words = g_new0 (BelValueWords, 1);
  words->arena = bel_arena_new ();
  words->symbols = bel_symbols_new (NULL);
  for (int class_ = 0; class_ < BEL_WORDS_N_CLASSES; class_++) {
    const BelLexicon *lexicon = program ? bel_program_lexicon (program, CLASS_NAMES[class_]) : NULL;
    for (int field = 0; field < BEL_WORDS_N_FIELDS; field++)
      words->fields[class_][field] = -1;
    if (lexicon)
      add_lexicon (words, lexicon, class_);
  }
  index_items (words);
  bel_symbols_freeze (words->symbols);
  return words;
}

void
bel_value_words_free (BelValueWords *words)
{
  if (!words)
    return;
  bel_symbols_unref (words->symbols);
  bel_arena_free (words->arena);
  g_free (words);
}

const BelSymbols *
bel_value_words_symbols (const BelValueWords *words)
{
  return words->symbols;
}

BelValueStart
bel_value_words_from (const BelValueWords *words, BelSym first)
{
  return first == BEL_NONE ? (BelValueStart){ 0 } : words->starts[first];
}

double
bel_value_word_number (const BelValueWords *words, const BelValueWord *word, BelValueField field)
{
  int number = words->fields[word->class_][field];
  return number < 0 ? 0 : bel_entry_number (word->entry, number);
}

bool
bel_value_word_boolean (const BelValueWords *words, const BelValueWord *word, BelValueField field)
{
  return flag (words, word->entry, word->class_, field);
}

const char *
bel_value_word_string (const BelValueWords *words, const BelValueWord *word, BelValueField field)
{
  int number = words->fields[word->class_][field];
  return number < 0 ? NULL : bel_entry_field_text (word->entry, number);
}
