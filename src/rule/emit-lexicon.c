/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lexicons into the program: entries with their values, then one array of postings for all. */
#include "rule/compile.h"

#include <string.h>

static BelSym
intern (BelCompiler *compiler, BelAstWord word)
{
  return bel_symbols_intern (compiler->program->symbols, word.text, word.n);
}

static uint32_t
emit_list (BelCompiler *compiler, BelLexicon *lexicon, const BelAstWords *words)
{
  uint32_t first = lexicon->lists.n;
  for (uint32_t i = 0; i < words->n; i++)
    bel_vec_push (compiler->program->arena, &lexicon->lists, intern (compiler, words->items[i]));
  return first;
}

static BelFieldValue
emit_value (BelCompiler *compiler, BelLexicon *lexicon, int field, const BelAstValue *value)
{
  BelFieldValue out = { 0 };
  BelAstWord word = value->words.n ? value->words.items[0] : (BelAstWord){ 0 };
  switch (lexicon->fields[field].type) {
  case BEL_FIELD_ENUM:
    out.number_of_enum = word.text ? bel_lexicon_enum_value (lexicon, field, word.text) : 0;
    break;
  case BEL_FIELD_STRING:
    out.symbol = word.text ? intern (compiler, word) : BEL_NONE;
    break;
  case BEL_FIELD_NUMBER:
    out.number = word.text ? g_ascii_strtod (word.text, NULL) * (value->negative ? -1 : 1) : 0;
    break;
  case BEL_FIELD_BOOLEAN:
    out.boolean = word.text && strcmp (word.text, "true") == 0;
    break;
  case BEL_FIELD_LIST:
    out.list.first = emit_list (compiler, lexicon, &value->words);
    out.list.n = value->words.n;
    break;
  }
  return out;
}

static void
emit_fields (BelCompiler *compiler, const BelAstBlock *block, BelLexicon *lexicon)
{
  BelArena *arena = compiler->program->arena;
  BelFieldInfo *fields = bel_arena_new_array (arena, BelFieldInfo, block->lexicon.fields.n);
  for (uint32_t i = 0; i < block->lexicon.fields.n; i++) {
    const BelAstField *field = &block->lexicon.fields.items[i];
    const char **enums = bel_arena_new_array (arena, const char *, field->enums.n);
    for (uint32_t j = 0; j < field->enums.n; j++)
      enums[j] = bel_arena_strdup (arena, field->enums.items[j].text);
    fields[i] = (BelFieldInfo){ bel_arena_strdup (arena, field->name.text), field->type, enums, field->enums.n };
  }
  lexicon->fields = fields;
  lexicon->n_fields = block->lexicon.fields.n;
}

static const BelFieldValue *
emit_defaults (BelCompiler *compiler, const BelAstBlock *block, BelLexicon *lexicon)
{
  BelFieldValue *values = bel_arena_new_array (compiler->program->arena, BelFieldValue, lexicon->n_fields);
  for (uint32_t i = 0; i < lexicon->n_fields; i++)
    values[i] = emit_value (compiler, lexicon, (int) i, &block->lexicon.fields.items[i].value);
  return values;
}

static uint32_t
pos_mask (const BelAstWords *words)
{
  uint32_t mask = 0;
  BelPos pos = 0;
  for (uint32_t i = 0; i < words->n; i++)
    if (bel_pos_parse (words->items[i].text, &pos))
      mask |= 1u << pos;
  return mask;
}

/* The values of one statement: the defaults themselves when it sets none. */
static const BelFieldValue *
emit_settings (BelCompiler *compiler, BelLexicon *lexicon, const BelAstEntry *entry, const BelFieldValue *defaults,
               uint32_t *pos)
{
  if (entry->settings.n == 0)
    return defaults;
  BelFieldValue *values = bel_arena_new_array (compiler->program->arena, BelFieldValue, lexicon->n_fields);
  if (lexicon->n_fields)
    memcpy (values, defaults, sizeof *values * lexicon->n_fields);
  for (uint32_t i = 0; i < entry->settings.n; i++) {
    const BelAstSetting *setting = &entry->settings.items[i];
    int field = bel_lexicon_field (lexicon, setting->name.text);
    if (field < 0)
      *pos = pos_mask (&setting->value.words);
    else
      values[field] = emit_value (compiler, lexicon, field, &setting->value);
  }
  return values;
}

static void
emit_word (BelCompiler *compiler, BelLexicon *lexicon, const BelAstBlock *block, BelAstWord word, uint32_t pos,
           const BelFieldValue *values)
{
  BelArena *arena = compiler->program->arena;
  BelEntry entry = { .lexicon = lexicon, .text = word.text, .pos = pos, .values = values };
  if (!bel_phrase_split (compiler->program, word.text, false, &entry.phrase))
    bel_compile_error (compiler, block, word.span, "rule.word", "too many words in one phrase");
  else
    bel_vec_push (arena, &lexicon->entries, entry);
}

static void
emit_entries (BelCompiler *compiler, const BelAstBlock *block, BelLexicon *lexicon, const BelFieldValue *defaults)
{
  uint32_t default_pos = pos_mask (&block->lexicon.pos), n_words = 0;
  for (uint32_t i = 0; i < block->lexicon.entries.n; i++)
    n_words += block->lexicon.entries.items[i].words.n;
  bel_vec_reserve (compiler->program->arena, &lexicon->entries, n_words);
  for (uint32_t i = 0; i < block->lexicon.entries.n; i++) {
    const BelAstEntry *statement = &block->lexicon.entries.items[i];
    uint32_t pos = default_pos;
    const BelFieldValue *values = emit_settings (compiler, lexicon, statement, defaults, &pos);
    for (uint32_t j = 0; j < statement->words.n; j++)
      emit_word (compiler, lexicon, block, statement->words.items[j], pos, values);
  }
}

/* The values of an included entry, seen through the fields of the lexicon that includes it. */
static const BelFieldValue *
translate_values (BelCompiler *compiler, BelLexicon *to, const BelFieldValue *defaults, const BelEntry *entry)
{
  const BelLexicon *from = entry->lexicon;
  BelFieldValue *values = bel_arena_new_array (compiler->program->arena, BelFieldValue, to->n_fields);
  for (uint32_t i = 0; i < to->n_fields; i++) {
    int field = bel_lexicon_field (from, to->fields[i].name);
    values[i] = defaults[i];
    if (field < 0 || from->fields[field].type != to->fields[i].type)
      continue;
    values[i] = entry->values[field];
    if (to->fields[i].type == BEL_FIELD_ENUM) {
      int value = bel_lexicon_enum_value (to, (int) i, bel_entry_field_text (entry, field));
      values[i].number_of_enum = value < 0 ? defaults[i].number_of_enum : value;
    } else if (to->fields[i].type == BEL_FIELD_LIST) {
      values[i].list.first = to->lists.n;
      for (uint32_t j = 0; j < values[i].list.n; j++)
        bel_vec_push (compiler->program->arena, &to->lists, from->lists.items[entry->values[field].list.first + j]);
    }
  }
  return values;
}

static void emit_lexicon (BelCompiler *compiler, uint32_t id, bool *done);

static void
emit_includes (BelCompiler *compiler, const BelAstBlock *block, BelLexicon *lexicon, const BelFieldValue *defaults,
               bool *done)
{
  for (uint32_t i = 0; i < block->lexicon.includes.n; i++) {
    uint32_t id = bel_compile_find_index (compiler, BEL_RULE_LEXICON, block->lexicon.includes.items[i].text);
    emit_lexicon (compiler, id, done);
    const BelLexicon *from = &compiler->program->lexicons[id];
    bel_vec_reserve (compiler->program->arena, &lexicon->entries, lexicon->entries.n + from->entries.n);
    for (uint32_t j = 0; j < from->entries.n; j++) {
      BelEntry entry = from->entries.items[j];
      entry.values = translate_values (compiler, lexicon, defaults, &from->entries.items[j]);
      entry.lexicon = lexicon;
      bel_vec_push (compiler->program->arena, &lexicon->entries, entry);
    }
  }
}

/* Included ones first; the check has seen that there is no cycle. */
static void
emit_lexicon (BelCompiler *compiler, uint32_t id, bool *done)
{
  if (done[id])
    return;
  done[id] = true;
  const BelAstBlock *block = compiler->blocks.items[compiler->first[BEL_RULE_LEXICON] + id];
  BelLexicon *lexicon = &compiler->program->lexicons[id];
  lexicon->program = compiler->program;
  lexicon->id = id;
  lexicon->name = bel_arena_strdup (compiler->program->arena, block->name.text);
  emit_fields (compiler, block, lexicon);
  const BelFieldValue *defaults = emit_defaults (compiler, block, lexicon);
  emit_entries (compiler, block, lexicon, defaults);
  emit_includes (compiler, block, lexicon, defaults, done);
}

static void
list_entry (BelCompiler *compiler, BelPostingList *list, uint32_t lexicon, uint32_t index, const BelEntry *entry)
{
  BelPosting posting = { .owner = lexicon, .item = index, .phrase = entry->phrase };
  bel_vec_push (compiler->arena, list, posting);
  /* treebanks cut "cease-fire" in three */
  if (strchr (entry->text, '-') && bel_phrase_split (compiler->program, entry->text, true, &posting.phrase)
      && posting.phrase.n != entry->phrase.n)
    bel_vec_push (compiler->arena, list, posting);
}

static bool
same_phrase (BelPhrase a, BelPhrase b)
{
  return a.n == b.n && memcmp (a.parts, b.parts, sizeof (BelSym) * a.n) == 0;
}

/* A word listed twice in one block, for the same part of speech: one of the two would never be found. */
static void
check_repeats (BelCompiler *compiler, const BelAstBlock *block, const BelLexicon *lexicon, uint32_t index,
               BelAstWord word)
{
  const BelEntry *entry = &lexicon->entries.items[index];
  uint32_t n;
  const BelPosting *postings = bel_postings_of (&compiler->program->lexicon_postings, entry->phrase.parts[0], &n);
  for (uint32_t i = 0; i < n; i++) {
    const BelPosting *other = &postings[i];
    if (other->owner != lexicon->id || other->part != 0 || other->item >= index)
      continue;
    const BelEntry *twin = &lexicon->entries.items[other->item];
    if (same_phrase (other->phrase, entry->phrase) && (!twin->pos || !entry->pos || (twin->pos & entry->pos)))
      bel_compile_error (compiler, block, word.span, "rule.duplicate", "'%s' is already in the lexicon '%s'", word.text,
                         lexicon->name);
  }
}

static void
check_all_repeats (BelCompiler *compiler, uint32_t id)
{
  const BelAstBlock *block = compiler->blocks.items[compiler->first[BEL_RULE_LEXICON] + id];
  uint32_t index = 0;
  for (uint32_t i = 0; i < block->lexicon.entries.n; i++)
    for (uint32_t j = 0;
         j < block->lexicon.entries.items[i].words.n && index < compiler->program->lexicons[id].entries.n; j++)
      check_repeats (compiler, block, &compiler->program->lexicons[id], index++,
                     block->lexicon.entries.items[i].words.items[j]);
}

void
bel_emit_lexicons (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  uint32_t n = compiler->first[BEL_RULE_LEXICON + 1] - compiler->first[BEL_RULE_LEXICON];
  program->lexicons = bel_arena_new_array (program->arena, BelLexicon, n);
  program->n_lexicons = n;
  bool *done = bel_arena_new_array (compiler->arena, bool, n);
  for (uint32_t i = 0; i < n; i++)
    emit_lexicon (compiler, i, done);
  BelPostingList list = { 0 };
  uint32_t n_entries = 0;
  for (uint32_t i = 0; i < n; i++)
    n_entries += program->lexicons[i].entries.n;
  bel_vec_reserve (compiler->arena, &list, n_entries + n_entries / 8);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = 0; j < program->lexicons[i].entries.n; j++)
      list_entry (compiler, &list, i, j, &program->lexicons[i].entries.items[j]);
  bel_postings_build (&program->lexicon_postings, program->arena, bel_symbols_count (program->symbols), &list);
  for (uint32_t i = 0; i < n; i++)
    check_all_repeats (compiler, i);
}
