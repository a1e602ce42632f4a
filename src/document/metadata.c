/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/metadata.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* -- dates ----------------------------------------------------------------------------------- */

#define MAX_DATE_WORDS 8

/* One word of a date: what stands between spaces and commas. */
typedef struct {
  const char *text;
  gsize n;
} Word;

/* Julian day of 1970-01-01 as GDate counts. */
#define EPOCH_JULIAN 719163

static gboolean
make_day (guint year, guint month, guint day, BelDay *out_day)
{
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *out_day = (BelDay) g_date_get_julian (&date) - EPOCH_JULIAN;
  return TRUE;
}

/* Returns: the number @word is written with digits only ("17", also "17th" is none), or 0. */
static guint
word_number (Word word)
{
  guint value = 0;
  if (word.n == 0 || word.n > 4)
    return 0;
  for (gsize i = 0; i < word.n; i++) {
    if (!g_ascii_isdigit (word.text[i]))
      return 0;
    value = value * 10 + (guint) (word.text[i] - '0');
  }
  return value;
}

/* Whether @word is @name or an abbreviation of it of three letters or more, with or without its point. The names
 * come from the C library's "C" locale. */
static gboolean
is_abbreviation (Word word, const char *name)
{
  gsize n = word.n && word.text[word.n - 1] == '.' ? word.n - 1 : word.n;
  return n >= 3 && n <= strlen (name) && g_ascii_strncasecmp (word.text, name, n) == 0;
}

static guint
find_name (Word word, nl_item first, guint n_names)
{
  locale_t c = newlocale (LC_TIME_MASK, "C", (locale_t) 0);
  guint found = 0;
  for (guint i = 0; i < n_names && !found; i++)
    if (is_abbreviation (word, nl_langinfo_l (first + (nl_item) i, c)))
      found = i + 1;
  freelocale (c);
  return found;
}

/* 2024-11-17, 2024/11/17, 2024-11-17T10:00:00Z */
static gboolean
parse_iso (Word word, BelDay *out_day)
{
  if (word.n < 10 || (word.text[4] != '-' && word.text[4] != '/') || word.text[7] != word.text[4])
    return FALSE;
  if (word.n > 10 && word.text[10] != 'T')
    return FALSE;
  return make_day (word_number ((Word){ word.text, 4 }), word_number ((Word){ word.text + 5, 2 }),
                   word_number ((Word){ word.text + 8, 2 }), out_day);
}

/* "10:30", "10:30am": begins a time of day, and with it the part that doesn't matter. */
static gboolean
is_clock (Word word)
{
  return word.n >= 4 && g_ascii_isdigit (word.text[0]) && memchr (word.text, ':', word.n);
}

static guint
split_words (const char *text, gsize n_bytes, Word *words)
{
  guint n = 0;
  for (gsize i = 0; i < n_bytes;) {
    if (g_ascii_isspace (text[i]) || text[i] == ',') {
      i++;
      continue;
    }
    gsize start = i;
    while (i < n_bytes && !g_ascii_isspace (text[i]) && text[i] != ',')
      i++;
    if (n == MAX_DATE_WORDS)
      return 0;
    words[n++] = (Word){ text + start, i - start };
  }
  return n;
}

gboolean
bel_date_parse (const char *text, gsize n_bytes, BelDay *out_day)
{
  Word words[MAX_DATE_WORDS];
  guint n = split_words (text, n_bytes, words), at = 0;
  if (n && find_name (words[0], DAY_1, 7))
    at = 1;
  if (at >= n)
    return FALSE;
  guint used = 0;
  BelDay day;
  if (parse_iso (words[at], &day))
    used = 1;
  else if (n - at >= 3) {
    guint month_first = find_name (words[at], MON_1, 12);
    guint month = month_first ? month_first : find_name (words[at + 1], MON_1, 12);
    guint day_of_month = word_number (words[month_first ? at + 1 : at]);
    if (month && make_day (word_number (words[at + 2]), month, day_of_month, &day))
      used = 3;
  }
  at += used;
  if (!used || (at < n && !is_clock (words[at])))
    return FALSE;
  *out_day = day;
  return TRUE;
}

/* -- fields ---------------------------------------------------------------------------------- */

typedef enum { FIELD_DATE, FIELD_STORY, FIELD_HEADLINE, FIELD_BYLINE, FIELD_OTHER } Field;

/* Names of header fields as front matter and wire headers write them. */
static const struct {
  const char *key;
  Field field;
} FIELDS[] = {
  { "date", FIELD_DATE },      { "published", FIELD_DATE }, { "pubdate", FIELD_DATE },  { "story", FIELD_STORY },
  { "story-id", FIELD_STORY }, { "slug", FIELD_STORY },     { "id", FIELD_STORY },      { "headline", FIELD_HEADLINE },
  { "title", FIELD_HEADLINE }, { "byline", FIELD_BYLINE },  { "author", FIELD_BYLINE },
};

static Field
find_field (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (g_ascii_strcasecmp (key, FIELDS[i].key) == 0)
      return FIELDS[i].field;
  return FIELD_OTHER;
}

static BelSpan
trim (const char *text, BelSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.start < span.end && g_ascii_isspace (text[span.end - 1]))
    span.end--;
  return span;
}

static BelSpan
unquote (const char *text, BelSpan span)
{
  span = trim (text, span);
  if (bel_span_length (span) >= 2 && (text[span.start] == '"' || text[span.start] == '\'')
      && text[span.end - 1] == text[span.start])
    return BEL_SPAN (span.start + 1, span.end - 1);
  return span;
}

void
bel_metadata_field (BelDocument *document, const char *key, BelSpan value)
{
  value = unquote (document->text, value);
  const char *text = bel_document_text (document, value);
  if (bel_span_is_empty (value))
    return;
  switch (find_field (key)) {
  case FIELD_DATE:
    bel_date_parse (text, bel_span_length (value), &document->date);
    break;
  case FIELD_STORY:
    document->story = bel_arena_strndup (document->arena, text, bel_span_length (value));
    break;
  case FIELD_HEADLINE:
    bel_document_add_block (document, BEL_BLOCK_HEADLINE, value);
    break;
  case FIELD_BYLINE:
    bel_document_add_block (document, BEL_BLOCK_BYLINE, value);
    break;
  case FIELD_OTHER:
    break;
  }
}

/* -- front matter ---------------------------------------------------------------------------- */

/* Returns: the line at @offset without its ending; *@out_next: where the next one begins. */
static BelSpan
line_at (const BelDocument *document, uint32_t offset, uint32_t *out_next)
{
  const char *text = document->text;
  uint32_t end = offset;
  while (end < document->n_text && text[end] != '\n' && text[end] != '\r')
    end++;
  uint32_t next = end;
  if (next < document->n_text && text[next] == '\r')
    next++;
  if (next < document->n_text && text[next] == '\n' && (next == end || text[next - 1] == '\r'))
    next++;
  *out_next = next;
  return BEL_SPAN (offset, end);
}

/* Splits "key: value"; the key has neither spaces before it nor within. */
static char *
split_field (const BelDocument *document, BelSpan line, char mark, BelSpan *out_value)
{
  const char *text = document->text;
  uint32_t end = line.start;
  while (end < line.end && (g_ascii_isalnum (text[end]) || text[end] == '-' || text[end] == '_'))
    end++;
  uint32_t at = end;
  while (mark == '=' && at < line.end && text[at] == ' ')
    at++;
  if (end == line.start || at >= line.end || text[at] != mark)
    return NULL;
  *out_value = BEL_SPAN (at + 1, line.end);
  return g_strndup (text + line.start, end - line.start);
}

static gboolean
is_mark (const BelDocument *document, BelSpan line, const char *mark)
{
  line = trim (document->text, line);
  return bel_span_length (line) == 3 && memcmp (document->text + line.start, mark, 3) == 0;
}

/* A fence that is never closed is no front matter. */
static uint32_t
fence_end (const BelDocument *document, uint32_t from, const char *mark)
{
  for (uint32_t at = from, next; at < document->n_text; at = next) {
    BelSpan line = line_at (document, at, &next);
    if (is_mark (document, line, mark))
      return at;
  }
  return BEL_NONE;
}

static uint32_t
fenced (BelDocument *document, uint32_t start, uint32_t body, const char *mark)
{
  uint32_t end = fence_end (document, body, mark), after;
  if (end == BEL_NONE)
    return start;
  line_at (document, end, &after);
  for (uint32_t at = body, next; at < end; at = next) {
    BelSpan line = line_at (document, at, &next), value;
    g_autofree char *key = split_field (document, line, mark[0] == '+' ? '=' : ':', &value);
    if (key)
      bel_metadata_field (document, key, value);
  }
  return after;
}

static uint32_t
header_fields (BelDocument *document, uint32_t start)
{
  uint32_t at = start;
  for (uint32_t next; at < document->n_text; at = next) {
    BelSpan line = line_at (document, at, &next), value;
    g_autofree char *key = split_field (document, line, ':', &value);
    if (!key || find_field (key) == FIELD_OTHER)
      break;
    bel_metadata_field (document, key, value);
  }
  return at;
}

uint32_t
bel_metadata_front_matter (BelDocument *document, uint32_t start)
{
  uint32_t body;
  BelSpan first = line_at (document, start, &body);
  if (is_mark (document, first, "---"))
    return fenced (document, start, body, "---");
  if (is_mark (document, first, "+++"))
    return fenced (document, start, body, "+++");
  return header_fields (document, start);
}
