/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What a match yields: values for the room above, and the text a part of a node covers. */
#include "rule/match.h"

#include <string.h>

uint32_t
bel_program_n_claim_rules (const BelProgram *program)
{
  return program->n_claims;
}

const char *
bel_program_claim_rule_name (const BelProgram *program, uint32_t id)
{
  return program->claims[id].name;
}

uint32_t
bel_program_claim_rule_named (const BelProgram *program, const char *name)
{
  for (uint32_t i = 0; i < program->n_claims; i++)
    if (strcmp (program->claims[i].name, name) == 0)
      return i;
  return BEL_NONE;
}

const char *
bel_program_claim_rule_node (const BelProgram *program, uint32_t id, uint32_t index)
{
  return index < program->claims[id].n_nodes ? program->claims[id].nodes[index] : NULL;
}

static uint32_t
node_token (const BelClaimCode *rule, const uint32_t *nodes, uint32_t reg)
{
  for (uint32_t i = 0; i < rule->n_nodes; i++)
    if (rule->regs[i] == reg)
      return nodes[i];
  return BEL_NONE;
}

static void
fill_field (const BelDocument *document, const BelYieldCode *code, BelYield *out)
{
  out->field = code->field;
  if (out->token == BEL_NONE)
    return;
  out->entry = bel_lexicon_headed (code->lexicon, document, out->token, NULL);
  if (!out->entry)
    out->entry = bel_lexicon_word (code->lexicon, document, out->token);
  if (!out->entry)
    return;
  if (bel_lexicon_field_type (code->lexicon, code->field) == BEL_FIELD_NUMBER)
    out->number = bel_entry_number (out->entry, code->field);
  else
    out->text = bel_entry_field_text (out->entry, code->field);
}

BelYield
bel_yield_make (const BelDocument *document, const BelClaimCode *rule, const BelYieldCode *code, const uint32_t *nodes)
{
  BelYield out = {
    .name = code->name, .kind = code->kind, .part = code->part, .field = -1, .text = code->text, .number = code->number
  };
  out.token = node_token (rule, nodes, code->reg);
  if (code->kind == BEL_YIELD_FIELD)
    fill_field (document, code, &out);
  return out;
}

/* -- spans ---------------------------------------------------------------------------------------------- */

/* Whether @t hangs on @top by way of a clause with its own subject or conjunction, or of a sentence put beside it. */
static bool
is_aside (const BelDocument *document, uint32_t top, uint32_t t)
{
  for (; t != top && t != BEL_NONE; t = document->tokens.head[t]) {
    uint8_t dep = document->tokens.dep[t];
    if (dep == BEL_DEP_ACL_RELCL || dep == BEL_DEP_ADVCL_RELCL || dep == BEL_DEP_PARATAXIS
        || (dep == BEL_DEP_ACL && bel_child (document, t, BEL_DEP_MARK) != BEL_NONE))
      return true;
  }
  return false;
}

static bool
is_leading (const BelDocument *document, uint32_t top, uint32_t t, BelPart part)
{
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  if (document->tokens.head[t] != top)
    return false;
  if (part == BEL_PART_PHRASE)
    return base == BEL_DEP_CASE || base == BEL_DEP_CC;
  return base == BEL_DEP_MARK || base == BEL_DEP_CC;
}

static bool
is_punct (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PUNCT;
}

BelSpan
bel_part_span (const BelDocument *document, uint32_t t, BelPart part)
{
  uint32_t first = t, last = t;
  if (part != BEL_PART_HEAD)
    bel_subtree_range (document, t, &first, &last);
  if (part == BEL_PART_PHRASE) /* "the mayor's": the mark of possession is no part of it */
    while (last > t
           && (is_aside (document, t, last) || is_punct (document, last) || is_leading (document, t, last, part)))
      last--;
  if (part == BEL_PART_PHRASE || part == BEL_PART_CLAUSE) {
    while (last > t && is_punct (document, last))
      last--;
    while (first < t && (is_leading (document, t, first, part) || is_punct (document, first)))
      first++;
  }
  return BEL_SPAN (document->tokens.span[first].start, document->tokens.span[last].end);
}
