/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Forms, relations to other predicates (and their cycles), requirements. */
#include "rule/compile.h"

#include "base/limits.h"

#include <string.h>

static void
check_marker (BelCompiler *compiler, const BelAstBlock *block, BelAstWord marker)
{
  uint64_t mask;
  if (marker.kind == BEL_TOK_GT && !bel_attribute_value (BEL_ATTRIBUTE_DEP, marker.text, &mask))
    bel_compile_error (compiler, block, marker.span, "rule.type", "'%s' is not a relation of Universal Dependencies",
                       marker.text);
}

static void
check_form (BelCompiler *compiler, const BelAstBlock *block, const BelAstForm *form)
{
  BelAstWord phrase = form->phrase;
  if (phrase.n == 0 || phrase.text[0] == ' ' || phrase.text[phrase.n - 1] == ' ' || strstr (phrase.text, "  "))
    bel_compile_error (compiler, block, phrase.span, "rule.word",
                       "words are parted by one space, none before or after");
  for (uint32_t i = 0; i < form->slots.n; i++) {
    const BelAstSlot *slot = &form->slots.items[i];
    if (i >= 2 && !slot->role.text)
      bel_compile_error (compiler, block, phrase.span, "rule.role",
                         "the first slot is the object, the second the subject; a third needs '-> role'");
    if (slot->self && form->kind != BEL_FORM_NOUN)
      bel_compile_error (compiler, block, phrase.span, "rule.role", "only a noun can be 'self', a participant itself");
    for (uint32_t j = 0; j < slot->markers.n; j++)
      check_marker (compiler, block, slot->markers.items[j]);
  }
}

static void
check_relation (BelCompiler *compiler, const BelAstBlock *block, const BelAstRelation *relation)
{
  const BelAstBlock *target = relation->block;
  if (!target)
    bel_compile_unknown_block (compiler, block, BEL_RULE_PREDICATE, relation->target);
  else if (target == block)
    bel_compile_error (compiler, block, relation->target.span, "rule.cycle", "'%s' is related to itself",
                       block->name.text);
}

/* Whether @from comes to @to by relations of @kind; @budget bounds the walk. */
static bool
leads_to (const BelAstBlock *from, const BelAstBlock *to, BelRelationKind kind, uint32_t *budget)
{
  for (uint32_t i = 0; i < from->predicate.relations.n && *budget; i++) {
    const BelAstRelation *relation = &from->predicate.relations.items[i];
    if (relation->kind != kind)
      continue;
    const BelAstBlock *next = relation->block;
    --*budget;
    if (next && (next == to || leads_to (next, to, kind, budget)))
      return true;
  }
  return false;
}

/* Two predicates that entail each other are one predicate; a converse of a converse has no normal form. */
static void
check_cycles (BelCompiler *compiler, const BelAstBlock *block)
{
  for (uint32_t i = 0; i < block->predicate.relations.n; i++) {
    const BelAstRelation *relation = &block->predicate.relations.items[i];
    if (relation->kind != BEL_RELATION_ENTAILS && relation->kind != BEL_RELATION_CONVERSE)
      continue;
    const BelAstBlock *target = relation->block;
    uint32_t budget = 128;
    if (target && target != block && leads_to (target, block, relation->kind, &budget))
      bel_compile_error (compiler, block, relation->target.span, "rule.cycle",
                         "'%s' and '%s' %s each other; make them one predicate", block->name.text,
                         relation->target.text, relation->kind == BEL_RELATION_ENTAILS ? "entail" : "are converses of");
  }
}

void
bel_check_find_targets (BelCompiler *compiler)
{
  for (uint32_t i = compiler->first[BEL_RULE_PREDICATE]; i < compiler->first[BEL_RULE_PREDICATE + 1]; i++) {
    BelAstPredicate *predicate = &compiler->blocks.items[i]->predicate;
    for (uint32_t j = 0; j < predicate->relations.n; j++)
      predicate->relations.items[j].block
          = bel_compile_find (compiler, BEL_RULE_PREDICATE, predicate->relations.items[j].target.text);
  }
}

void
bel_check_predicate (BelCompiler *compiler, BelAstBlock *block)
{
  const BelAstPredicate *predicate = &block->predicate;
  for (uint32_t i = 0; i < predicate->forms.n; i++)
    check_form (compiler, block, &predicate->forms.items[i]);
  if (predicate->forms.n == 0 && !block->broken)
    bel_compile_error (compiler, block, block->name.span, "rule.no-form", "the predicate '%s' has no verb, noun or adj",
                       block->name.text);
  for (uint32_t i = 0; i < predicate->relations.n; i++)
    check_relation (compiler, block, &predicate->relations.items[i]);
  check_cycles (compiler, block);
  for (uint32_t i = 0; i < predicate->requires.n; i++)
    bel_check_cond (compiler, block, predicate->requires.items[i].cond);
  if (predicate->scale.text && !predicate->sign)
    bel_compile_error (compiler, block, predicate->scale.span, "rule.role", "a scale needs a sign: sign +; or sign -;");
}
