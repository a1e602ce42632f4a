/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* YAML into a BelConfig. One table of keys, each with a function that reads its value; every fault is told with its place, all of
 * them in one run. */
#include "cli/configuration-private.h"

#include "base/closest.h"
#include "base/file.h"
#include "report/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define MAX_EXTENDS 8
#define MAX_CONFIG_BYTES (1u << 20)

typedef struct {
  BelConfig *config;
  BelDiags *diags;
  const char *path;
  const char *text;
  uint32_t n_text;
  yaml_document_t *yaml;
  int depth; /* of files that extend files */
  gboolean has_faults;
} Reader;

typedef gboolean ReadValue (Reader *reader, yaml_node_t *node);

static gboolean read_file (BelConfig *config, const char *path, int depth, BelDiags *diags, GError **error);

/* -- faults ---------------------------------------------------------------------------------- */

static void G_GNUC_PRINTF (3, 4)
fault (Reader *reader, const yaml_mark_t *mark, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  uint32_t at = MIN ((uint32_t) mark->index, reader->n_text);
  /* libyaml counts characters; diagnostics count bytes */
  at = (uint32_t) (g_utf8_offset_to_pointer (reader->text, (glong) MIN (at, g_utf8_strlen (reader->text, reader->n_text))) - reader->text);
  bel_diags_add (reader->diags, BEL_SEVERITY_ERROR, "config", reader->path, reader->text, reader->n_text, BEL_SPAN (at, at), "%s",
                 message);
  reader->has_faults = TRUE;
}

static const char *
scalar (const yaml_node_t *node)
{
  return node->type == YAML_SCALAR_NODE ? (const char *) node->data.scalar.value : NULL;
}

/* -- values ---------------------------------------------------------------------------------- */

static gboolean
read_choice (Reader *reader, yaml_node_t *node, const char *const *names, guint n, int *out)
{
  const char *word = scalar (node);
  for (guint i = 0; word && i < n; i++)
    if (g_str_equal (word, names[i])) {
      *out = (int) i;
      return TRUE;
    }
  g_autofree const char **list = g_new0 (const char *, n + 1);
  memcpy (list, names, n * sizeof (char *));
  g_autofree char *known = g_strjoinv (", ", (char **) list);
  const char *meant = word ? bel_closest (word, names, n) : NULL;
  if (meant)
    fault (reader, &node->start_mark, "'%s' is not known: did you mean '%s'? It takes %s", word, meant, known);
  else
    fault (reader, &node->start_mark, "expected one of %s", known);
  return FALSE;
}

static gboolean
read_name (Reader *reader, yaml_node_t *node, const char *const *names, guint n, char **out)
{
  int choice;
  if (!read_choice (reader, node, names, n, &choice))
    return FALSE;
  g_free (*out);
  *out = g_strdup (names[choice]);
  return TRUE;
}

static gboolean
read_format (Reader *reader, yaml_node_t *node)
{
  guint n;
  const BelFormat *formats = bel_formats (&n);
  g_autofree const char **names = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    names[i] = formats[i].name;
  return read_name (reader, node, names, n, &reader->config->format);
}

static gboolean
read_fail_level (Reader *reader, yaml_node_t *node)
{
  static const char *const NAMES[] = { "note", "warning", "error", "never" };
  return read_name (reader, node, NAMES, G_N_ELEMENTS (NAMES), &reader->config->fail_level);
}

static gboolean
read_group_by (Reader *reader, yaml_node_t *node)
{
  static const char *const NAMES[] = { "story", "file", "set" };
  return read_name (reader, node, NAMES, G_N_ELEMENTS (NAMES), &reader->config->group_by);
}

static gboolean
read_min_confidence (Reader *reader, yaml_node_t *node)
{
  const char *word = scalar (node);
  char *end = NULL;
  double value = word ? g_ascii_strtod (word, &end) : NAN;
  if (!word || end == word || *end || !(value >= 0 && value <= 1)) {
    fault (reader, &node->start_mark, "expected a number from 0 to 1");
    return FALSE;
  }
  reader->config->min_confidence = value;
  return TRUE;
}

static gboolean
read_require_reason (Reader *reader, yaml_node_t *node)
{
  static const char *const NAMES[] = { "false", "true" };
  int choice;
  if (!read_choice (reader, node, NAMES, G_N_ELEMENTS (NAMES), &choice))
    return FALSE;
  reader->config->require_reason = choice;
  return TRUE;
}

/* A path is taken from the folder of the file that names it. */
static char *
resolve (const Reader *reader, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (reader->path);
  g_autofree char *from = g_canonicalize_filename (folder, NULL);
  return g_canonicalize_filename (path, from);
}

static gboolean
read_baseline (Reader *reader, yaml_node_t *node)
{
  const char *path = scalar (node);
  if (!path || !*path) {
    fault (reader, &node->start_mark, "expected the path of a baseline");
    return FALSE;
  }
  g_free (reader->config->baseline);
  reader->config->baseline = resolve (reader, path);
  return TRUE;
}

/* A list of texts, or one text. @take is given each. */
static gboolean
read_texts (Reader *reader, yaml_node_t *node, void (*take) (Reader *reader, yaml_node_t *item, gpointer data), gpointer data)
{
  if (scalar (node) && *scalar (node)) {
    take (reader, node, data);
    return TRUE;
  }
  if (node->type != YAML_SEQUENCE_NODE) {
    fault (reader, &node->start_mark, "expected a list");
    return FALSE;
  }
  for (yaml_node_item_t *at = node->data.sequence.items.start; at < node->data.sequence.items.top; at++) {
    yaml_node_t *item = yaml_document_get_node (reader->yaml, *at);
    if (item && scalar (item))
      take (reader, item, data);
    else
      fault (reader, &node->start_mark, "expected a list of texts");
  }
  return TRUE;
}

static void
take_glob (Reader *reader, yaml_node_t *item, gpointer data)
{
  (void) reader;
  g_ptr_array_add (data, g_strdup (scalar (item)));
}

static gboolean
read_exclude (Reader *reader, yaml_node_t *node)
{
  return read_texts (reader, node, take_glob, reader->config->exclude);
}

static void
take_folder (Reader *reader, yaml_node_t *item, gpointer data)
{
  (void) data;
  g_autofree char *path = resolve (reader, scalar (item));
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (reader->config->rule_folders, g_steal_pointer (&path));
  else
    fault (reader, &item->start_mark, "there is no folder %s", path);
}

static gboolean
read_rule_folders (Reader *reader, yaml_node_t *node)
{
  return read_texts (reader, node, take_folder, NULL);
}

static void
take_extended (Reader *reader, yaml_node_t *item, gpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = resolve (reader, scalar (item));
  if (reader->depth >= MAX_EXTENDS)
    fault (reader, &item->start_mark, "more than %d files extend each other", MAX_EXTENDS);
  else if (!read_file (reader->config, path, reader->depth + 1, reader->diags, &error))
    fault (reader, &item->start_mark, "%s", error->message);
}

/* What is extended has been read before everything else, wherever it is named. */
static gboolean
read_extends (Reader *reader, yaml_node_t *node)
{
  (void) reader;
  (void) node;
  return TRUE;
}

static void
read_extended (Reader *reader, yaml_node_t *root)
{
  for (yaml_node_pair_t *pair = root->data.mapping.pairs.start; pair < root->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = yaml_document_get_node (reader->yaml, pair->key);
    if (scalar (key) && g_str_equal (scalar (key), "extends"))
      read_texts (reader, yaml_document_get_node (reader->yaml, pair->value), take_extended, NULL);
  }
}

/* -- rules ----------------------------------------------------------------------------------- */

static gboolean
read_levels (Reader *reader, yaml_node_t *node, GArray *levels)
{
  if (node->type != YAML_MAPPING_NODE) {
    fault (reader, &node->start_mark, "expected rules with their levels, as 'polarity.denied: warning'");
    return FALSE;
  }
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = yaml_document_get_node (reader->yaml, pair->key), *value = yaml_document_get_node (reader->yaml, pair->value);
    int level;
    if (!scalar (key) || !read_choice (reader, value, BEL_LEVEL_NAMES, 4, &level))
      continue;
    BelRuleLevel row = { g_strdup (scalar (key)), (BelLevel) level };
    g_array_append_val (levels, row);
  }
  return TRUE;
}

static gboolean
read_rules (Reader *reader, yaml_node_t *node)
{
  return read_levels (reader, node, reader->config->levels);
}

static gboolean read_keys (Reader *reader, yaml_node_t *node, const char *const *names, ReadValue *const *values, guint n);

/* The override that is being read is the last one. */
static BelOverride *
last_override (const Reader *reader)
{
  return reader->config->overrides->pdata[reader->config->overrides->len - 1];
}

static gboolean
read_override_files (Reader *reader, yaml_node_t *node)
{
  return read_texts (reader, node, take_glob, last_override (reader)->files);
}

static gboolean
read_override_rules (Reader *reader, yaml_node_t *node)
{
  return read_levels (reader, node, last_override (reader)->levels);
}

static gboolean
read_overrides (Reader *reader, yaml_node_t *node)
{
  static const char *const NAMES[] = { "files", "rules" };
  static ReadValue *const VALUES[] = { read_override_files, read_override_rules };
  if (node->type != YAML_SEQUENCE_NODE) {
    fault (reader, &node->start_mark, "expected a list of overrides, each with 'files' and 'rules'");
    return FALSE;
  }
  for (yaml_node_item_t *at = node->data.sequence.items.start; at < node->data.sequence.items.top; at++) {
    g_ptr_array_add (reader->config->overrides, bel_override_new ());
    read_keys (reader, yaml_document_get_node (reader->yaml, *at), NAMES, VALUES, G_N_ELEMENTS (NAMES));
  }
  return TRUE;
}

/* -- the file -------------------------------------------------------------------------------- */

static const char *const KEYS[] = { "extends",        "format",  "fail-level",   "group-by", "min-confidence", "baseline",
                                    "require-reason", "exclude", "rule-folders", "rules",    "overrides" };
static ReadValue *const READERS[] = { read_extends,        read_format,  read_fail_level,   read_group_by,
                                      read_min_confidence, read_baseline, read_require_reason, read_exclude,
                                      read_rule_folders,   read_rules,   read_overrides };
G_STATIC_ASSERT (G_N_ELEMENTS (KEYS) == G_N_ELEMENTS (READERS));

static void
read_key (Reader *reader, yaml_node_t *key, yaml_node_t *value, const char *const *names, ReadValue *const *values, guint n)
{
  const char *word = scalar (key);
  for (guint i = 0; word && i < n; i++)
    if (g_str_equal (word, names[i])) {
      values[i](reader, value);
      return;
    }
  const char *meant = word ? bel_closest (word, names, n) : NULL;
  if (meant)
    fault (reader, &key->start_mark, "there is no key '%s': did you mean '%s'?", word, meant);
  else
    fault (reader, &key->start_mark, "there is no key '%s'", word ? word : "");
}

static gboolean
read_keys (Reader *reader, yaml_node_t *node, const char *const *names, ReadValue *const *values, guint n)
{
  if (!node || node->type != YAML_MAPPING_NODE) {
    yaml_mark_t start = { 0 };
    fault (reader, node ? &node->start_mark : &start, "expected keys with values");
    return FALSE;
  }
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++)
    read_key (reader, yaml_document_get_node (reader->yaml, pair->key), yaml_document_get_node (reader->yaml, pair->value), names,
              values, n);
  return TRUE;
}

static void
read_text (Reader *reader)
{
  yaml_parser_t parser;
  yaml_document_t yaml;
  if (!yaml_parser_initialize (&parser))
    g_error ("out of memory");
  yaml_parser_set_input_string (&parser, (const unsigned char *) reader->text, reader->n_text);
  if (!yaml_parser_load (&parser, &yaml)) {
    fault (reader, &parser.problem_mark, "%s", parser.problem ? parser.problem : "this is no YAML");
    yaml_parser_delete (&parser);
    return;
  }
  reader->yaml = &yaml;
  yaml_node_t *root = yaml_document_get_root_node (&yaml);
  /* an empty file is an empty configuration */
  if (root && root->type == YAML_MAPPING_NODE)
    read_extended (reader, root);
  if (root && !(root->type == YAML_SCALAR_NODE && root->data.scalar.length == 0))
    read_keys (reader, root, KEYS, READERS, G_N_ELEMENTS (KEYS));
  yaml_document_delete (&yaml);
  yaml_parser_delete (&parser);
}

static gboolean
read_file (BelConfig *config, const char *path, int depth, BelDiags *diags, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return FALSE;
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);
  if (n > MAX_CONFIG_BYTES || !g_utf8_validate_len (text, n, NULL)) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "%s is no configuration: too long, or not UTF-8", path);
    return FALSE;
  }
  Reader reader = { .config = config, .diags = diags, .path = path, .text = text, .n_text = (uint32_t) n, .depth = depth };
  read_text (&reader);
  if (reader.has_faults)
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "%s has errors", path);
  return !reader.has_faults;
}

BelConfig *
bel_config_read (const char *path, BelDiags *diags, GError **error)
{
  g_autoptr (BelConfig) config = bel_config_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  config->path = g_strdup (path);
  config->root = g_canonicalize_filename (folder, NULL);
  return read_file (config, path, 0, diags, error) ? g_steal_pointer (&config) : NULL;
}
