/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a check can be told: one table (settings.def) of keys with text values, and what they mean. */
#pragma once

#include "desk/groups.h"
#include "report/report.h"

#define BEL_DESK_ERROR (bel_desk_error_quark ())
GQuark bel_desk_error_quark (void);
typedef enum {
  BEL_DESK_ERROR_KEY,   /**< no such setting */
  BEL_DESK_ERROR_VALUE, /**< a value it does not take */
  BEL_DESK_ERROR_GIT,   /**< git cannot tell what changed */
} BelDeskError;

enum { BEL_SETTING_OPTION = 1, BEL_SETTING_CONFIG = 2 };

typedef struct {
  const char *key;
  char letter; /**< of the short option, or 0 */
  const char *argument;
  const char *values;    /**< see settings.def */
  const char *otherwise; /**< (nullable) default */
  int where;             /**< BEL_SETTING_… */
  const char *summary;
} BelSetting;

/** Returns: (transfer none) the table; *@out_n rows. */
const BelSetting *bel_settings_table (guint *out_n);

typedef struct {
  const BelFormat *format;
  BelInput input;
  BelGrouping grouping;
  BelFailLevel fail_level;
  double min_confidence;
  char *baseline;   /**< a path */
  char *diff_base;  /**< (nullable) */
  char *stdin_path; /**< (nullable) */
  char *facts;      /**< (nullable) a path */
  BelDay as_of;     /**< BEL_DAY_NONE */
  guint jobs;       /**< at least 1 */
} BelSettings;

/** The defaults. Returns: (transfer full) */
BelSettings *bel_settings_new (void);
void bel_settings_free (BelSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelSettings, bel_settings_free)

/** Sets @key to what @value means. Returns: FALSE with @error set, its message begins with the value or the key. */
gboolean bel_settings_set (BelSettings *settings, const char *key, const char *value, GError **error);

/** Returns: (transfer full) (NULL-terminated) the words a setting with these @values takes; NULL when any text is taken. */
char **bel_setting_words (const char *values);

/** Finds @word among @words. Returns: its index, or -1 with @error set: "'jsn' is not known: did you mean 'json'? It takes …". */
int bel_setting_choose (const char *word, char *const *words, GError **error);
