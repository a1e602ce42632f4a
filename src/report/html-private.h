/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The parts of the HTML report. */
#pragma once

#include "report/report.h"

extern const char BEL_HTML_STYLE[];

/** A place of the full text that a card speaks of. */
typedef struct {
  const BelDocument *document;
  BelSpan visible;
  char letter;   /**< 'a', 'b' or 'o' */
  guint card;    /**< number of the card, from 1 */
  guint account; /**< number of the place, from 1, in the whole page */
} BelHtmlPlace;

/** A page that is being written. */
typedef struct {
  const BelReport *report;
  GString *out;
  GArray *places; /**< of BelHtmlPlace, filled by the cards */
  guint n_cards;
} BelHtmlPage;

/** Appends @text, escaped. */
void bel_html_append_text (const BelHtmlPage *page, const char *text);

/** Appends the visible @span of @document, escaped. */
void bel_html_append_span (GString *out, const BelDocument *document, BelSpan span);

/** Appends the sentences around @end with the place itself marked. */
void bel_html_append_quote (GString *out, const BelEnd *end);

/** Appends the table of who did what, to whom, how many, when and where of two claims, side A first; the row that they differ in is
 * marked. */
void bel_html_append_table (GString *out, const BelEnd *a, const BelEnd *b);

/** Appends one dispute: question, accounts, table, why, how to accept it, timeline. */
void bel_html_append_card (BelHtmlPage *page, const BelFindings *findings, const BelDispute *dispute);

/** Appends the text of @document block by block; each of the @places in it is marked and linked to its card.
 * @places: of BelHtmlPlace. */
void bel_html_append_document (GString *out, const BelDocument *document, const GArray *places);
