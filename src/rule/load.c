/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* From folders to a program: finds the files, runs the passes over them. */
#include "base/file.h"
#include "base/limits.h"
#include "rule/compile.h"
#include "rule/parse.h"

#include <string.h>

/* Folders below a rule folder, followed at most this deep. */
#define MAX_FOLDERS 8u

static gboolean
find_files (const char *path, uint32_t depth, GPtrArray *files, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &inner);
  if (!folder) {
    g_set_error (error, BEL_RULE_ERROR, BEL_RULE_ERROR_OPEN, "cannot read the rule folder %s: %s", path,
                 inner->message);
    return FALSE;
  }
  for (const char *name; (name = g_dir_read_name (folder));) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    if (name[0] == '.')
      continue;
    if (g_str_has_suffix (name, ".belie"))
      g_ptr_array_add (files, g_steal_pointer (&child));
    else if (depth && g_file_test (child, G_FILE_TEST_IS_DIR) && !find_files (child, depth - 1, files, error))
      return FALSE;
  }
  return TRUE;
}

static gint
order_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each folder's files in the order of their paths, whatever order the system hands them out in. */
GPtrArray *
bel_rule_files (const char *const *dirs, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  for (; *dirs; dirs++) {
    if (!g_file_test (*dirs, G_FILE_TEST_IS_DIR)) {
      g_ptr_array_add (all, g_strdup (*dirs));
      continue;
    }
    g_autoptr (GPtrArray) files = g_ptr_array_new ();
    gboolean ok = find_files (*dirs, MAX_FOLDERS, files, error);
    g_ptr_array_sort (files, order_paths);
    g_ptr_array_extend_and_steal (all, g_steal_pointer (&files));
    if (!ok)
      return NULL;
  }
  return g_steal_pointer (&all);
}

typedef struct {
  BelCompiler compiler;
  guint first_diag; /* of this load */
} Load;

static void
load_init (Load *load, const BelRuleSchema *schema, BelDiags *diags)
{
  *load = (Load){ 0 };
  load->compiler.program = bel_program_new (bel_symbols_new (NULL));
  load->compiler.arena = load->compiler.program->parsed;
  load->compiler.diags = diags;
  load->first_diag = bel_diags_count (diags);
  load->compiler.schema = schema;
}

static void
load_clear (Load *load)
{
  bel_program_unref (load->compiler.program);
}

/* Takes over @bytes, which have a NUL behind them. */
static void
add_text (Load *load, const char *name, GBytes *bytes)
{
  BelCompiler *compiler = &load->compiler;
  gsize n_bytes;
  const char *text = g_bytes_get_data (bytes, &n_bytes);
  g_ptr_array_add (compiler->program->sources, bytes);
  g_ptr_array_add (compiler->program->paths, g_strdup (name));
  if (n_bytes > BEL_LIMIT_RULE_FILE_BYTES) {
    bel_diags_add (compiler->diags, BEL_SEVERITY_ERROR, "rule.too-big", name, NULL, 0, BEL_SPAN (0, 0),
                   "a rule file has at most %u bytes", BEL_LIMIT_RULE_FILE_BYTES);
    return;
  }
  BelAstFile *file = bel_arena_new_struct (compiler->arena, BelAstFile);
  file->name = bel_arena_strdup (compiler->arena, name);
  file->source = text ? text : "";
  file->n_source = (uint32_t) n_bytes;
  bel_parse_file (file, compiler->arena, compiler->diags, &compiler->blocks);
}

/* Bytes of rule files to one symbol: few enough that the table need not grow. */
#define BYTES_PER_SYMBOL 80u

static void
emit (BelCompiler *compiler)
{
  gsize n_bytes = 0;
  for (guint i = 0; i < compiler->program->sources->len; i++)
    n_bytes += g_bytes_get_size (compiler->program->sources->pdata[i]);
  bel_symbols_reserve (compiler->program->symbols, (uint32_t) (n_bytes / BYTES_PER_SYMBOL));
  bel_emit_lexicons (compiler);
  bel_emit_predicates (compiler);
  bel_emit_claims (compiler);
  bel_emit_conflicts (compiler);
  bel_emit_infos (compiler);
  bel_symbols_freeze (compiler->program->symbols);
}

static BelProgram *
finish (Load *load, guint errors_before, GError **error)
{
  BelCompiler *compiler = &load->compiler;
  bel_check_blocks (compiler);
  if (bel_diags_count_at_least (compiler->diags, BEL_SEVERITY_ERROR) == errors_before)
    emit (compiler);
  guint n = bel_diags_count_at_least (compiler->diags, BEL_SEVERITY_ERROR) - errors_before;
  bel_diags_sort (compiler->diags, load->first_diag);
  if (n) {
    g_set_error (error, BEL_RULE_ERROR, BEL_RULE_ERROR_INVALID, "the rules have %u error%s", n, n == 1 ? "" : "s");
    return NULL;
  }
  return g_steal_pointer (&compiler->program);
}

static gboolean
add_files (Load *load, const GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    const char *path = g_ptr_array_index (files, i);
    GBytes *content = bel_file_read (path, error);
    if (!content)
      return FALSE;
    add_text (load, path, content);
  }
  return TRUE;
}

BelProgram *
bel_program_load (const char *const *dirs, const BelRuleSchema *schema, BelDiags *diags, GError **error)
{
  g_autoptr (GPtrArray) files = bel_rule_files (dirs, error);
  if (!files)
    return NULL;
  guint errors_before = bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR);
  Load load;
  load_init (&load, schema, diags);
  BelProgram *program = NULL;
  if (add_files (&load, files, error))
    program = finish (&load, errors_before, error);
  load_clear (&load);
  return program;
}

BelProgram *
bel_program_load_text (const char *name, const char *text, gsize n_bytes, const BelRuleSchema *schema, BelDiags *diags,
                       GError **error)
{
  guint errors_before = bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR);
  /* the scanner wants a NUL behind the text */
  char *copy = g_malloc (n_bytes + 1);
  if (n_bytes)
    memcpy (copy, text, n_bytes);
  copy[n_bytes] = '\0';
  g_autoptr (GBytes) whole = g_bytes_new_take (copy, n_bytes + 1);
  Load load;
  load_init (&load, schema, diags);
  add_text (&load, name, g_bytes_new_from_bytes (whole, 0, n_bytes));
  BelProgram *program = finish (&load, errors_before, error);
  load_clear (&load);
  return program;
}
