/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Predicates into the program: their public part, their forms, one array of postings by symbol. */
#include "rule/compile.h"

#include "base/limits.h"
#include "rule/code.h"

#include <string.h>

static BelSym
intern (BelCompiler *compiler, BelAstWord word)
{
  return word.text ? bel_symbols_intern (compiler->program->symbols, word.text, word.n) : BEL_NONE;
}

/* A slot without a role of its own: of a symmetric noun either party, else the object, then the subject. */
static BelSym
slot_role (BelCompiler *compiler, const BelAstPredicate *predicate, const BelAstForm *form, uint32_t index)
{
  const BelWellKnown *known = &compiler->program->known;
  if (form->slots.items[index].role.text)
    return intern (compiler, form->slots.items[index].role);
  if ((predicate->flags & BEL_PREDICATE_SYMMETRIC) && form->kind == BEL_FORM_NOUN)
    return known->party;
  return index == 0 ? known->object : known->subject;
}

typedef BEL_VEC (BelMarker) Markers;

static void
emit_arcs (BelCompiler *compiler, const char *label, BelSym role, Markers *markers)
{
  uint64_t mask = 0;
  bel_attribute_value (BEL_ATTRIBUTE_DEP, label, &mask);
  for (uint8_t dep = 0; dep < BEL_N_DEPS; dep++)
    if (mask >> dep & 1)
      bel_vec_push (compiler->program->arena, markers, (BelMarker){ BEL_NONE, dep, role });
}

static void
emit_slot (BelCompiler *compiler, const BelAstSlot *slot, BelSym role, BelForm *out, Markers *markers)
{
  if (slot->self)
    out->self = role;
  for (uint32_t i = 0; i < slot->markers.n; i++) {
    BelAstWord marker = slot->markers.items[i];
    if (marker.kind == BEL_TOK_GT)
      emit_arcs (compiler, marker.text, role, markers);
    else
      bel_vec_push (compiler->program->arena, markers, (BelMarker){ intern (compiler, marker), 0, role });
  }
}

static void
emit_form (BelCompiler *compiler, const BelAstBlock *block, uint32_t id, uint32_t index, BelPostingList *list)
{
  BelProgram *program = compiler->program;
  const BelAstForm *form = &block->predicate.forms.items[index];
  BelForm out = { .predicate = id, .kind = form->kind, .self = BEL_NONE };
  for (uint32_t i = 0; i < index; i++)
    out.rank += block->predicate.forms.items[i].kind == form->kind;
  if (!bel_phrase_split (program, form->phrase.text, false, &out.phrase)) {
    bel_compile_error (compiler, block, form->phrase.span, "rule.word", "a phrase has at most %u words",
                       BEL_LIMIT_PHRASE_PARTS);
    return;
  }
  Markers markers = { 0 };
  uint32_t n_markers = 0;
  for (uint32_t i = 0; i < form->slots.n; i++)
    n_markers += form->slots.items[i].markers.n;
  if (n_markers)
    bel_vec_reserve (program->arena, &markers, n_markers);
  for (uint32_t i = 0; i < form->slots.n; i++)
    emit_slot (compiler, &form->slots.items[i], slot_role (compiler, &block->predicate, form, i), &out, &markers);
  out.markers = markers.items;
  out.n_markers = markers.n;
  BelPosting posting = { .owner = form->kind, .item = program->forms.n, .phrase = out.phrase };
  bel_vec_push (compiler->arena, list, posting);
  if (strchr (form->phrase.text, '-') && bel_phrase_split (program, form->phrase.text, true, &posting.phrase))
    bel_vec_push (compiler->arena, list, posting);
  bel_vec_push (program->arena, &program->forms, out);
}

static void
emit_functionals (BelCompiler *compiler, const BelAstPredicate *from, BelPredicate *to)
{
  BelArena *arena = compiler->program->arena;
  BelFunctional *out = bel_arena_new_array (arena, BelFunctional, from->functionals.n);
  for (uint32_t i = 0; i < from->functionals.n; i++) {
    const BelAstFunctional *functional = &from->functionals.items[i];
    BelSym *per = bel_arena_new_array (arena, BelSym, functional->per.n);
    for (uint32_t j = 0; j < functional->per.n; j++)
      per[j] = intern (compiler, functional->per.items[j]);
    out[i] = (BelFunctional){ intern (compiler, functional->role), per, functional->per.n };
  }
  to->functionals = out;
  to->n_functionals = from->functionals.n;
}

static bool
is_person_word (const BelProgram *program, BelSym word)
{
  uint32_t n;
  const BelPosting *postings = bel_postings_of (&program->lexicon_postings, word, &n);
  for (uint32_t i = 0; i < n; i++)
    if (program->known.people && postings[i].owner == program->known.people->id && postings[i].phrase.n == 1)
      return true;
  return false;
}

/* What a condition asks for, as far as it decides whether "she" can meet it. */
static void
look_through (const BelProgram *program, BelRequire *require)
{
  for (const uint32_t *code = program->code.items + require->cond; *code != BEL_OP_END; code += bel_op_length (code)) {
    bool one = *code == BEL_OP_LEMMA, set = *code == BEL_OP_LEMMA_SET;
    for (uint32_t i = 0; (one && i < 1) || (set && i < code[1]); i++)
      require->people |= is_person_word (program, code[one ? 1 : 2 + i]);
    require->sorts |= *code == BEL_OP_SORT;
    require->people |= *code == BEL_OP_LEXICON || *code == BEL_OP_LEXICON_WORD || *code == BEL_OP_LEXICON_FIELD
                       || *code == BEL_OP_POS || *code == BEL_OP_NOT
                       || (*code == BEL_OP_NAME && (code[1] >> BEL_NAME_PERSON & 1));
  }
}

static void
emit_requires (BelCompiler *compiler, const BelAstBlock *block, BelPredicateRest *rest)
{
  const BelAstPredicate *from = &block->predicate;
  BelRequire *out = bel_arena_new_array (compiler->program->arena, BelRequire, from->requires.n);
  for (uint32_t i = 0; i < from->requires.n; i++) {
    const BelAstRequire *require = &from->requires.items[i];
    out[i] = (BelRequire){
      .role = intern (compiler, require->role), .negated = require->negated, .soft = require->soft, .cond = BEL_NONE
    };
    if (require->cond) {
      out[i].cond = bel_emit_cond (compiler, block, require->cond);
      look_through (compiler->program, &out[i]);
    }
  }
  rest->requires = out;
  rest->n_requires = from->requires.n;
}

/* Relations wait in a list each, as opposites are entered with both sides. */
typedef BEL_VEC (BelRelation) Relations;

static BelRoleMap *
emit_roles (BelCompiler *compiler, const BelAstRelation *relation, bool turned)
{
  BelRoleMap *roles = bel_arena_new_array (compiler->program->arena, BelRoleMap, relation->from.n);
  for (uint32_t i = 0; i < relation->from.n; i++) {
    BelSym from = intern (compiler, relation->from.items[i]), to = intern (compiler, relation->to.items[i]);
    roles[i] = turned ? (BelRoleMap){ to, from } : (BelRoleMap){ from, to };
  }
  return roles;
}

static bool
has_relation (const Relations *relations, BelRelationKind kind, uint32_t target)
{
  for (uint32_t i = 0; i < relations->n; i++)
    if (relations->items[i].kind == kind && relations->items[i].target == target)
      return true;
  return false;
}

static void
emit_relation (BelCompiler *compiler, uint32_t id, const BelAstRelation *relation, Relations *all)
{
  BelArena *arena = compiler->program->arena;
  uint32_t target = relation->block->index, n = relation->from.n;
  if (!has_relation (&all[id], relation->kind, target))
    bel_vec_push (arena, &all[id], (BelRelation){ relation->kind, target, emit_roles (compiler, relation, false), n });
  if (relation->kind == BEL_RELATION_OPPOSITE && !has_relation (&all[target], BEL_RELATION_OPPOSITE, id))
    bel_vec_push (arena, &all[target],
                  (BelRelation){ BEL_RELATION_OPPOSITE, id, emit_roles (compiler, relation, true), n });
}

static void
emit_predicate (BelCompiler *compiler, const BelAstBlock *block, uint32_t id, Relations *all, BelPostingList *list)
{
  BelProgram *program = compiler->program;
  const BelAstPredicate *from = &block->predicate;
  BelPredicate *to = &program->predicates[id];
  to->id = id;
  to->name = bel_arena_strdup (program->arena, block->name.text);
  to->symbol = intern (compiler, block->name);
  to->flags = from->flags;
  to->sign = from->sign;
  to->scale = intern (compiler, from->scale);
  to->group = intern (compiler, from->group);
  emit_functionals (compiler, from, to);
  emit_requires (compiler, block, &program->rests[id]);
  for (uint32_t i = 0; i < from->forms.n; i++)
    emit_form (compiler, block, id, i, list);
  for (uint32_t i = 0; i < from->relations.n; i++)
    emit_relation (compiler, id, &from->relations.items[i], all);
}

static void
emit_known (BelProgram *program)
{
  BelWellKnown *known = &program->known;
  known->subject = bel_symbols_intern_str (program->symbols, "subject");
  known->object = bel_symbols_intern_str (program->symbols, "object");
  known->party = bel_symbols_intern_str (program->symbols, "party");
  known->by = bel_symbols_intern_str (program->symbols, "by");
  known->to = bel_symbols_intern_str (program->symbols, "to");
  known->poss = bel_symbols_intern_str (program->symbols, "poss");
  known->of = bel_symbols_intern_str (program->symbols, "of");
  known->on = bel_symbols_intern_str (program->symbols, "on");
  known->in = bel_symbols_intern_str (program->symbols, "in");
  known->people = bel_program_lexicon (program, "entity-role");
  known->dates[0] = bel_program_lexicon (program, "value-weekday");
  known->dates[1] = bel_program_lexicon (program, "value-month");
  known->dates[2] = bel_program_lexicon (program, "value-day-part");
}

void
bel_emit_predicates (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  uint32_t first = compiler->first[BEL_RULE_PREDICATE], n = compiler->first[BEL_RULE_PREDICATE + 1] - first;
  program->n_predicates = n;
  program->predicates = bel_arena_new_array (program->arena, BelPredicate, n);
  program->rests = bel_arena_new_array (program->arena, BelPredicateRest, n);
  Relations *all = bel_arena_new_array (compiler->arena, Relations, n);
  BelPostingList list = { 0 };
  uint32_t n_forms = 0;
  for (uint32_t i = 0; i < n; i++)
    n_forms += compiler->blocks.items[first + i]->predicate.forms.n;
  bel_vec_reserve (program->arena, &program->forms, n_forms);
  bel_vec_reserve (compiler->arena, &list, n_forms + n_forms / 16);
  emit_known (program);
  for (uint32_t i = 0; i < n; i++)
    emit_predicate (compiler, compiler->blocks.items[first + i], i, all, &list);
  for (uint32_t i = 0; i < n; i++) {
    program->predicates[i].relations = all[i].items;
    program->predicates[i].n_relations = all[i].n;
  }
  bel_postings_build (&program->form_postings, program->arena, bel_symbols_count (program->symbols), &list);
}
