/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/wire.h"

#include "document/metadata.h"

#include <string.h>

/* Longest dateline and agency, bytes; longest run of city words. */
#define MAX_DATELINE 110u
#define MAX_AGENCY 40u
#define MAX_CITY_WORDS 5u
#define MAX_BYLINE_WORDS 16u
#define MAX_DATE_LINE 80u

/* -- date lines and bylines ------------------------------------------------------------------ */

static uint32_t
skip_spaces (const char *text, uint32_t n, uint32_t at)
{
  while (at < n && (text[at] == ' ' || text[at] == '\t'))
    at++;
  return at;
}

static uint32_t
skip_word (const char *text, uint32_t n, uint32_t at)
{
  while (at < n && !g_ascii_isspace (text[at]))
    at++;
  return at;
}

gboolean
bel_wire_is_date_line (const char *text, uint32_t n_bytes, BelDay *out_day)
{
  if (n_bytes > MAX_DATE_LINE)
    return FALSE;
  uint32_t at = 0;
  for (int words = 0; words <= 2; words++) {
    at = skip_spaces (text, n_bytes, at);
    if (bel_date_parse (text + at, n_bytes - at, out_day))
      return TRUE;
    at = skip_word (text, n_bytes, at);
  }
  return FALSE;
}

gboolean
bel_wire_is_byline (const char *text, uint32_t n_bytes)
{
  if (n_bytes < 5 || g_ascii_strncasecmp (text, "by ", 3) != 0 || text[0] != 'B')
    return FALSE;
  if (strchr (".!?", text[n_bytes - 1]))
    return FALSE;
  guint words = 0, small = 0;
  for (uint32_t at = skip_spaces (text, n_bytes, 3); at < n_bytes; words++) {
    /* one line: every other space ends it */
    if (g_ascii_isspace (text[at]))
      return FALSE;
    small += g_unichar_islower (g_utf8_get_char (text + at)) ? 1 : 0;
    at = skip_spaces (text, n_bytes, skip_word (text, n_bytes, at));
  }
  return words >= 1 && words <= MAX_BYLINE_WORDS && small <= words / 3;
}

/* -- datelines ------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  uint32_t n;
  uint32_t at;
} Scan;

static gunichar
peek (const Scan *scan)
{
  return scan->at < scan->n ? g_utf8_get_char (scan->text + scan->at) : 0;
}

static void
next (Scan *scan)
{
  scan->at = (uint32_t) (g_utf8_next_char (scan->text + scan->at) - scan->text);
}

static gboolean
is_name_char (gunichar c)
{
  return g_unichar_isalpha (c) || c == '.' || c == '\'' || c == 0x2019 || c == '-';
}

typedef enum { WORD_NONE, WORD_UPPER, WORD_CAPITALIZED, WORD_OTHER } WordShape;

/* Passes one word and tells its shape; single letters are no city. */
static WordShape
scan_word (Scan *scan)
{
  guint letters = 0, upper = 0;
  gboolean first_upper = g_unichar_isupper (peek (scan));
  while (is_name_char (peek (scan))) {
    letters += g_unichar_isalpha (peek (scan)) ? 1 : 0;
    upper += g_unichar_isupper (peek (scan)) ? 1 : 0;
    next (scan);
  }
  if (letters == 0)
    return WORD_NONE;
  return upper == letters && letters > 1 ? WORD_UPPER : first_upper ? WORD_CAPITALIZED : WORD_OTHER;
}

/* "PALM BEACH", "St. Petersburg". Returns: WORD_UPPER or WORD_CAPITALIZED by its weakest word, or WORD_NONE. */
static WordShape
scan_city (Scan *scan)
{
  WordShape city = WORD_NONE;
  for (guint words = 0; words < MAX_CITY_WORDS; words++) {
    uint32_t before = scan->at;
    if (words)
      scan->at = skip_spaces (scan->text, scan->n, scan->at);
    uint32_t start = scan->at;
    WordShape shape = scan_word (scan);
    /* a hyphen alone is the dash that ends the dateline */
    if (shape == WORD_NONE || shape == WORD_OTHER || scan->text[start] == '-') {
      scan->at = before;
      break;
    }
    city = MAX (city, shape);
  }
  return city;
}

/* ", Fla.", ", Nov. 17, 2024": up to the parenthesis or the dash. */
static void
scan_tail (Scan *scan)
{
  while (peek (scan) == ',') {
    next (scan);
    while (scan->at < scan->n && (is_name_char (peek (scan)) || g_unichar_isdigit (peek (scan)) || peek (scan) == ' ')
           && !(peek (scan) == '-' && scan->text[scan->at - 1] == ' '))
      next (scan);
  }
}

/* "(AP)", "(Nordic Press)". */
static gboolean
scan_agency (Scan *scan)
{
  uint32_t start = skip_spaces (scan->text, scan->n, scan->at), at = start;
  if (at >= scan->n || scan->text[at] != '(')
    return FALSE;
  const char *close = memchr (scan->text + at, ')', MIN (scan->n - at, MAX_AGENCY));
  if (!close || !g_unichar_isupper (g_utf8_get_char (scan->text + at + 1)))
    return FALSE;
  scan->at = (uint32_t) (close - scan->text) + 1;
  return TRUE;
}

/* Passes "—", "–", "--" or " - " and the spaces after it. */
static gboolean
scan_dash (Scan *scan)
{
  uint32_t at = skip_spaces (scan->text, scan->n, scan->at), start = at;
  gunichar c = at < scan->n ? g_utf8_get_char (scan->text + at) : 0;
  if (c == 0x2014 || c == 0x2013 || c == 0x2015)
    at += 3;
  else if (c == '-' && start > 0 && scan->text[start - 1] == ' ')
    while (at < scan->n && at < start + 3 && scan->text[at] == '-')
      at++;
  else
    return FALSE;
  if (c != 0x2014 && (at >= scan->n || !g_ascii_isspace (scan->text[at])))
    return FALSE;
  while (at < scan->n && g_ascii_isspace (scan->text[at]))
    at++;
  scan->at = at;
  return TRUE;
}

/* What follows a dateline is a sentence. */
static gboolean
begins_sentence (const Scan *scan)
{
  gunichar c = peek (scan);
  return g_unichar_isupper (c) || g_unichar_isdigit (c) || c == '"' || c == '\'' || c == 0x201C || c == 0x2018;
}

/* "(CNN)The …", "(Nordic Press) -- The …" */
static uint32_t
agency_only (const char *text, uint32_t n_bytes)
{
  Scan scan = { text, n_bytes, 0 };
  if (!scan_agency (&scan))
    return 0;
  uint32_t agency_end = scan.at;
  bool dashed = scan_dash (&scan);
  for (uint32_t i = 1; i + 1 < agency_end && !dashed; i++)
    if (!g_ascii_isupper (text[i]))
      return 0;
  scan.at = skip_spaces (text, n_bytes, scan.at);
  return begins_sentence (&scan) ? scan.at : 0;
}

BelDateline
bel_wire_dateline (const char *text, uint32_t n_bytes)
{
  BelDateline line = { .date = BEL_DAY_NONE };
  Scan scan = { text, MIN (n_bytes, MAX_DATELINE), 0 };
  if (n_bytes && text[0] == '(') {
    line.n_bytes = agency_only (text, scan.n);
    return line;
  }
  WordShape city = scan_city (&scan);
  BelSpan place = BEL_SPAN (0, scan.at);
  scan_tail (&scan);
  BelSpan tail = BEL_SPAN (place.end, scan.at);
  bool agency = scan_agency (&scan);
  /* a city in small letters needs its agency, else any "Name - text" would be one */
  if (city == WORD_NONE || (city == WORD_CAPITALIZED && !agency) || !scan_dash (&scan) || !begins_sentence (&scan))
    return line;
  line.n_bytes = scan.at;
  line.place = place;
  for (uint32_t at = tail.start; at < tail.end; at++)
    if (text[at] == ',' && bel_date_parse (text + at + 1, tail.end - at - 1, &line.date))
      break;
  return line;
}
