/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie rules explain: what the compiler made of a block. */
#include "rule/explain.h"

#include "rule/program-private.h"

#include <string.h>

/* -- lexicons -------------------------------------------------------------------------------------------- */

static void
explain_field (const BelFieldInfo *field, GString *out)
{
  static const char *const TYPES[] = { "", "string", "number", "boolean", "list" };
  g_string_append_printf (out, "  field %s: %s", field->name, TYPES[field->type]);
  for (uint32_t i = 0; i < field->n_enums; i++)
    g_string_append_printf (out, "%s%s", i ? " | " : "", field->enums[i]);
  g_string_append_c (out, '\n');
}

static void
explain_entry (const BelProgram *program, const BelEntry *entry, GString *out)
{
  g_string_append (out, "  ");
  for (uint32_t i = 0; i < entry->phrase.n; i++)
    g_string_append_printf (out, "%s%s", i ? " · " : "", bel_symbols_text (program->symbols, entry->phrase.parts[i]));
  for (uint32_t p = 0; p < BEL_N_POS; p++)
    if (entry->pos >> p & 1)
      g_string_append_printf (out, " %s", bel_pos_name (p));
  for (uint32_t i = 0; i < entry->lexicon->n_fields; i++) {
    const char *text = bel_entry_field_text (entry, (int) i);
    if (text)
      g_string_append_printf (out, " %s=%s", entry->lexicon->fields[i].name, text);
  }
  g_string_append_c (out, '\n');
}

static void
explain_lexicon (const BelProgram *program, const char *name, GString *out)
{
  const BelLexicon *lexicon = bel_program_lexicon (program, name);
  g_string_append_printf (out, "%u entries\n", lexicon->entries.n);
  for (uint32_t i = 0; i < lexicon->n_fields; i++)
    explain_field (&lexicon->fields[i], out);
  for (uint32_t i = 0; i < lexicon->entries.n; i++)
    explain_entry (program, &lexicon->entries.items[i], out);
}

/* -- predicates ------------------------------------------------------------------------------------------ */

static void
explain_form (const BelProgram *program, const BelForm *form, GString *out)
{
  static const char *const KINDS[] = { "verb", "noun", "adj" };
  const BelSymbols *symbols = program->symbols;
  g_string_append_printf (out, "  %s", KINDS[form->kind]);
  for (uint32_t i = 0; i < form->phrase.n; i++)
    g_string_append_printf (out, " %s", bel_symbols_text (symbols, form->phrase.parts[i]));
  if (form->self != BEL_NONE)
    g_string_append_printf (out, ", is itself the %s", bel_symbols_text (symbols, form->self));
  for (uint32_t i = 0; i < form->n_markers; i++) {
    const BelMarker *marker = &form->markers[i];
    const char *by = marker->preposition == BEL_NONE ? bel_dep_name (marker->dep)
                                                     : bel_symbols_text (symbols, marker->preposition);
    g_string_append_printf (out, ", %s%s → %s", marker->preposition == BEL_NONE ? ">" : "", by,
                            bel_symbols_text (symbols, marker->role));
  }
  g_string_append_c (out, '\n');
}

static void
explain_relation (const BelProgram *program, const BelRelation *relation, GString *out)
{
  static const char *const KINDS[] = { "entails", "implies", "opposite of", "converse of" };
  const BelSymbols *symbols = program->symbols;
  g_string_append_printf (out, "  %s %s", KINDS[relation->kind], program->predicates[relation->target].name);
  for (uint32_t i = 0; i < relation->n_roles; i++)
    g_string_append_printf (out, ", %s → %s", bel_symbols_text (symbols, relation->roles[i].from),
                            bel_symbols_text (symbols, relation->roles[i].to));
  g_string_append_c (out, '\n');
}

static void
explain_requires (const BelProgram *program, const BelPredicateRest *rest, GString *out)
{
  for (uint32_t i = 0; i < rest->n_requires; i++) {
    const BelRequire *require = &rest->requires[i];
    g_string_append_printf (out, "  %s %s%s\n", require->soft ? "prefers" : "requires", require->negated ? "not " : "",
                            bel_symbols_text (program->symbols, require->role));
    if (require->cond != BEL_NONE)
      bel_program_disassemble (program, require->cond, out);
  }
}

static void
explain_predicate (const BelProgram *program, const char *name, GString *out)
{
  const BelPredicate *predicate = bel_program_predicate_named (program, name);
  g_string_append_printf (out, "predicate %u%s%s\n", predicate->id,
                          predicate->flags & BEL_PREDICATE_SYMMETRIC ? ", symmetric" : "",
                          predicate->flags & BEL_PREDICATE_STATIVE ? ", a state" : "");
  for (uint32_t i = 0; i < program->forms.n; i++)
    if (program->forms.items[i].predicate == predicate->id)
      explain_form (program, &program->forms.items[i], out);
  for (uint32_t i = 0; i < predicate->n_relations; i++)
    explain_relation (program, &predicate->relations[i], out);
  for (uint32_t i = 0; i < program->n_predicates; i++) {
    BelRoleMap roles[1];
    uint32_t n;
    if (i != predicate->id && bel_predicate_entails (program, predicate->id, i, roles, 0, &n))
      g_string_append_printf (out, "  so it is also said: %s\n", program->predicates[i].name);
  }
  explain_requires (program, &program->rests[predicate->id], out);
}

/* -- claims ---------------------------------------------------------------------------------------------- */

static void
explain_words_class (const BelProgram *program, uint32_t class, GString *out)
{
  for (uint32_t i = 0; i < program->n_lexicons; i++)
    if (program->lexicon_anchor[i] == class)
      g_string_append_printf (out, "a word of %s", program->lexicons[i].name);
  const BelPostings *postings = &program->anchor_postings;
  for (uint32_t s = 0, n = 0; s < postings->n_symbols; s++)
    for (uint32_t i = postings->start[s]; i < postings->start[s + 1]; i++)
      if (postings->items[i].owner == class)
        g_string_append_printf (out, "%s\"%s\"", n++ ? ", " : "", bel_symbols_text (program->symbols, s));
}

static void
explain_class (const BelProgram *program, uint32_t class, GString *out)
{
  uint64_t labels = program->anchors.items[class].labels;
  if (labels == UINT64_MAX)
    g_string_append (out, "any token");
  else if (!labels)
    explain_words_class (program, class, out);
  else
    for (BelDep dep = 0; dep < BEL_N_DEPS; dep++)
      if (labels >> dep & 1)
        g_string_append_printf (out, "%s ", bel_dep_name (dep));
}

static void
explain_claim (const BelProgram *program, const char *name, GString *out)
{
  const BelClaimCode *rule = &program->claims[bel_program_claim_rule_named (program, name)];
  for (uint32_t i = 0; i < rule->n_nodes; i++)
    g_string_append_printf (out, "  node %s is r%u\n", rule->nodes[i], rule->regs[i]);
  for (uint32_t i = 0; i < rule->n_plans; i++) {
    g_string_append_printf (out, "  plan %u: r%u from ", i + 1, rule->plans[i].reg);
    explain_class (program, rule->plans[i].anchor, out);
    g_string_append_c (out, '\n');
    bel_program_disassemble (program, rule->plans[i].code, out);
  }
}

/* -- conflicts ------------------------------------------------------------------------------------------- */

static void
explain_conflict (const BelProgram *program, const char *name, GString *out)
{
  const BelConflictRule *rule = bel_program_conflict_rule_named (program, name);
  const BelConflictCode *code = &program->conflicts[rule->id];
  g_string_append_printf (out, "family %s, confidence %g, %u join%s\n", rule->family, rule->confidence, rule->n_joins,
                          rule->n_joins == 1 ? "" : "s");
  for (uint32_t i = 0; i < rule->n_where + rule->n_unless; i++) {
    g_string_append_printf (out, "  %u. %s %s\n", i + 1, i < rule->n_where ? "where" : "unless",
                            code->conditions[i].text);
    if (program->schema)
      bel_program_disassemble (program, code->conditions[i].code, out);
  }
}

void
bel_program_explain (const BelProgram *program, const BelRuleInfo *rule, GString *out)
{
  static void (*const EXPLAIN[BEL_N_RULE_KINDS]) (const BelProgram *, const char *, GString *) = {
    [BEL_RULE_LEXICON] = explain_lexicon,
    [BEL_RULE_PREDICATE] = explain_predicate,
    [BEL_RULE_CLAIM] = explain_claim,
    [BEL_RULE_CONFLICT] = explain_conflict,
  };
  g_string_append_printf (out, "%s %s: %s\n", bel_rule_kind_name (rule->kind), rule->name, rule->doc);
  EXPLAIN[rule->kind](program, rule->name, out);
}
