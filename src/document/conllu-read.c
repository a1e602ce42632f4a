/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* CoNLL-U in: one sentence at a time. Its lines are collected as rows, checked as a whole, and only then
 * put into the document, so that a broken sentence leaves nothing behind.
 *
 *   # text = I don't.          ──▶ visible text "I don't." (a span piece points at these bytes)
 *   1    I    …                    token I     [0,1)
 *   2-3  don't …                   tokens do [2,4), n't [4,7): the first has mwt 2
 *   2    do   …
 *   3    n't  …
 *
 * Where "# text" is missing or does not agree with the forms, the text is put together from the forms and
 * the pieces point at the FORM columns. */
#include "document/conllu.h"

#include "base/limits.h"

#define N_COLUMNS 10u

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

typedef struct {
  const char *text;
  uint32_t n;
} Field;

/* One line of a sentence: a word (last == id) or the surface token of several (last > id). */
typedef struct {
  uint32_t id;
  uint32_t last;
  Field field[N_COLUMNS];
  uint32_t start; /* visible bytes, within the sentence; set by place_rows() */
  uint32_t end;
} Row;

typedef struct {
  BelDocument *document;
  BelConlluKeep keep;
  BelDiags *diags;
  BelArena *scratch;
  GString *text; /* the visible text so far */
  BEL_VEC (Row) rows;
  Field given_text;
  Field sent_id;
  uint32_t n_words;
  uint32_t n_tokens; /* of all sentences so far */
  bool new_block;
  bool bad;
} Reader;

static void complain (Reader *reader, Field at, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* One finding a sentence: what follows in it is passed over. */
static void
complain (Reader *reader, Field at, const char *format, ...)
{
  if (reader->bad)
    return;
  reader->bad = true;
  if (!reader->diags)
    return;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  const BelDocument *document = reader->document;
  uint32_t start = (uint32_t) (at.text - document->source);
  bel_diags_add (reader->diags, BEL_SEVERITY_ERROR, "conllu.syntax", document->name, document->source,
                 document->n_source, BEL_SPAN (start, start + at.n), "%s; the sentence is passed over", message);
}

static bool
field_is (Field field, const char *text)
{
  return field.n == strlen (text) && memcmp (field.text, text, field.n) == 0;
}

static bool
parse_number (const char **text, const char *end, uint32_t *out)
{
  const char *p = *text;
  uint32_t value = 0;
  while (p < end && g_ascii_isdigit (*p) && value < 1000000u)
    value = value * 10 + (uint32_t) (*p++ - '0');
  if (p == *text || (p < end && g_ascii_isdigit (*p)))
    return false;
  *text = p;
  *out = value;
  return true;
}

static bool
split_columns (Field line, Row *row)
{
  const char *p = line.text, *end = line.text + line.n;
  for (unsigned i = 0; i < N_COLUMNS; i++) {
    const char *tab = i + 1 < N_COLUMNS ? memchr (p, '\t', (size_t) (end - p)) : end;
    if (!tab || tab == p)
      return false;
    row->field[i] = (Field){ p, (uint32_t) (tab - p) };
    p = tab + 1;
  }
  return !memchr (row->field[MISC].text, '\t', row->field[MISC].n);
}

/* "7", "7-8"; an empty node ("7.1") is no row. Returns false when there is nothing to keep. */
static bool
parse_id (Reader *reader, Field line, Row *row)
{
  const char *p = row->field[ID].text, *end = p + row->field[ID].n;
  if (!parse_number (&p, end, &row->id))
    goto bad;
  row->last = row->id;
  if (p < end && *p == '.')
    return false;
  if (p < end && (*p++ != '-' || !parse_number (&p, end, &row->last) || row->last <= row->id))
    goto bad;
  if (p == end && row->id == reader->n_words + 1)
    return true;
bad:
  complain (reader, line, "expected the word number %u, found '%.*s'", reader->n_words + 1,
            (int) MIN (row->field[ID].n, 20), row->field[ID].text);
  return false;
}

static void
read_row (Reader *reader, Field line)
{
  Row row = { 0 };
  if (!split_columns (line, &row)) {
    complain (reader, line, "expected %u columns parted by tabs", N_COLUMNS);
    return;
  }
  if (!parse_id (reader, line, &row))
    return;
  if (row.last == row.id)
    reader->n_words++;
  bel_vec_push (reader->scratch, &reader->rows, row);
}

/* The value of "# key = value". */
static bool
comment_value (Field line, const char *key, Field *out)
{
  const char *p = line.text + 1, *end = line.text + line.n;
  while (p < end && *p == ' ')
    p++;
  size_t n_key = strlen (key);
  if ((size_t) (end - p) < n_key || memcmp (p, key, n_key) != 0)
    return false;
  p += n_key;
  while (p < end && *p == ' ')
    p++;
  if (p == end || *p++ != '=')
    return false;
  if (p < end && *p == ' ')
    p++;
  *out = (Field){ p, (uint32_t) (end - p) };
  return true;
}

static bool
is_block_comment (Field line)
{
  static const char *const KEYS[] = { "newdoc", "newpar" };
  const char *p = line.text + 1, *end = line.text + line.n;
  while (p < end && *p == ' ')
    p++;
  for (unsigned i = 0; i < G_N_ELEMENTS (KEYS); i++)
    if ((size_t) (end - p) >= 6 && memcmp (p, KEYS[i], 6) == 0 && (end - p == 6 || p[6] == ' '))
      return true;
  return false;
}

static void
read_comment (Reader *reader, Field line)
{
  if (is_block_comment (line))
    reader->new_block = true;
  else if (!comment_value (line, "text", &reader->given_text))
    comment_value (line, "sent_id", &reader->sent_id);
}

static bool
no_space_after (const Row *row)
{
  const char *p = row->field[MISC].text, *end = p + row->field[MISC].n;
  while (p < end) {
    const char *bar = memchr (p, '|', (size_t) (end - p));
    const char *stop = bar ? bar : end;
    if (stop - p == 13 && memcmp (p, "SpaceAfter=No", 13) == 0)
      return true;
    p = stop + 1;
  }
  return false;
}

/* Walks over the surface tokens: multiword lines and the words that are not in one. */
static Row *
next_surface (Reader *reader, uint32_t *index, uint32_t *upto)
{
  while (*index < reader->rows.n) {
    Row *row = &reader->rows.items[(*index)++];
    if (row->last == row->id && row->id <= *upto)
      continue;
    *upto = MAX (*upto, row->last);
    return row;
  }
  return NULL;
}

/* Finds each surface token in "# text", in order, with only blanks between. */
static bool
place_in_given_text (Reader *reader)
{
  Field text = reader->given_text;
  if (!text.text)
    return false;
  uint32_t at = 0, index = 0, upto = 0;
  for (Row *row; (row = next_surface (reader, &index, &upto));) {
    while (at < text.n && text.text[at] == ' ')
      at++;
    Field form = row->field[FORM];
    if (text.n - at < form.n || memcmp (text.text + at, form.text, form.n) != 0)
      return false;
    row->start = at;
    at += form.n;
    row->end = at;
  }
  return true;
}

static void
add_piece (Reader *reader, Field source)
{
  BelSpanPiece piece = {
    .visible = (uint32_t) reader->text->len,
    .source = (uint32_t) (source.text - reader->document->source),
    .n_bytes = source.n,
    .n_source_bytes = source.n,
  };
  bel_vec_push (reader->document->arena, &reader->document->pieces, piece);
  g_string_append_len (reader->text, source.text, source.n);
}

/* Puts the text together from the forms. */
static void
place_by_forms (Reader *reader, uint32_t base)
{
  uint32_t index = 0, upto = 0;
  bool space = false;
  for (Row *row; (row = next_surface (reader, &index, &upto));) {
    if (space)
      g_string_append_c (reader->text, ' ');
    row->start = (uint32_t) reader->text->len - base;
    add_piece (reader, row->field[FORM]);
    row->end = (uint32_t) reader->text->len - base;
    space = !no_space_after (row);
  }
}

/* Shares the bytes of a surface token out among its words: each takes as many as its form has, the last
 * the rest. Forms that do not add up ("ya" for "do you") still get parts in order. */
static void
place_parts (Reader *reader, uint32_t at)
{
  const Row whole = reader->rows.items[at];
  uint32_t start = whole.start;
  const char *bytes = reader->text->str; /* offsets are made absolute by the caller */
  for (uint32_t i = at + 1; i < reader->rows.n && reader->rows.items[i].id <= whole.last; i++) {
    Row *row = &reader->rows.items[i];
    uint32_t end = MIN (start + row->field[FORM].n, whole.end);
    while (end < whole.end && ((uint8_t) bytes[end] & 0xC0) == 0x80)
      end++;
    if (row->id == whole.last)
      end = whole.end;
    row->start = start;
    row->end = end;
    start = end;
  }
}

static void
place_rows (Reader *reader, uint32_t base, bool given)
{
  if (given)
    add_piece (reader, reader->given_text);
  else
    place_by_forms (reader, base);
  for (uint32_t i = 0; i < reader->rows.n; i++) {
    reader->rows.items[i].start += base;
    reader->rows.items[i].end += base;
  }
  for (uint32_t i = 0; i < reader->rows.n; i++)
    if (reader->rows.items[i].last > reader->rows.items[i].id)
      place_parts (reader, i);
}

/* Every chain of heads must end at a root. Marks are the round in which a word was seen. */
static bool
heads_form_a_tree (Reader *reader, const uint32_t *heads)
{
  uint32_t *seen = bel_arena_new_array (reader->scratch, uint32_t, reader->n_words + 1);
  for (uint32_t i = 1; i <= reader->n_words; i++) {
    uint32_t at = i;
    while (at != 0 && seen[at] == 0) {
      seen[at] = i;
      at = heads[at];
    }
    if (at != 0 && seen[at] == i)
      return false;
  }
  return true;
}

static uint32_t *
read_heads (Reader *reader)
{
  uint32_t *heads = bel_arena_new_array (reader->scratch, uint32_t, reader->n_words + 1);
  Field first = reader->rows.items[0].field[ID];
  for (uint32_t i = 0; i < reader->rows.n; i++) {
    const Row *row = &reader->rows.items[i];
    if (row->last != row->id)
      continue;
    Field head = row->field[HEAD];
    const char *p = head.text;
    if (!parse_number (&p, head.text + head.n, &heads[row->id]) || p != head.text + head.n
        || heads[row->id] > reader->n_words)
      complain (reader, head, "expected the number of a word of this sentence, or 0");
  }
  if (!reader->bad && !heads_form_a_tree (reader, heads))
    complain (reader, first, "the heads go in a circle");
  return heads;
}

static char *
field_string (Reader *reader, Field field)
{
  return bel_arena_strndup (reader->scratch, field.text, field.n);
}

static BelSym
intern (Reader *reader, Field field)
{
  return bel_symbols_intern (reader->document->symbols, field.text, field.n);
}

static void
fill_annotation (Reader *reader, const Row *row, uint32_t t, const uint32_t *heads, uint32_t first)
{
  BelTokens *tokens = &reader->document->tokens;
  BelPos pos = BEL_POS_X;
  BelXpos xpos = BEL_XPOS_XX;
  BelDep dep = BEL_DEP_DEP;
  bel_pos_parse (field_string (reader, row->field[UPOS]), &pos);
  bel_xpos_parse (field_string (reader, row->field[XPOS]), &xpos);
  bel_dep_parse (field_string (reader, row->field[DEPREL]), &dep);
  tokens->pos[t] = (uint8_t) pos;
  tokens->xpos[t] = (uint8_t) xpos;
  tokens->feats[t] = bel_feats_parse (field_string (reader, row->field[FEATS]));
  tokens->head[t] = heads[row->id] ? first + heads[row->id] - 1 : BEL_NONE;
  tokens->dep[t] = (uint8_t) (heads[row->id] ? dep : BEL_DEP_ROOT);
  tokens->arc_score[t] = UINT8_MAX;
  if (!field_is (row->field[LEMMA], "_") || field_is (row->field[FORM], "_"))
    tokens->lemma[t] = intern (reader, row->field[LEMMA]);
}

static void
fill_word (Reader *reader, const Row *row, uint32_t sentence)
{
  BelTokens *tokens = &reader->document->tokens;
  uint32_t t = reader->n_tokens++;
  Field form = row->field[FORM];
  tokens->span[t] = BEL_SPAN (row->start, row->end);
  tokens->form[t] = intern (reader, form);
  tokens->lower[t] = bel_symbols_intern_lower (reader->document->symbols, form.text, form.n);
  tokens->sentence[t] = sentence;
  tokens->space_after[t] = !no_space_after (row);
  tokens->mwt[t] = 1;
}

static void
fill_tokens (Reader *reader, const uint32_t *heads)
{
  BelTokens *tokens = &reader->document->tokens;
  uint32_t sentence = reader->document->sentences.n - 1, first = reader->n_tokens, upto = 0;
  const Row *whole = NULL;
  for (uint32_t i = 0; i < reader->rows.n; i++) {
    const Row *row = &reader->rows.items[i];
    if (row->last > row->id) {
      whole = row;
      upto = row->last;
      continue;
    }
    uint32_t t = reader->n_tokens;
    fill_word (reader, row, sentence);
    if (heads)
      fill_annotation (reader, row, t, heads, first);
    if (row->id > upto)
      continue;
    tokens->mwt[t] = row->id == whole->id ? (uint8_t) MIN (upto - whole->id + 1, UINT8_MAX) : 0;
    tokens->space_after[t] = row->id == upto && !no_space_after (whole);
  }
}

/* Sentences of a paragraph stand a blank apart, paragraphs an empty line. */
static void
separate (Reader *reader)
{
  BelDocument *document = reader->document;
  if (reader->new_block || document->blocks.n == 0) {
    if (reader->text->len)
      g_string_append (reader->text, "\n\n");
    BelBlock *block = bel_document_add_block (document, BEL_BLOCK_PARAGRAPH, BEL_SPAN (0, 0));
    block->span.start = (uint32_t) reader->text->len;
    block->first_sentence = document->sentences.n;
  } else if (reader->n_tokens && document->tokens.space_after[reader->n_tokens - 1]) {
    g_string_append_c (reader->text, ' ');
  }
  reader->new_block = false;
}

static void
add_sentence (Reader *reader, const uint32_t *heads)
{
  BelDocument *document = reader->document;
  bool given = place_in_given_text (reader);
  separate (reader);
  uint32_t start = (uint32_t) reader->text->len;
  place_rows (reader, start, given);
  BelBlock *block = &document->blocks.items[document->blocks.n - 1];
  block->span.end = (uint32_t) reader->text->len;
  block->n_sentences++;
  BelSentence *sentence = bel_vec_add (document->arena, &document->sentences);
  sentence->span = BEL_SPAN (start, (uint32_t) reader->text->len);
  sentence->first_token = reader->n_tokens;
  sentence->n_tokens = reader->n_words;
  sentence->block = document->blocks.n - 1;
  if (reader->sent_id.text)
    sentence->id = bel_arena_strndup (document->arena, reader->sent_id.text, reader->sent_id.n);
  fill_tokens (reader, heads);
}

static void
end_sentence (Reader *reader)
{
  uint32_t *heads = NULL;
  if (!reader->bad && reader->n_words && reader->keep == BEL_CONLLU_ALL)
    heads = read_heads (reader);
  if (!reader->bad && reader->n_words)
    add_sentence (reader, heads);
  bel_arena_reset (reader->scratch);
  memset (&reader->rows, 0, sizeof reader->rows);
  reader->given_text = reader->sent_id = (Field){ 0 };
  reader->n_words = 0;
  reader->bad = false;
}

static uint32_t
read_line (const BelDocument *document, uint32_t at, Field *out_line)
{
  const char *start = document->source + at;
  const char *newline = memchr (start, '\n', document->n_source - at);
  uint32_t n = newline ? (uint32_t) (newline - start) : document->n_source - at;
  *out_line = (Field){ start, n > 0 && start[n - 1] == '\r' ? n - 1 : n };
  return at + n + (newline ? 1 : 0);
}

static void
read_lines (Reader *reader)
{
  uint32_t at = 0;
  while (at < reader->document->n_source) {
    Field line;
    at = read_line (reader->document, at, &line);
    if (line.n == 0)
      end_sentence (reader);
    else if (line.text[0] == '#')
      read_comment (reader, line);
    else if (!reader->bad)
      read_row (reader, line);
  }
  end_sentence (reader);
}

/* An upper bound: lines that begin with a digit. */
static uint32_t
count_rows (const BelDocument *document)
{
  uint32_t n = 0, at = 0;
  while (at < document->n_source) {
    Field line;
    at = read_line (document, at, &line);
    n += line.n > 0 && g_ascii_isdigit (line.text[0]);
  }
  return n;
}

gboolean
bel_conllu_read (BelDocument *document, BelConlluKeep keep, BelDiags *diags)
{
  g_autoptr (BelArena) scratch = bel_arena_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .document = document, .keep = keep, .diags = diags, .scratch = scratch, .text = text };
  const char *bad_byte;
  if (document->n_source && !g_utf8_validate (document->source, document->n_source, &bad_byte)) {
    complain (&reader, (Field){ bad_byte, 1 }, "not UTF-8");
    return FALSE;
  }
  bel_document_alloc_tokens (document, count_rows (document));
  read_lines (&reader);
  document->tokens.n = reader.n_tokens;
  document->text = bel_arena_strndup (document->arena, text->str, text->len);
  document->n_text = (uint32_t) text->len;
  bel_document_index_children (document);
  return document->sentences.n > 0;
}
