/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "engine/engine.h"

#include "base/file.h"
#include "base/limits.h"
#include "claim/extract.h"
#include "engine/credit.h"
#include "rule/image.h"

struct BelEngine {
  BelModel *model;
  BelProgram *program;
  BelWordnet *wordnet;
  BelValueWords *values;
  BelGazetteer *gazetteer;
  GHashTable *aliases; /* (nullable) */
  BelClaimContext context;
};

static char *
beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (!program)
    return NULL;
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *rules = g_build_filename (folder, "rules", NULL);
  return g_file_test (rules, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

char *
bel_engine_find_data (void)
{
  const char *given = g_getenv ("BELIE_DATADIR");
  if (given && *given)
    return g_strdup (given);
  char *beside = beside_program ();
  return beside ? beside : g_strdup (BELIE_DATADIR);
}

/* Tables whose absence leaves questions unanswered but nothing undone. */
static void
warn_of_table (BelDiags *diags, const char *path, const GError *error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    bel_diags_add (diags, BEL_SEVERITY_WARNING, "data.table", path, NULL, 0, BEL_SPAN (0, 0), "%s", error->message);
}

static void
open_tables (BelEngine *engine, const char *datadir, BelDiags *diags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_build_filename (datadir, "wordnet.bin", NULL);
  engine->context.wordnet = engine->wordnet = bel_wordnet_open (words, &error);
  if (!engine->wordnet)
    warn_of_table (diags, words, error);
  g_clear_error (&error);
  g_autofree char *places = g_build_filename (datadir, "gazetteer.bin", NULL);
  engine->context.gazetteer = engine->gazetteer = bel_gazetteer_open (places, &error);
  if (!engine->gazetteer)
    warn_of_table (diags, places, error);
}

/* The compiled rules, where they are those of the sources; a damaged file is told. Returns: NULL when there are none. */
static BelProgram *
open_compiled (const char *datadir, const char *folder, BelDiags *diags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (datadir, "rules.bin", NULL);
  BelProgram *program = bel_program_open (path, folder, bel_conflict_schema (), &error);
  if (g_error_matches (error, BEL_RULE_ERROR, BEL_RULE_ERROR_DAMAGED))
    warn_of_table (diags, path, error);
  return program;
}

/* Rules of our own alone come compiled; with a newsroom's beside them, all are read. */
static BelProgram *
load_program (const char *datadir, const char *const *rules, BelDiags *diags, GError **error)
{
  g_autofree char *own = g_build_filename (datadir, "rules", NULL);
  BelProgram *program = NULL;
  if (g_strcmp0 (rules[0], own) == 0 && !rules[1])
    program = open_compiled (datadir, own, diags);
  return program ? program : bel_program_load (rules, bel_conflict_schema (), diags, error);
}

BelEngine *
bel_engine_new (const char *datadir, BelDiags *diags, GError **error)
{
  g_autofree char *rules = g_build_filename (datadir, "rules", NULL);
  const char *dirs[] = { rules, NULL };
  return bel_engine_new_with_rules (datadir, dirs, diags, error);
}

BelEngine *
bel_engine_new_with_rules (const char *datadir, const char *const *rules, BelDiags *diags, GError **error)
{
  g_autofree char *path = g_build_filename (datadir, "models", "english.bel", NULL);
  g_autoptr (BelModel) model = bel_model_open (path, error);
  if (!model)
    return NULL;
  g_autoptr (BelProgram) program = load_program (datadir, rules, diags, error);
  if (!program)
    return NULL;
  BelEngine *engine = g_new0 (BelEngine, 1);
  engine->model = g_steal_pointer (&model);
  engine->program = g_steal_pointer (&program);
  engine->context.program = engine->program;
  engine->context.values = engine->values = bel_value_words_new (engine->program);
  open_tables (engine, datadir, diags);
  return engine;
}

void
bel_engine_take_aliases (BelEngine *engine, GHashTable *aliases)
{
  g_clear_pointer (&engine->aliases, g_hash_table_unref);
  engine->context.aliases = engine->aliases = aliases;
}

void
bel_engine_free (BelEngine *engine)
{
  if (!engine)
    return;
  bel_model_unref (engine->model);
  bel_value_words_free (engine->values);
  bel_program_unref (engine->program);
  bel_wordnet_free (engine->wordnet);
  bel_gazetteer_free (engine->gazetteer);
  g_clear_pointer (&engine->aliases, g_hash_table_unref);
  g_free (engine);
}

const BelModel *
bel_engine_model (const BelEngine *engine)
{
  return engine->model;
}

const BelProgram *
bel_engine_program (const BelEngine *engine)
{
  return engine->program;
}

const BelGazetteer *
bel_engine_gazetteer (const BelEngine *engine)
{
  return engine->gazetteer;
}

const BelWordnet *
bel_engine_wordnet (const BelEngine *engine)
{
  return engine->wordnet;
}

BelDocument *
bel_engine_read_bytes (const BelEngine *engine, const char *name, GBytes *bytes, BelInput input, BelDiags *diags,
                       GError **error)
{
  if (g_bytes_get_size (bytes) > BEL_LIMIT_FILE_BYTES) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_TOO_BIG, "%s: more than %u bytes", name, BEL_LIMIT_FILE_BYTES);
    return NULL;
  }
  g_autoptr (BelDocument) document = bel_document_new (bel_program_symbols (engine->program), name, bytes);
  return bel_document_read (document, input, diags, error) ? g_steal_pointer (&document) : NULL;
}

BelDocument *
bel_engine_read (const BelEngine *engine, const char *name, BelInput input, BelDiags *diags, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (name, error);
  if (!bytes)
    return NULL;
  return bel_engine_read_bytes (engine, name, bytes, input, diags, error);
}

void
bel_engine_parse (const BelEngine *engine, BelDocument *document, BelInput input, BelDiags *diags)
{
  if (input == BEL_INPUT_AUTO)
    input = bel_input_guess (document->name, document->source, document->n_source);
  if (input == BEL_INPUT_CONLLU_ALL) {
    bel_syntax_names (engine->model, document);
    return;
  }
  if (input != BEL_INPUT_CONLLU)
    bel_syntax_segment (engine->model, document, diags);
  bel_syntax_annotate (engine->model, document);
  bel_credits_mark (engine->program, document);
}

BelClaims *
bel_engine_extract (const BelEngine *engine, BelDocument *document)
{
  return bel_claims_extract (&engine->context, document);
}
