/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How reports are shown: the options that "check" and "report" share, and writing by them. */
#pragma once

#include "report/report.h"

typedef struct {
  char **outputs; /**< of FORMAT=FILE */
  char *color, *width;
  gboolean quiet, ascii, no_snippets;
} BelShown;

void bel_shown_clear (BelShown *shown);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BelShown, bel_shown_clear)

/** Returns: FALSE after an error was shown: an option has a value it does not take. */
gboolean bel_shown_check (const BelShown *shown);

/** Writes @report to all outputs and, in @format, to standard output. Returns: FALSE after an error was shown. */
gboolean bel_shown_write (const BelShown *shown, const BelReport *report, const BelFormat *format);

/** As bel_shown_write(), with counts by rule on standard output. */
gboolean bel_shown_statistics (const BelShown *shown, const BelReport *report);

/** Returns: the index of @word among @values (as in desk/settings.def), or -1 after an error was shown. */
int bel_shown_choose (const char *option, const char *word, const char *values);

/** Returns: NULL after an error was shown, else the format of that name. */
const BelFormat *bel_shown_format (const char *option, const char *word);
