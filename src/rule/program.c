/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The life of a program, and what its blocks say about themselves. */
#include "rule/program-private.h"

#include "base/limits.h"

#include <string.h>

G_DEFINE_QUARK (bel - rule - error - quark, bel_rule_error)

BelProgram *
bel_program_new (BelSymbols *symbols)
{
  BelProgram *program = g_new0 (BelProgram, 1);
  g_atomic_ref_count_init (&program->refs);
  program->arena = bel_arena_new ();
  program->parsed = bel_arena_new ();
  program->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  program->paths = g_ptr_array_new_with_free_func (g_free);
  program->checksum = (GOnce) G_ONCE_INIT;
  g_mutex_init (&program->tests_lock);
  program->symbols = symbols;
  program->regex_limits = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (program->regex_limits, BEL_LIMIT_REGEX_MATCH);
  pcre2_set_depth_limit (program->regex_limits, BEL_LIMIT_REGEX_DEPTH);
  return program;
}

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
  bel_arena_free (program->parsed);
  g_ptr_array_unref (program->sources);
  g_ptr_array_unref (program->paths);
  g_mutex_clear (&program->tests_lock);
  g_free (program->checksum.retval);
  g_free (program);
}

BelSymbols *
bel_program_symbols (const BelProgram *program)
{
  return program->symbols;
}

static gpointer
make_checksum (gpointer data)
{
  const BelProgram *program = data;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < program->sources->len; i++) {
    gsize n;
    const guchar *bytes = g_bytes_get_data (program->sources->pdata[i], &n);
    g_checksum_update (checksum, bytes, (gssize) n);
  }
  return g_strdup (g_checksum_get_string (checksum));
}

const char *
bel_program_checksum (const BelProgram *program)
{
  return g_once (&((BelProgram *) program)->checksum, make_checksum, (gpointer) program);
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
