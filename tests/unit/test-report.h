/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Tests of the writers, on findings made by hand. */
#pragma once

#include "report/report.h"

#include <check.h>

/** A draft with one dispute of two accounts, a third party that takes no side, and what a report needs. */
typedef struct {
  BelDocument *document;
  BelClaims *claims;
  BelFindings *findings;
  BelReportFile file;
  BelClaims *sources[1];
  BelFindings *groups[1];
  BelReport report;
} Sample;

/** Fills @sample; every row of text is at most @width columns. */
void sample_init (Sample *sample, uint32_t width);
/** As sample_init() of a draft of the same facts whose text is full of what formats must escape. */
void sample_init_hostile (Sample *sample, uint32_t width);
void sample_clear (Sample *sample);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/** Returns: (transfer full) what the format of that name makes of @sample. */
char *sample_write (const Sample *sample, const char *format);

void bel_test_report_json (Suite *suite);
void bel_test_report_text (Suite *suite);
