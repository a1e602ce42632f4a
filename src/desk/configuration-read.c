/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* YAML into a BelConfig. One table of keys, each with a function that reads its value; every fault is told with its place, all of
 * them in one run. */
#include "desk/configuration-private.h"

#include "base/closest.h"
#include "base/file.h"
#include "desk/baseline.h"
#include "desk/settings.h"

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
  guint config_text; /* its place in the configuration's texts */
  int depth;         /* of files that extend files */
  gboolean has_faults;
} Reader;

typedef gboolean ReadValue (Reader *reader, yaml_node_t *node);

/* A key, what reads it, its schema as JSON, and what it is. */
typedef struct {
  const char *name;
  ReadValue *read;
  const char *schema;
  const char *doc;
} Key;

static gboolean read_file (BelConfig *config, const char *path, int depth, BelDiags *diags, GError **error);

/* -- faults ---------------------------------------------------------------------------------- */

/* libyaml counts characters; diagnostics count bytes. */
static uint32_t
byte_of (const Reader *reader, const yaml_mark_t *mark)
{
  glong at = (glong) MIN (mark->index, (size_t) g_utf8_strlen (reader->text, reader->n_text));
  return (uint32_t) (g_utf8_offset_to_pointer (reader->text, at) - reader->text);
}

static void G_GNUC_PRINTF (3, 4) fault (Reader *reader, const yaml_mark_t *mark, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  uint32_t at = byte_of (reader, mark);
  bel_diags_add (reader->diags, BEL_SEVERITY_ERROR, "config", reader->path, reader->text, reader->n_text,
                 BEL_SPAN (at, at), "%s", message);
  reader->has_faults = TRUE;
}

static const char *
scalar (const yaml_node_t *node)
{
  return node->type == YAML_SCALAR_NODE ? (const char *) node->data.scalar.value : NULL;
}

/* -- values ---------------------------------------------------------------------------------- */

static gboolean
read_choice (Reader *reader, yaml_node_t *node, const char *const *names, int *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *known = g_strjoinv (", ", (char **) names);
  const char *word = scalar (node);
  if (!word)
    fault (reader, &node->start_mark, "expected one of %s", known);
  else if ((*out = bel_setting_choose (word, (char *const *) names, &error)) < 0)
    fault (reader, &node->start_mark, "%s", error->message);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_truth (Reader *reader, yaml_node_t *node, gboolean *out)
{
  static const char *const NAMES[] = { "false", "true", NULL };
  int choice;
  if (!read_choice (reader, node, NAMES, &choice))
    return FALSE;
  *out = choice;
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

/* One of the settings, whose row says what it takes. */
static gboolean
read_setting (Reader *reader, const BelSetting *row, yaml_node_t *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelSettings) tried = bel_settings_new ();
  const char *value = scalar (node);
  if (!value || !bel_settings_set (tried, row->key, value, &error)) {
    fault (reader, &node->start_mark, "%s: %s", row->key, value ? error->message : "expected one value");
    return FALSE;
  }
  bool is_path = g_str_equal (row->values, "@file");
  BelConfigSetting setting = { g_strdup (row->key), is_path ? resolve (reader, value) : g_strdup (value) };
  g_array_append_val (reader->config->settings, setting);
  return TRUE;
}

/* A list of texts, or one text. @take is given each. */
static gboolean
read_texts (Reader *reader, yaml_node_t *node, void (*take) (Reader *reader, yaml_node_t *item, gpointer data),
            gpointer data)
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

static void
take_list (Reader *reader, yaml_node_t *item, gpointer data)
{
  (void) data;
  g_autofree char *path = resolve (reader, scalar (item));
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_ptr_array_add (reader->config->alias_lists, g_steal_pointer (&path));
  else
    fault (reader, &item->start_mark, "there is no file %s", path);
}

static gboolean
read_alias_lists (Reader *reader, yaml_node_t *node)
{
  return read_texts (reader, node, take_list, NULL);
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
  guint before = bel_diags_count (reader->diags);
  if (reader->depth >= MAX_EXTENDS)
    fault (reader, &item->start_mark, "more than %d files extend each other", MAX_EXTENDS);
  else if (!read_file (reader->config, path, reader->depth + 1, reader->diags, &error)) {
    if (bel_diags_count (reader->diags) == before) /* else it has told itself what is wrong with it */
      fault (reader, &item->start_mark, "%s", error->message);
    reader->has_faults = true;
  }
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
    yaml_node_t *key = yaml_document_get_node (reader->yaml, pair->key),
                *value = yaml_document_get_node (reader->yaml, pair->value);
    int level;
    if (!scalar (key) || !read_choice (reader, value, BEL_LEVEL_NAMES, &level))
      continue;
    BelSpan at = BEL_SPAN (byte_of (reader, &key->start_mark), byte_of (reader, &key->end_mark));
    BelRuleLevel row = { g_strdup (scalar (key)), (BelLevel) level, reader->config_text, at };
    g_array_append_val (levels, row);
  }
  return TRUE;
}

static gboolean
read_rules (Reader *reader, yaml_node_t *node)
{
  return read_levels (reader, node, reader->config->levels);
}

static gboolean read_keys (Reader *reader, yaml_node_t *node, const Key *keys, guint n);

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

#define TEXTS "{\"$ref\": \"#/definitions/texts\"}"
#define LEVELS "{\"$ref\": \"#/definitions/levels\"}"

static const Key OVERRIDE_KEYS[] = {
  { "files", read_override_files, TEXTS, "globs, as in .gitignore" },
  { "rules", read_override_rules, LEVELS, "as below, for these files" },
};

static gboolean
read_overrides (Reader *reader, yaml_node_t *node)
{
  if (node->type != YAML_SEQUENCE_NODE) {
    fault (reader, &node->start_mark, "expected a list of overrides, each with 'files' and 'rules'");
    return FALSE;
  }
  for (yaml_node_item_t *at = node->data.sequence.items.start; at < node->data.sequence.items.top; at++) {
    g_ptr_array_add (reader->config->overrides, bel_override_new ());
    read_keys (reader, yaml_document_get_node (reader->yaml, *at), OVERRIDE_KEYS, G_N_ELEMENTS (OVERRIDE_KEYS));
  }
  return TRUE;
}

/* -- accepting ------------------------------------------------------------------------------- */

static gboolean
read_require_reason (Reader *reader, yaml_node_t *node)
{
  return read_truth (reader, node, &reader->config->accept.require_reason);
}

static gboolean
read_require_date (Reader *reader, yaml_node_t *node)
{
  return read_truth (reader, node, &reader->config->accept.require_date);
}

static gboolean
read_never (Reader *reader, yaml_node_t *node)
{
  return read_texts (reader, node, take_glob, reader->config->accept.never);
}

static const Key ACCEPT_KEYS[] = {
  { "require-reason", read_require_reason, "{\"type\": \"boolean\"}",
    "accepting in a draft needs a reason; always so in CI" },
  { "require-date", read_require_date, "{\"type\": \"boolean\"}", "accepting in a draft needs 'until DATE'" },
  { "never", read_never, TEXTS, "rules, families or classes that no comment in a draft accepts" },
};

static gboolean
read_accept (Reader *reader, yaml_node_t *node)
{
  return read_keys (reader, node, ACCEPT_KEYS, G_N_ELEMENTS (ACCEPT_KEYS));
}

/* -- the file -------------------------------------------------------------------------------- */

/* The settings marked CONFIG are keys as well. */
static const Key KEYS[] = {
  { "extends", read_extends, TEXTS, "configurations read before this one" },
  { "exclude", read_exclude, TEXTS, "globs, as in .gitignore, of files that folders are searched without" },
  { "rule-folders", read_rule_folders, TEXTS, "further rules; relative to this file" },
  { "alias-lists", read_alias_lists, TEXTS,
    "tables of names: a line each, the main name and others for it, parted by tabs" },
  { "rules", read_rules, LEVELS,
    "what is done with what a rule, a family or a class finds, or 'all'; a later one goes before an earlier one" },
  { "overrides", read_overrides, NULL, "rules for some files only" },
  { "accept", read_accept, NULL, "what comments in drafts may accept" },
};

static const BelSetting *
config_setting (const char *key)
{
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n; i++)
    if ((rows[i].where & BEL_SETTING_CONFIG) && g_str_equal (rows[i].key, key))
      return &rows[i];
  return NULL;
}

static const char *
closest_key (const char *word, const Key *keys, guint n)
{
  guint n_rows;
  const BelSetting *rows = bel_settings_table (&n_rows);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) keys[i].name);
  for (guint i = 0; keys == KEYS && i < n_rows; i++)
    if (rows[i].where & BEL_SETTING_CONFIG)
      g_ptr_array_add (names, (gpointer) rows[i].key);
  return bel_closest (word, (const char *const *) names->pdata, names->len);
}

static void
read_key (Reader *reader, yaml_node_t *key, yaml_node_t *value, const Key *keys, guint n)
{
  const char *word = scalar (key);
  for (guint i = 0; word && i < n; i++)
    if (g_str_equal (word, keys[i].name)) {
      keys[i].read (reader, value);
      return;
    }
  const BelSetting *setting = word && keys == KEYS ? config_setting (word) : NULL;
  if (setting) {
    read_setting (reader, setting, value);
    return;
  }
  const char *meant = word ? closest_key (word, keys, n) : NULL;
  if (meant)
    fault (reader, &key->start_mark, "there is no key '%s': did you mean '%s'?", word, meant);
  else
    fault (reader, &key->start_mark, "there is no key '%s'", word ? word : "");
}

/* Whether the key of @pair stands in @node before it. */
static bool
stands_before (const Reader *reader, const yaml_node_t *node, const yaml_node_pair_t *pair)
{
  const char *word = scalar (yaml_document_get_node (reader->yaml, pair->key));
  for (const yaml_node_pair_t *other = node->data.mapping.pairs.start; word && other < pair; other++)
    if (g_strcmp0 (scalar (yaml_document_get_node (reader->yaml, other->key)), word) == 0)
      return true;
  return false;
}

static gboolean
read_keys (Reader *reader, yaml_node_t *node, const Key *keys, guint n)
{
  if (!node || node->type != YAML_MAPPING_NODE) {
    yaml_mark_t start = { 0 };
    fault (reader, node ? &node->start_mark : &start, "expected keys with values");
    return FALSE;
  }
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
    yaml_node_t *key = yaml_document_get_node (reader->yaml, pair->key);
    if (stands_before (reader, node, pair))
      fault (reader, &key->start_mark, "the key '%s' stands here twice", scalar (key));
    else
      read_key (reader, key, yaml_document_get_node (reader->yaml, pair->value), keys, n);
  }
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
    read_keys (reader, root, KEYS, G_N_ELEMENTS (KEYS));
  yaml_document_delete (&yaml);
  yaml_parser_delete (&parser);
}

static gboolean
read_bytes (BelConfig *config, const char *path, const char *text, gsize n, int depth, BelDiags *diags, GError **error)
{
  if (n > MAX_CONFIG_BYTES || !g_utf8_validate_len (text, n, NULL)) {
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "%s is no configuration: too long, or not UTF-8", path);
    return FALSE;
  }
  Reader reader
      = { .config = config, .diags = diags, .path = path, .text = text, .n_text = (uint32_t) n, .depth = depth };
  BelConfigText kept = { g_strdup (path), g_strndup (text, n), (uint32_t) n };
  reader.config_text = config->texts->len;
  g_array_append_val (config->texts, kept);
  read_text (&reader);
  if (reader.has_faults)
    g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "%s has errors", path);
  return !reader.has_faults;
}

static gboolean
read_file (BelConfig *config, const char *path, int depth, BelDiags *diags, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return FALSE;
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);
  return read_bytes (config, path, text, n, depth, diags, error);
}

static BelConfig *
config_at (const char *path)
{
  BelConfig *config = bel_config_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  config->path = g_strdup (path);
  config->root = g_canonicalize_filename (folder, NULL);
  /* beside the configuration, wherever belie is called from */
  BelConfigSetting baseline = { g_strdup ("baseline"), g_build_filename (config->root, BEL_BASELINE_NAME, NULL) };
  g_array_append_val (config->settings, baseline);
  return config;
}

BelConfig *
bel_config_read (const char *path, BelDiags *diags, GError **error)
{
  g_autoptr (BelConfig) config = config_at (path);
  return read_file (config, path, 0, diags, error) ? g_steal_pointer (&config) : NULL;
}

BelConfig *
bel_config_read_text (const char *path, const char *text, gsize n_bytes, BelDiags *diags, GError **error)
{
  g_autoptr (BelConfig) config = config_at (path);
  return read_bytes (config, path, text, n_bytes, MAX_EXTENDS, diags, error) ? g_steal_pointer (&config) : NULL;
}

/* -- what it may hold ------------------------------------------------------------------------ */

static void
append_property (GString *out, const char *indent, const Key *key, const char *schema, bool last)
{
  g_string_append_printf (out, "%s\"%s\": {\"description\": \"%s\", \"allOf\": [%s]}%s\n", indent, key->name, key->doc,
                          schema, last ? "" : ",");
}

/* An object with these keys and no others. */
static char *
object_schema (const Key *keys, guint n)
{
  GString *out = g_string_new ("{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\n");
  for (guint i = 0; i < n; i++)
    append_property (out, "      ", &keys[i], keys[i].schema, i + 1 == n);
  return g_string_free (g_string_append (out, "    }}"), FALSE);
}

static char *
setting_schema (const BelSetting *row)
{
  g_auto (GStrv) words = bel_setting_words (row->values);
  g_autofree char *joined = words ? g_strjoinv ("\", \"", words) : NULL;
  if (joined)
    return g_strdup_printf ("{\"enum\": [\"%s\"]}", joined);
  if (g_str_equal (row->values, "@number"))
    return g_strdup ("{\"type\": \"number\", \"minimum\": 0, \"maximum\": 1}");
  return g_strdup ("{\"type\": \"string\", \"minLength\": 1}");
}

static void
append_settings (GString *out)
{
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n; i++) {
    if (!(rows[i].where & BEL_SETTING_CONFIG))
      continue;
    g_autofree char *schema = setting_schema (&rows[i]);
    Key key = { rows[i].key, NULL, NULL, rows[i].summary };
    append_property (out, "    ", &key, schema, false);
  }
}

char *
bel_config_schema (void)
{
  GString *out = g_string_new (
      "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"title\": \".belie.yaml\",\n"
      "  \"type\": \"object\",\n  \"additionalProperties\": false,\n  \"definitions\": {\n"
      "    \"texts\": {\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"type\": "
      "\"string\"}}]},\n"
      "    \"levels\": {\"type\": \"object\", \"additionalProperties\": {\"enum\": [\"off\", \"note\", \"warning\", "
      "\"error\", false]}}\n  },\n  \"properties\": {\n");
  g_autofree char *override = object_schema (OVERRIDE_KEYS, G_N_ELEMENTS (OVERRIDE_KEYS));
  g_autofree char *overrides = g_strdup_printf ("{\"type\": \"array\", \"items\": %s}", override);
  g_autofree char *accept = object_schema (ACCEPT_KEYS, G_N_ELEMENTS (ACCEPT_KEYS));
  append_settings (out);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    const char *schema = KEYS[i].schema ? KEYS[i].schema : KEYS[i].read == read_accept ? accept : overrides;
    append_property (out, "    ", &KEYS[i], schema, i + 1 == G_N_ELEMENTS (KEYS));
  }
  g_string_append (out, "  }\n}\n");
  return g_string_free (out, FALSE);
}

static void
append_manual (GString *out, const char *key, const char *doc)
{
  g_string_append_printf (out, ".TP\n.B %s\n%s\n", key, doc);
}

char *
bel_config_manual (void)
{
  GString *out = g_string_new (NULL);
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n; i++)
    if (rows[i].where & BEL_SETTING_CONFIG)
      append_manual (out, rows[i].key, rows[i].summary);
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    append_manual (out, KEYS[i].name, KEYS[i].doc);
  for (guint i = 0; i < G_N_ELEMENTS (ACCEPT_KEYS); i++) {
    g_autofree char *name = g_strconcat ("accept: ", ACCEPT_KEYS[i].name, NULL);
    append_manual (out, name, ACCEPT_KEYS[i].doc);
  }
  return g_string_free (out, FALSE);
}
