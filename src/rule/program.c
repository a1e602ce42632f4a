/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The life of a program, and what its blocks say about themselves. */
#include "rule/program-private.h"

#include <string.h>

G_DEFINE_QUARK (bel-rule-error-quark, bel_rule_error)

BelProgram *
bel_program_ref (BelProgram *program)
{
  g_atomic_ref_count_inc (&program->refs);
  return program;
}

void
bel_program_unref (BelProgram *program)
{
  if (!program || !g_atomic_ref_count_dec (&program->refs))
    return;
  for (uint32_t i = 0; i < program->regexes.n; i++)
    pcre2_code_free (program->regexes.items[i]);
  pcre2_match_context_free (program->regex_limits);
  bel_symbols_unref (program->symbols);
  bel_arena_free (program->arena);
  g_free (program);
}

BelSymbols *
bel_program_symbols (const BelProgram *program)
{
  return program->symbols;
}

const char *
bel_program_checksum (const BelProgram *program)
{
  return program->checksum;
}

uint32_t
bel_program_n_rules (const BelProgram *program)
{
  return program->infos.n;
}

const BelRuleInfo *
bel_program_rule_info (const BelProgram *program, uint32_t index)
{
  g_assert (index < program->infos.n);
  return &program->infos.items[index];
}

const BelRuleInfo *
bel_program_find_rule (const BelProgram *program, BelRuleKind kind, const char *name)
{
  for (uint32_t i = 0; i < program->infos.n; i++)
    if (program->infos.items[i].kind == kind && strcmp (program->infos.items[i].name, name) == 0)
      return &program->infos.items[i];
  return NULL;
}
