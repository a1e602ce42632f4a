/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie rules WHAT: the workbench for people who write rules. */
#include "cli/cli.h"

#include "base/file.h"
#include "cli/rules-page.h"
#include "cli/rules-profile.h"
#include "engine/rule-test.h"
#include "rule/explain.h"
#include "rule/fmt.h"
#include "rule/program.h"
#include "rule/schema.h"

#include <string.h>

typedef struct {
  const char *datadir;
  GPtrArray *dirs; /* where the rules are; NULL-terminated */
  gboolean check_only;
  int argc; /* what follows the verb */
  char **argv;
} Request;

/* Loads the rules, showing what is wrong with them. */
static BelProgram *
load (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelProgram *program
      = bel_program_load ((const char *const *) request->dirs->pdata, bel_conflict_schema (), diags, &error);
  bel_cli_show_diags (diags);
  if (!program)
    bel_cli_error ("%s", error->message);
  return program;
}

static BelEngine *
load_engine (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelEngine *engine
      = bel_engine_new_with_rules (request->datadir, (const char *const *) request->dirs->pdata, diags, &error);
  bel_cli_show_diags (diags);
  if (!engine)
    bel_cli_error ("%s", error->message);
  return engine;
}

static int
check (const Request *request)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  bel_program_lint (program, diags);
  bel_cli_show_diags (diags);
  uint32_t n[BEL_N_RULE_KINDS] = { 0 };
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++)
    n[bel_program_rule_info (program, i)->kind]++;
  printf ("%u lexicons, %u predicates, %u claim rules, %u conflict rules: no errors\n", n[BEL_RULE_LEXICON],
          n[BEL_RULE_PREDICATE], n[BEL_RULE_CLAIM], n[BEL_RULE_CONFLICT]);
  return BEL_EXIT_OK;
}

static gboolean
is_kind (const char *word)
{
  for (BelRuleKind kind = 0; kind < BEL_N_RULE_KINDS; kind++)
    if (strcmp (bel_rule_kind_name (kind), word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a block is among those named: by its kind, or by a part of its name. Without names, all are. */
static gboolean
is_wanted (const Request *request, const BelRuleInfo *info)
{
  for (int i = 0; i < request->argc; i++) {
    const char *word = request->argv[i];
    if (is_kind (word) ? strcmp (bel_rule_kind_name (info->kind), word) == 0 : strstr (info->name, word) != NULL)
      return TRUE;
  }
  return request->argc == 0;
}

/* What conflict rules may speak of. */
static int
list_fields (void)
{
  const BelRuleSchema *schema = bel_conflict_schema ();
  g_autoptr (GString) out = g_string_new (NULL);
  for (uint32_t i = 0; i < schema->n_fields; i++) {
    const BelFieldSpec *field = &schema->fields[i];
    g_string_append_printf (out, "A.%-24s %-10s %-9s %s\n", field->name, field->type,
                            field->key ? (field->hierarchy ? "join = ~" : "join =") : "", field->doc);
  }
  for (uint32_t i = 0; i < schema->n_functions; i++) {
    const BelFunctionSpec *function = &schema->functions[i];
    g_autofree char *call = g_strdup_printf ("%s(%s)", function->name, function->args);
    g_string_append_printf (out, "%-37s %-9s %s\n", call, function->returns, function->doc);
  }
  for (uint32_t i = 0; i < schema->n_types; i++) {
    if (!schema->types[i].enums)
      continue;
    g_autofree char *names = g_strjoinv (" | ", (char **) schema->types[i].enums);
    g_string_append_printf (out, "%s: %s\n", schema->types[i].name, names);
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}

static int
list (const Request *request)
{
  if (request->argc == 1 && strcmp (request->argv[0], "fields") == 0)
    return list_fields ();
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++) {
    const BelRuleInfo *info = bel_program_rule_info (program, i);
    if (is_wanted (request, info))
      g_string_append_printf (out, "%-9s %-36s %s\n", bel_rule_kind_name (info->kind), info->name, info->doc);
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}

/* -- test ---------------------------------------------------------------------------------------------- */

typedef struct {
  uint32_t n_passed, n_failed;
} Score;

static void
run_tests (const BelEngine *engine, const BelRuleInfo *info, Score *score, GString *out)
{
  uint32_t n;
  const BelRuleTest *tests = bel_program_rule_tests (bel_engine_program (engine), info, &n);
  g_autoptr (GString) problem = g_string_new (NULL);
  for (uint32_t i = 0; i < n; i++) {
    const BelRuleTest *test = &tests[i];
    if (bel_rule_test_run (engine, info, test, problem)) {
      score->n_passed++;
      continue;
    }
    score->n_failed++;
    g_string_append_printf (out, "%s:%u: %s %s: “%s”: %s\n", info->file, test->line1, bel_rule_kind_name (info->kind),
                            info->name, test->texts[0], problem->str);
  }
}

static int
test (const Request *request)
{
  g_autoptr (BelEngine) engine = load_engine (request);
  if (!engine)
    return BEL_EXIT_ERROR;
  const BelProgram *program = bel_engine_program (engine);
  g_autoptr (GString) out = g_string_new (NULL);
  Score score = { 0 };
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++)
    if (is_wanted (request, bel_program_rule_info (program, i)))
      run_tests (engine, bel_program_rule_info (program, i), &score, out);
  g_string_append_printf (out, "%u passed, %u failed\n", score.n_passed, score.n_failed);
  if (!bel_cli_write (out))
    return BEL_EXIT_ERROR;
  return score.n_failed ? BEL_EXIT_FOUND : BEL_EXIT_OK;
}

/* -- show, explain -------------------------------------------------------------------------------------- */

static gboolean
show_source (const BelRuleInfo *info, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bel_file_read (info->file, &error);
  if (!bytes) {
    bel_cli_error ("%s", error->message);
    return FALSE;
  }
  const char *text = g_bytes_get_data (bytes, NULL);
  g_string_append_printf (out, "# %s:%u\n", info->file, info->line1);
  g_string_append_len (out, text + info->span.start, bel_span_length (info->span));
  g_string_append (out, "\n\n");
  return TRUE;
}

typedef gboolean (*Shower) (const BelProgram *program, const BelRuleInfo *info, GString *out);

static gboolean
show_block (const BelProgram *program, const BelRuleInfo *info, GString *out)
{
  (void) program;
  return show_source (info, out);
}

static gboolean
explain_block (const BelProgram *program, const BelRuleInfo *info, GString *out)
{
  bel_program_explain (program, info, out);
  return TRUE;
}

static int
show_each (const Request *request, Shower shower)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  for (int i = 0; i < request->argc; i++) {
    gsize before = out->len;
    for (uint32_t j = 0; j < bel_program_n_rules (program); j++) {
      const BelRuleInfo *info = bel_program_rule_info (program, j);
      if (strcmp (info->name, request->argv[i]) == 0 && !shower (program, info, out))
        return BEL_EXIT_ERROR;
    }
    if (out->len == before) {
      bel_cli_error ("there is no rule '%s'; see 'belie rules list'", request->argv[i]);
      return BEL_EXIT_ERROR;
    }
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}

/* The pages under docs/rules/ are made so: see script/rule-pages. */
static int
page (const Request *request)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++)
    if (is_wanted (request, bel_program_rule_info (program, i)))
      bel_rules_page (program, bel_program_rule_info (program, i), out);
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}

static int
show (const Request *request)
{
  return show_each (request, show_block);
}

static int
explain (const Request *request)
{
  return show_each (request, explain_block);
}

/* -- fmt -------------------------------------------------------------------------------------------------- */

/* Returns: 0 when the file has the common form, 1 when it has (had) not, 2 on errors. */
static int
format_file (const Request *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bel_file_read (path, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  if (bytes) {
    gsize n;
    const char *text = g_bytes_get_data (bytes, &n);
    bel_rule_format (text, (uint32_t) n, out);
    if (n == out->len && memcmp (text, out->str, n) == 0)
      return BEL_EXIT_OK;
    if (request->check_only)
      printf ("%s is not in the common form\n", path);
    if (request->check_only || g_file_set_contents (path, out->str, (gssize) out->len, &error))
      return BEL_EXIT_FOUND;
  }
  bel_cli_error ("%s", error->message);
  return BEL_EXIT_ERROR;
}

/* The files named, or those of all rules: which must be without errors first. */
static int
fmt (const Request *request)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  int worst = BEL_EXIT_OK;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  for (uint32_t i = 0; request->argc == 0 && i < bel_program_n_rules (program); i++) {
    const char *file = bel_program_rule_info (program, i)->file;
    if (g_hash_table_add (seen, (gpointer) file))
      g_ptr_array_add (files, (gpointer) file);
  }
  for (int i = 0; i < request->argc; i++)
    g_ptr_array_add (files, request->argv[i]);
  for (guint i = 0; i < files->len; i++) {
    int result = format_file (request, files->pdata[i]);
    worst = MAX (worst, result);
  }
  return worst == BEL_EXIT_FOUND && !request->check_only ? BEL_EXIT_OK : worst;
}

static int
profile (const Request *request)
{
  g_autoptr (BelEngine) engine = load_engine (request);
  return engine ? bel_rules_profile (engine, request->argv, request->argc) : BEL_EXIT_ERROR;
}

static const struct {
  const char *name;
  int (*run) (const Request *request);
} VERBS[] = {
  { "check", check }, { "test", test },       { "list", list }, { "show", show },
  { "page", page },   { "explain", explain }, { "fmt", fmt },   { "profile", profile },
};

int
bel_cmd_rules (int argc, char **argv)
{
  g_auto (GStrv) given = NULL;
  gboolean check_only = FALSE;
  const BelBound bound[] = { { "rules", &given }, { "check", &check_only } };
  if (!bel_cli_parse (&argc, &argv, "rules", bound, G_N_ELEMENTS (bound), NULL))
    return BEL_EXIT_ERROR;
  g_autofree char *datadir = bel_engine_find_data ();
  g_autofree char *standard = g_build_filename (datadir, "rules", NULL);
  g_autoptr (GPtrArray) dirs = g_ptr_array_new ();
  for (char **dir = given; dir && *dir; dir++)
    g_ptr_array_add (dirs, *dir);
  if (!given)
    g_ptr_array_add (dirs, standard);
  g_ptr_array_add (dirs, NULL);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (VERBS); i++) {
    Request request = { datadir, dirs, check_only, argc - 2, argv + 2 };
    if (strcmp (VERBS[i].name, argv[1]) == 0)
      return VERBS[i].run (&request);
  }
  bel_cli_error ("say what to do with the rules; see 'belie rules --help'");
  return BEL_EXIT_ERROR;
}
