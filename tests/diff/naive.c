/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "naive.h"

#include "rule/lexicon.h"

#include <string.h>

#define MAX_SLOTS 32

/* A slot is a node of the pattern: by name, or one for each place where a name is left out. */
typedef struct {
  const char *name;
  const BelAstNode *anonymous;
  bool optional;
} Slot;

typedef struct {
  const BelProgram *program;
  const BelDocument *document;
  const BelAstClaim *claim;
  const char *rule;
  uint32_t sentence;
  Slot slots[MAX_SLOTS];
  uint32_t n_slots;
  uint32_t tokens[MAX_SLOTS];
  GPtrArray *lines;
} Naive;

static uint32_t
slot_of (const Naive *n, const BelAstNode *node)
{
  for (uint32_t i = 0; i < n->n_slots; i++)
    if (node->name.text ? n->slots[i].name && strcmp (n->slots[i].name, node->name.text) == 0
                        : n->slots[i].anonymous == node)
      return i;
  return BEL_NONE;
}

static void
add_slot (Naive *n, const BelAstNode *node, bool optional)
{
  if (slot_of (n, node) == BEL_NONE)
    n->slots[n->n_slots++] = (Slot){ node->name.text, node->name.text ? NULL : node, optional };
}

static void
add_slots (Naive *n, const BelAstPattern *pattern)
{
  add_slot (n, &pattern->node, false);
  for (uint32_t i = 0; i < pattern->arcs.n; i++)
    add_slot (n, &pattern->arcs.items[i].to, pattern->arcs.items[i].optional);
}

static bool
text_is (const Naive *n, BelSym sym, const char *text)
{
  return strcmp (bel_symbols_text (n->document->symbols, sym), text) == 0;
}

static bool
test_holds (const Naive *n, const BelAstCond *test, uint32_t t)
{
  const BelTokens *tokens = &n->document->tokens;
  const char *attribute = test->attribute.text;
  if (strcmp (attribute, "root") == 0)
    return tokens->head[t] == BEL_NONE;
  if (test->lexicon.text)
    return bel_lexicon_headed (bel_program_lexicon (n->program, test->lexicon.text), n->document, t, NULL) != NULL;
  for (uint32_t i = 0; i < test->values.n; i++) {
    const char *value = test->values.items[i].text;
    if ((strcmp (attribute, "lemma") == 0 && text_is (n, tokens->lemma[t], value))
        || (strcmp (attribute, "lower") == 0 && text_is (n, tokens->lower[t], value))
        || (strcmp (attribute, "pos") == 0 && strcmp (bel_pos_name (tokens->pos[t]), value) == 0))
      return true;
  }
  return false;
}

static bool
cond_holds (const Naive *n, const BelAstCond *cond, uint32_t t)
{
  if (!cond)
    return true;
  switch (cond->kind) {
  case BEL_AST_AND:
    return cond_holds (n, cond->left, t) && cond_holds (n, cond->right, t);
  case BEL_AST_OR:
    return cond_holds (n, cond->left, t) || cond_holds (n, cond->right, t);
  case BEL_AST_NOT:
    return !cond_holds (n, cond->left, t);
  case BEL_AST_TEST:
    break;
  }
  return test_holds (n, cond, t) != cond->negated;
}

static bool
label_fits (const Naive *n, const BelAstArc *arc, uint32_t t)
{
  BelDep dep = n->document->tokens.dep[t];
  for (uint32_t i = 0; i < arc->labels.n; i++) {
    const char *label = arc->labels.items[i].text;
    size_t length = strlen (label);
    bool all = label[length - 1] == '*';
    const char *name = bel_dep_name (all ? bel_dep_base (dep) : dep);
    if (strncmp (name, label, length - all) == 0 && name[length - all] == '\0')
      return true;
  }
  return arc->labels.n == 0;
}

static bool
is_above (const Naive *n, uint32_t high, uint32_t low)
{
  for (low = n->document->tokens.head[low]; low != BEL_NONE; low = n->document->tokens.head[low])
    if (low == high)
      return true;
  return false;
}

static bool
arc_holds (const Naive *n, const BelAstArc *arc, uint32_t from, uint32_t to)
{
  const uint32_t *head = n->document->tokens.head;
  switch (arc->kind) {
  case BEL_ARC_CHILD:
    return head[to] == from && label_fits (n, arc, to);
  case BEL_ARC_HEAD:
    return head[from] == to && label_fits (n, arc, from);
  case BEL_ARC_BELOW:
    return is_above (n, from, to) && label_fits (n, arc, to);
  case BEL_ARC_ABOVE:
    return is_above (n, to, from) && label_fits (n, arc, from);
  case BEL_ARC_BEFORE:
    return from < to;
  case BEL_ARC_NEXT:
    return from + 1 == to;
  }
  return false;
}

/* Whether the statement holds of the tokens in the slots; its optional arc is looked at apart. */
static bool
statement_holds (const Naive *n, const BelAstPattern *pattern)
{
  uint32_t from = n->tokens[slot_of (n, &pattern->node)];
  if (!cond_holds (n, pattern->node.cond, from))
    return false;
  for (uint32_t i = 0; i < pattern->arcs.n && !pattern->arcs.items[i].optional; i++) {
    const BelAstArc *arc = &pattern->arcs.items[i];
    uint32_t to = n->tokens[slot_of (n, &arc->to)];
    if (!arc_holds (n, arc, from, to) || !cond_holds (n, arc->to.cond, to))
      return false;
    from = to;
  }
  return true;
}

/* Whether tokens can be found for the slots from @slot on so that the negated statement holds. */
static bool
can_hold (Naive *n, const BelAstPattern *pattern, uint32_t slot)
{
  const BelSentence *sentence = &n->document->sentences.items[n->sentence];
  if (slot == n->n_slots)
    return statement_holds (n, pattern);
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    n->tokens[slot] = t;
    if (can_hold (n, pattern, slot + 1))
      return true;
  }
  return false;
}

static bool
negation_holds (Naive *n, const BelAstPattern *pattern)
{
  uint32_t n_before = n->n_slots;
  add_slots (n, pattern);
  bool found = can_hold (n, pattern, n_before);
  n->n_slots = n_before;
  return found;
}

static bool
all_hold (Naive *n)
{
  for (uint32_t i = 0; i < n->claim->patterns.n; i++) {
    const BelAstPattern *pattern = &n->claim->patterns.items[i];
    if (pattern->negated ? negation_holds (n, pattern) : !statement_holds (n, pattern))
      return false;
  }
  return true;
}

static void
add_line (Naive *n)
{
  GString *line = g_string_new (n->rule);
  for (uint32_t i = 0; i < n->n_slots; i++) {
    if (!n->slots[i].name)
      continue;
    if (n->tokens[i] == BEL_NONE)
      g_string_append (line, " -");
    else
      g_string_append_printf (line, " %u", n->tokens[i]);
  }
  g_ptr_array_add (n->lines, g_string_free (line, FALSE));
}

static bool
is_taken (const Naive *n, uint32_t slot, uint32_t t)
{
  for (uint32_t i = 0; i < n->n_slots; i++)
    if (i != slot && n->tokens[i] == t && (i < slot || !n->slots[i].optional))
      return true;
  return false;
}

/* The statement that ends in the optional slot, and the token its arc hangs on. */
static const BelAstArc *
optional_arc (const Naive *n, uint32_t slot, uint32_t *out_from)
{
  for (uint32_t i = 0; i < n->claim->patterns.n; i++) {
    const BelAstPattern *pattern = &n->claim->patterns.items[i];
    *out_from = n->tokens[slot_of (n, &pattern->node)];
    for (uint32_t j = 0; j < pattern->arcs.n && !pattern->negated; j++) {
      uint32_t to = slot_of (n, &pattern->arcs.items[j].to);
      if (pattern->arcs.items[j].optional && to == slot)
        return &pattern->arcs.items[j];
      *out_from = n->tokens[to];
    }
  }
  return NULL;
}

static void
fill_optional (Naive *n, uint32_t slot)
{
  while (slot < n->n_slots && !n->slots[slot].optional)
    slot++;
  if (slot == n->n_slots) {
    add_line (n);
    return;
  }
  const BelSentence *sentence = &n->document->sentences.items[n->sentence];
  uint32_t from = BEL_NONE;
  const BelAstArc *arc = optional_arc (n, slot, &from);
  bool any = false;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    if (!arc_holds (n, arc, from, t) || !cond_holds (n, arc->to.cond, t) || is_taken (n, slot, t))
      continue;
    any = true;
    n->tokens[slot] = t;
    fill_optional (n, slot + 1);
  }
  n->tokens[slot] = BEL_NONE;
  if (!any)
    fill_optional (n, slot + 1);
}

static void
fill (Naive *n, uint32_t slot)
{
  while (slot < n->n_slots && n->slots[slot].optional)
    n->tokens[slot++] = BEL_NONE;
  if (slot == n->n_slots) {
    if (all_hold (n))
      fill_optional (n, 0);
    return;
  }
  const BelSentence *sentence = &n->document->sentences.items[n->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    bool taken = false;
    for (uint32_t i = 0; i < slot; i++)
      taken = taken || n->tokens[i] == t;
    n->tokens[slot] = t;
    if (!taken)
      fill (n, slot + 1);
  }
}

void
bel_naive_match (const BelProgram *program, const BelDocument *document, const BelAstBlock *block, GPtrArray *lines)
{
  Naive n
      = { .program = program, .document = document, .claim = &block->claim, .rule = block->name.text, .lines = lines };
  for (uint32_t i = 0; i < block->claim.patterns.n; i++)
    if (!block->claim.patterns.items[i].negated)
      add_slots (&n, &block->claim.patterns.items[i]);
  for (n.sentence = 0; n.sentence < document->sentences.n; n.sentence++)
    fill (&n, 0);
}
