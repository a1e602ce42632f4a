/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Conditions into code. "a & b | !c":
 *
 *        a
 *        jump-if-false X
 *        b
 *   X:   jump-if-true Y
 *        c
 *        not
 *   Y:   end                                                                      */
#include "base/limits.h"
#include "rule/code.h"
#include "rule/compile.h"

#include <string.h>

static void
push (BelCompiler *compiler, uint32_t word)
{
  bel_vec_push (compiler->program->arena, &compiler->program->code, word);
}

static BelSym
intern (BelCompiler *compiler, BelAstWord word)
{
  return bel_symbols_intern (compiler->program->symbols, word.text, word.n);
}

static void
emit_symbols (BelCompiler *compiler, const BelAstCond *test, int attribute)
{
  static const BelOp ONE[] = { BEL_OP_LEMMA, BEL_OP_LOWER, BEL_OP_FORM };
  static const BelOp SET[] = { BEL_OP_LEMMA_SET, BEL_OP_LOWER_SET, BEL_OP_FORM_SET };
  if (test->values.n == 1) {
    push (compiler, ONE[attribute]);
  } else {
    push (compiler, SET[attribute]);
    push (compiler, test->values.n);
  }
  for (uint32_t i = 0; i < test->values.n; i++)
    push (compiler, intern (compiler, test->values.items[i]));
}

static uint32_t
field_mask (const BelLexicon *lexicon, int field, const BelAstWords *values)
{
  uint32_t mask = 0;
  bool boolean = bel_lexicon_field_type (lexicon, field) == BEL_FIELD_BOOLEAN;
  for (uint32_t i = 0; i < values->n; i++) {
    const char *value = values->items[i].text;
    mask |= 1u << (boolean ? strcmp (value, "true") == 0 : bel_lexicon_enum_value (lexicon, field, value));
  }
  return mask;
}

static void
emit_lexicon (BelCompiler *compiler, const BelAstCond *test, int attribute)
{
  const BelLexicon *lexicon = bel_program_lexicon (compiler->program, test->lexicon.text);
  if (!test->field.text) {
    push (compiler, attribute == BEL_ATTRIBUTE_LEMMA ? BEL_OP_LEXICON : BEL_OP_LEXICON_WORD);
    push (compiler, lexicon->id);
    return;
  }
  int field = bel_lexicon_field (lexicon, test->field.text);
  push (compiler, BEL_OP_LEXICON_FIELD);
  push (compiler, lexicon->id);
  push (compiler, (uint32_t) field);
  push (compiler, field_mask (lexicon, field, &test->field_values));
}

pcre2_code *
bel_pattern_compile (const BelPattern *pattern, int *out_error, PCRE2_SIZE *out_at)
{
  pcre2_code *regex
      = pcre2_compile ((PCRE2_SPTR) pattern->text, pattern->n_bytes, pattern->flags, out_error, out_at, NULL);
  if (regex)
    pcre2_jit_compile (regex, PCRE2_JIT_COMPLETE); /* where there is no JIT, matching goes on without */
  return regex;
}

static void
emit_regex (BelCompiler *compiler, const BelAstBlock *block, BelAstWord word, int attribute)
{
  BelProgram *program = compiler->program;
  BelPattern pattern = { .flags = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C };
  const char *end = strrchr (word.text, '/');
  for (const char *flag = end + 1; *flag; flag++) {
    if (*flag == 'i')
      pattern.flags |= PCRE2_CASELESS;
    else
      bel_compile_error (compiler, block, word.span, "rule.pattern", "the only flag of a pattern is 'i'");
  }
  pattern.n_bytes = (uint32_t) (end - word.text - 1);
  pattern.text = bel_arena_strndup (program->arena, word.text + 1, pattern.n_bytes);
  int code;
  PCRE2_SIZE at;
  pcre2_code *regex = bel_pattern_compile (&pattern, &code, &at);
  if (!regex) {
    PCRE2_UCHAR message[128];
    pcre2_get_error_message (code, message, sizeof message);
    uint32_t place = MIN (word.span.start + 1 + (uint32_t) at, word.span.end);
    bel_compile_error (compiler, block, BEL_SPAN (place, place), "rule.pattern", "%s", (const char *) message);
    return;
  }
  push (compiler, BEL_OP_REGEX);
  push (compiler, program->regexes.n);
  push (compiler, (uint32_t) attribute);
  bel_vec_push (program->arena, &program->patterns, pattern);
  bel_vec_push (program->arena, &program->regexes, regex);
}

static void
emit_mask (BelCompiler *compiler, const BelAstCond *test, int attribute)
{
  uint64_t all = 0, mask;
  for (uint32_t i = 0; i < test->values.n; i++)
    if (bel_attribute_value (attribute, test->values.items[i].text, &mask))
      all |= mask;
  if (attribute >= BEL_ATTRIBUTE_FEATURE) {
    push (compiler, BEL_OP_FEATURE);
    push (compiler, (uint32_t) (attribute - BEL_ATTRIBUTE_FEATURE));
    push (compiler, (uint32_t) all);
    return;
  }
  static const BelOp OPS[] = {
    [BEL_ATTRIBUTE_POS] = BEL_OP_POS,   [BEL_ATTRIBUTE_XPOS] = BEL_OP_XPOS, [BEL_ATTRIBUTE_DEP] = BEL_OP_DEP,
    [BEL_ATTRIBUTE_NAME] = BEL_OP_NAME, [BEL_ATTRIBUTE_SORT] = BEL_OP_SORT,
  };
  push (compiler, OPS[attribute]);
  push (compiler, (uint32_t) all);
  if (attribute == BEL_ATTRIBUTE_XPOS || attribute == BEL_ATTRIBUTE_DEP)
    push (compiler, (uint32_t) (all >> 32));
}

/* "predicate in ( meet, visit )" is one test a name. */
static void
emit_predicates (BelCompiler *compiler, const BelAstCond *test)
{
  for (uint32_t i = 0; i < test->values.n; i++) {
    if (i) {
      push (compiler, BEL_OP_JUMP_TRUE);
      push (compiler, 4);
    }
    push (compiler, BEL_OP_PREDICATE);
    push (compiler, bel_compile_find_index (compiler, BEL_RULE_PREDICATE, test->values.items[i].text));
  }
}

static void
emit_test (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *test)
{
  int attribute = bel_attribute_parse (test->attribute.text);
  if (attribute == BEL_ATTRIBUTE_ROOT)
    push (compiler, BEL_OP_ROOT);
  else if (attribute == BEL_ATTRIBUTE_PREDICATE)
    emit_predicates (compiler, test);
  else if (attribute > BEL_ATTRIBUTE_FORM)
    emit_mask (compiler, test, attribute);
  else if (test->lexicon.text)
    emit_lexicon (compiler, test, attribute);
  else if (test->values.items[0].kind == BEL_TOK_REGEX)
    emit_regex (compiler, block, test->values.items[0], attribute);
  else
    emit_symbols (compiler, test, attribute);
  if (test->negated)
    push (compiler, BEL_OP_NOT);
}

static void
emit (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *cond)
{
  if (cond->kind == BEL_AST_TEST) {
    emit_test (compiler, block, cond);
    return;
  }
  emit (compiler, block, cond->left);
  if (cond->kind == BEL_AST_NOT) {
    push (compiler, BEL_OP_NOT);
    return;
  }
  push (compiler, cond->kind == BEL_AST_AND ? BEL_OP_JUMP_FALSE : BEL_OP_JUMP_TRUE);
  uint32_t jump = compiler->program->code.n;
  push (compiler, 0);
  emit (compiler, block, cond->right);
  /* offsets count from the opcode of the jump */
  compiler->program->code.items[jump] = compiler->program->code.n - (jump - 1);
}

uint32_t
bel_emit_cond (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *cond)
{
  uint32_t start = compiler->program->code.n;
  emit (compiler, block, cond);
  push (compiler, BEL_OP_END);
  return start;
}
