/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What is no error, but seldom meant. */
#include "rule/program-private.h"

#include <string.h>

static bool
same_phrase (const BelForm *a, const BelForm *b)
{
  return a->kind == b->kind && a->phrase.n == b->phrase.n
         && memcmp (a->phrase.parts, b->phrase.parts, sizeof (BelSym) * a->phrase.n) == 0;
}

static char *
phrase_text (const BelProgram *program, const BelForm *form)
{
  GString *text = g_string_new (NULL);
  for (uint32_t i = 0; i < form->phrase.n; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", bel_symbols_text (program->symbols, form->phrase.parts[i]));
  return g_string_free (text, FALSE);
}

/* A requirement of either tells them apart. */
static bool
told_apart (const BelProgram *program, const BelForm *a, const BelForm *b)
{
  return a->predicate == b->predicate || a->rank != b->rank || program->rests[a->predicate].n_requires
         || program->rests[b->predicate].n_requires;
}

static void
warn (const BelProgram *program, const BelForm *form, const BelForm *other, BelDiags *diags)
{
  const BelRuleInfo *info
      = bel_program_find_rule (program, BEL_RULE_PREDICATE, program->predicates[form->predicate].name);
  g_autofree char *phrase = phrase_text (program, form);
  bel_diags_add (
      diags, BEL_SEVERITY_WARNING, "rule.same-form", info->file, NULL, 0, info->span,
      "line %u: '%s' of '%s' is also a form of '%s', which is seen in its place; requires … can tell them apart",
      info->line1, phrase, info->name, program->predicates[other->predicate].name);
}

void
bel_program_lint (const BelProgram *program, BelDiags *diags)
{
  for (uint32_t i = 0; i < program->forms.n; i++) {
    const BelForm *form = &program->forms.items[i];
    uint32_t n;
    const BelPosting *postings = bel_postings_of (&program->form_postings, form->phrase.parts[0], &n);
    for (uint32_t j = 0; j < n; j++) {
      const BelForm *other = &program->forms.items[postings[j].item];
      if (postings[j].part == 0 && postings[j].item < i && same_phrase (form, other)
          && !told_apart (program, form, other))
        warn (program, form, other, diags);
    }
  }
  bel_diags_sort (diags, 0);
}
