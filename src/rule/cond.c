/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Runs the code of one condition on one token. No loop goes back, so it ends. */
#include "rule/code.h"
#include "rule/program-private.h"

#include <string.h>

static bool
in_set (const uint32_t *operands, BelSym sym)
{
  for (uint32_t i = 1; i <= operands[0]; i++)
    if (operands[i] == sym)
      return true;
  return false;
}

static bool
in_mask (uint32_t low, uint32_t high, unsigned bit)
{
  return (bit < 32 ? low >> bit : high >> (bit - 32)) & 1;
}

static bool
lexicon_field (const BelProgram *program, const BelDocument *document, const uint32_t *operands, uint32_t t)
{
  const BelEntry *entry = bel_lexicon_headed (&program->lexicons[operands[0]], document, t, NULL);
  int field = (int) operands[1];
  if (!entry)
    return false;
  unsigned value = bel_lexicon_field_type (entry->lexicon, field) == BEL_FIELD_BOOLEAN
                       ? (unsigned) bel_entry_boolean (entry, field)
                       : (unsigned) bel_entry_enum (entry, field);
  return operands[2] >> value & 1;
}

static bool
has_predicate (const BelProgram *program, const BelDocument *document, uint32_t predicate, uint32_t t)
{
  BelPredicateMatch matches[8];
  uint32_t n = bel_predicates_at (program, document, t, matches, G_N_ELEMENTS (matches));
  for (uint32_t i = 0; i < n; i++)
    if (matches[i].predicate == predicate)
      return true;
  return false;
}

static bool
regex_found (const BelProgram *program, const BelDocument *document, const uint32_t *operands, uint32_t t)
{
  const BelSym *columns[] = { document->tokens.lemma, document->tokens.lower, document->tokens.form };
  const char *text = bel_symbols_text (document->symbols, columns[operands[1]][t]);
  pcre2_match_data *data = pcre2_match_data_create (1, NULL);
  int rc = pcre2_match (program->regexes.items[operands[0]], (PCRE2_SPTR) text, strlen (text), 0, 0, data,
                        program->regex_limits);
  pcre2_match_data_free (data);
  return rc >= 0;
}

bool
bel_cond_holds (const BelProgram *program, const BelDocument *document, uint32_t at, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  const uint32_t *code = program->code.items + at;
  bool truth = true;
  for (;;) {
    const uint32_t *operands = code + 1;
    uint32_t step = bel_op_length (code);
    switch ((BelOp) *code) {
    case BEL_OP_LEMMA:
      truth = tokens->lemma[t] == operands[0];
      break;
    case BEL_OP_LOWER:
      truth = tokens->lower[t] == operands[0];
      break;
    case BEL_OP_FORM:
      truth = tokens->form[t] == operands[0];
      break;
    case BEL_OP_LEMMA_SET:
      truth = in_set (operands, tokens->lemma[t]);
      break;
    case BEL_OP_LOWER_SET:
      truth = in_set (operands, tokens->lower[t]);
      break;
    case BEL_OP_FORM_SET:
      truth = in_set (operands, tokens->form[t]);
      break;
    case BEL_OP_POS:
      truth = operands[0] >> tokens->pos[t] & 1;
      break;
    case BEL_OP_XPOS:
      truth = in_mask (operands[0], operands[1], tokens->xpos[t]);
      break;
    case BEL_OP_DEP:
      truth = in_mask (operands[0], operands[1], tokens->dep[t]);
      break;
    case BEL_OP_NAME:
      truth = operands[0] >> tokens->name[t] & 1;
      break;
    case BEL_OP_SORT:
      truth = operands[0] >> tokens->sort[t] & 1;
      break;
    case BEL_OP_FEATURE:
      truth = operands[1] >> bel_feats_get (tokens->feats[t], operands[0]) & 1;
      break;
    case BEL_OP_ROOT:
      truth = tokens->head[t] == BEL_NONE;
      break;
    case BEL_OP_LEXICON:
      truth = bel_lexicon_headed (&program->lexicons[operands[0]], document, t, NULL) != NULL;
      break;
    case BEL_OP_LEXICON_WORD:
      truth = bel_lexicon_word (&program->lexicons[operands[0]], document, t) != NULL;
      break;
    case BEL_OP_LEXICON_FIELD:
      truth = lexicon_field (program, document, operands, t);
      break;
    case BEL_OP_PREDICATE:
      truth = has_predicate (program, document, operands[0], t);
      break;
    case BEL_OP_REGEX:
      truth = regex_found (program, document, operands, t);
      break;
    case BEL_OP_NOT:
      truth = !truth;
      break;
    case BEL_OP_JUMP_FALSE:
      step = truth ? step : operands[0];
      break;
    case BEL_OP_JUMP_TRUE:
      step = truth ? operands[0] : step;
      break;
    case BEL_OP_END:
    default:
      return truth;
    }
    code += step;
  }
}
