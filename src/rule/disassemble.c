/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Code shown as text, operands by their names. */
#include "rule/code.h"
#include "rule/explain.h"
#include "rule/program-private.h"

#include <string.h>

typedef struct {
  const BelProgram *program;
  GString *out;
} Show;

static void
show_symbols (const Show *s, const uint32_t *symbols, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    g_string_append_printf (s->out, " \"%s\"", bel_symbols_text (s->program->symbols, symbols[i]));
}

typedef const char *(*NameOf) (unsigned index);

static const char *
pos_name (unsigned index)
{
  return bel_pos_name (index);
}

static const char *
xpos_name (unsigned index)
{
  return bel_xpos_name (index);
}

static const char *
dep_name (unsigned index)
{
  return bel_dep_name (index);
}

static const char *
name_name (unsigned index)
{
  static const char *const NAMES[] = { "none", "person", "org", "place", "other" };
  return NAMES[index];
}

static const char *
sort_name (unsigned value)
{
  return bel_noun_sort_name ((BelNounSort) value);
}

static void
show_mask (const Show *s, uint64_t mask, unsigned n, NameOf name)
{
  for (unsigned i = 0; i < n; i++)
    if (mask >> i & 1)
      g_string_append_printf (s->out, " %s", name (i));
}

static void
show_labels (const Show *s, const uint32_t *words)
{
  uint64_t mask = words[0] | (uint64_t) words[1] << 32;
  if (mask == UINT64_MAX)
    g_string_append (s->out, " any");
  else
    show_mask (s, mask, BEL_N_DEPS, dep_name);
}

static void
show_feature (const Show *s, const uint32_t *o)
{
  g_string_append_printf (s->out, " %s", bel_feat_name (o[0]));
  for (unsigned v = 0; v < 16; v++)
    if (o[1] >> v & 1)
      g_string_append_printf (s->out, " %s", v ? bel_feat_value_name (o[0], v) : "none");
}

static void
show_lexicon_field (const Show *s, const uint32_t *o)
{
  const BelLexicon *lexicon = &s->program->lexicons[o[0]];
  int field = (int) o[1];
  g_string_append_printf (s->out, " %s %s", lexicon->name, bel_lexicon_field_name (lexicon, field));
  bool boolean = bel_lexicon_field_type (lexicon, field) == BEL_FIELD_BOOLEAN;
  for (int v = 0; v < 32; v++)
    if (o[2] >> v & 1)
      g_string_append_printf (s->out, " %s",
                              boolean ? (v ? "true" : "false") : bel_lexicon_enum_name (lexicon, field, v));
}

/* Operands that conditions of a token have. Returns: false for an instruction of another kind. */
static bool
show_condition (const Show *s, const uint32_t *code)
{
  const uint32_t *o = code + 1;
  switch (code[0]) {
  case BEL_OP_LEMMA:
  case BEL_OP_LOWER:
  case BEL_OP_FORM:
  case BEL_OP_PUSH_SYMBOL:
    show_symbols (s, o, 1);
    return true;
  case BEL_OP_LEMMA_SET:
  case BEL_OP_LOWER_SET:
  case BEL_OP_FORM_SET:
    show_symbols (s, o + 1, o[0]);
    return true;
  case BEL_OP_POS:
    show_mask (s, o[0], BEL_N_POS, pos_name);
    return true;
  case BEL_OP_XPOS:
    show_mask (s, o[0] | (uint64_t) o[1] << 32, BEL_N_XPOS, xpos_name);
    return true;
  case BEL_OP_DEP:
    show_labels (s, o);
    return true;
  case BEL_OP_NAME:
    show_mask (s, o[0], 5, name_name);
    return true;
  case BEL_OP_SORT:
    show_mask (s, o[0], BEL_N_NOUN_SORTS, sort_name);
    return true;
  case BEL_OP_FEATURE:
    show_feature (s, o);
    return true;
  case BEL_OP_LEXICON:
  case BEL_OP_LEXICON_WORD:
    g_string_append_printf (s->out, " %s", s->program->lexicons[o[0]].name);
    return true;
  case BEL_OP_LEXICON_FIELD:
    show_lexicon_field (s, o);
    return true;
  case BEL_OP_PREDICATE:
    g_string_append_printf (s->out, " %s", s->program->predicates[o[0]].name);
    return true;
  default:
    return false;
  }
}

/* A condition on one line: "lemma "say"; not". */
static void
show_inline (const Show *s, uint32_t at)
{
  const uint32_t *code = s->program->code.items + at;
  for (; code[0] != BEL_OP_END; code += bel_op_length (code)) {
    g_string_append_printf (s->out, "; %s", bel_op_name (code[0]));
    if (!show_condition (s, code) && code[0] != BEL_OP_ROOT && code[0] != BEL_OP_NOT)
      g_string_append_printf (s->out, " +%u", code[1]);
  }
}

static bool
show_pattern (const Show *s, const uint32_t *code)
{
  switch (code[0]) {
  case BEL_OP_CHILD:
  case BEL_OP_HEAD:
  case BEL_OP_BELOW:
  case BEL_OP_ABOVE:
  case BEL_OP_IS_CHILD:
  case BEL_OP_IS_BELOW:
    g_string_append_printf (s->out, " r%u r%u", code[1], code[2]);
    show_labels (s, code + 3);
    return true;
  case BEL_OP_IS:
    g_string_append_printf (s->out, " r%u", code[1]);
    show_inline (s, code[2]);
    return true;
  case BEL_OP_DIFFERS:
    g_string_append_printf (s->out, " r%u from", code[1]);
    for (uint32_t i = 0; i < 32; i++)
      if (code[2] >> i & 1)
        g_string_append_printf (s->out, " r%u", i);
    return true;
  default:
    return false;
  }
}

static void
show_number (const Show *s, const uint32_t *o)
{
  double number;
  memcpy (&number, o, sizeof number);
  g_string_append_printf (s->out, " %.15g", number);
}

/* Operands of a conflict's conditions; there is a schema, or there would be no such code. */
static bool
show_claim_condition (const Show *s, const uint32_t *code)
{
  static const char *const COMPARISONS[] = { "=", "!=", "<", "<=", ">", ">=" };
  const BelRuleSchema *schema = s->program->schema;
  switch (code[0]) {
  case BEL_OP_PUSH_FIELD:
    g_string_append_printf (s->out, " %c.%s", code[1] ? 'B' : 'A', schema->fields[code[2]].name);
    return true;
  case BEL_OP_PUSH_CLAIM:
    g_string_append_printf (s->out, " %c", code[1] ? 'B' : 'A');
    return true;
  case BEL_OP_CALL:
    g_string_append_printf (s->out, " %s", schema->functions[code[1]].name);
    return true;
  case BEL_OP_COMPARE:
    g_string_append_printf (s->out, " %s", COMPARISONS[code[1]]);
    return true;
  case BEL_OP_PUSH_NUMBER:
    show_number (s, code + 1);
    return true;
  default:
    return false;
  }
}

static uint32_t
show_one (const Show *s, uint32_t at)
{
  const uint32_t *code = s->program->code.items + at;
  uint32_t n = bel_op_length (code);
  g_string_append_printf (s->out, "    @%-6u %s", at, bel_op_name (code[0]));
  if (!show_condition (s, code) && !show_pattern (s, code) && !show_claim_condition (s, code))
    for (uint32_t i = 1; i < n; i++)
      g_string_append_printf (s->out, " %u", code[i]);
  g_string_append_c (s->out, '\n');
  return n;
}

/* A piece ends with its last "end", or with the "accept" that no "unless" or "optional" before it owns. */
void
bel_program_disassemble (const BelProgram *program, uint32_t at, GString *out)
{
  Show s = { program, out };
  uint32_t inner_end = 0;
  for (;;) {
    const uint32_t *code = program->code.items + at;
    if (code[0] == BEL_OP_UNLESS)
      inner_end = at + code[1];
    else if (code[0] == BEL_OP_OPTIONAL)
      inner_end = at + code[2];
    bool last = code[0] == BEL_OP_END || (code[0] == BEL_OP_ACCEPT && at >= inner_end);
    at += show_one (&s, at);
    if (last)
      return;
  }
}
