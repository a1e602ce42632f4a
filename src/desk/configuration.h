/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** .belie.yaml: what a newsroom settles once. Options of the command line go before it. */
#pragma once

#include "base/diag.h"

#include <stdbool.h>

/** What is done with what a rule finds. */
typedef enum { BEL_LEVEL_OFF, BEL_LEVEL_NOTE, BEL_LEVEL_WARNING, BEL_LEVEL_ERROR } BelLevel;

/** The level of the rules that @selector names: "polarity.denied", "polarity" (a family), "dispute" (a class), "all". */
typedef struct {
  char *selector;
  BelLevel level;
  guint text; /**< index into BelConfig.texts */
  BelSpan at; /**< bytes of it: the selector */
} BelRuleLevel;

/** A file that the configuration was read from: itself, or one that it extends. */
typedef struct {
  char *path;
  char *text;
  uint32_t n_bytes;
} BelConfigText;

/** Levels for some files only. */
typedef struct {
  GPtrArray *files; /**< globs */
  GArray *levels;   /**< of BelRuleLevel */
} BelOverride;

/** A value of one of the settings (settings.h). */
typedef struct {
  char *key, *value;
} BelConfigSetting;

/** What comments in drafts may accept. */
typedef struct {
  gboolean require_reason; /**< always so in CI */
  gboolean require_date;   /**< "until DATE" */
  GPtrArray *never;        /**< selectors of what is not accepted in drafts at all */
} BelAcceptPolicy;

typedef struct BelConfig {
  char *path;       /**< (nullable) the file it was read from */
  char *root;       /**< folder that its globs and paths are relative to */
  GArray *settings; /**< of BelConfigSetting; paths are resolved; a later one goes before an earlier one */
  BelAcceptPolicy accept;
  GPtrArray *exclude;      /**< globs of files that folders are searched without */
  GPtrArray *rule_folders; /**< paths, resolved */
  GPtrArray *alias_lists;  /**< paths, resolved */
  GArray *levels;          /**< of BelRuleLevel; a later one goes before an earlier one */
  GPtrArray *overrides;    /**< of BelOverride * */
  GArray *texts;           /**< of BelConfigText */
} BelConfig;

void bel_config_free (BelConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelConfig, bel_config_free)

/** Reads @path, and what it extends before it. Faults, unknown keys among them, go to @diags.
 * Returns: (transfer full) NULL with @error set when it cannot be read or has faults. */
BelConfig *bel_config_read (const char *path, BelDiags *diags, GError **error);

/** As bel_config_read() for a text in memory that stands for the file @path; what it extends is not followed but refused. */
BelConfig *bel_config_read_text (const char *path, const char *text, gsize n_bytes, BelDiags *diags, GError **error);

/** Looks for .belie.yaml from @folder upward, up to the folder that holds .git. Returns: (transfer full) (nullable) its path. */
char *bel_config_find (const char *folder);

/** Finds and reads the configuration that holds here, or makes an empty one. @given: (nullable) --config; "none"
 * stands for no configuration. Returns: (transfer full) NULL with @error set; faults are in @diags. */
BelConfig *bel_config_load (const char *given, BelDiags *diags, GError **error);

/** Returns: (transfer full) the JSON Schema (draft 7) of the file, made of the tables that read it. */
char *bel_config_schema (void);
/** Returns: (transfer full) the keys with what they are, as a part of a manual page (man(7)). */
char *bel_config_manual (void);

/** Returns: (transfer full) the configuration as YAML, with what is not given left out. */
char *bel_config_show (const BelConfig *config);

/** Returns: the level of @rule and its class for a file, by the last selector that names it; -1 when none does.
 * @file: as the user named it. */
int bel_config_level (const BelConfig *config, const char *file, const char *rule, const char *class_name);

/** Whether folders are searched without @path. */
gboolean bel_config_excludes (const BelConfig *config, const char *path);

/** Returns: (transfer full) @path relative to the configuration's folder; NULL when it lies outside. */
char *bel_config_relative (const BelConfig *config, const char *path);

/** Whether @selector names @rule or its class. */
gboolean bel_selector_matches (const char *selector, const char *rule, const char *class_name);
