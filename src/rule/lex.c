/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A hand-written scanner. Names may hold '-', "'", '_' and ':' before a letter or digit (that-clause,
 * nsubj:pass), never '.', so that family.rule and A.field are three tokens. */
#include "rule/lex.h"

#include <string.h>

void
bel_lexer_init (BelLexer *lexer, const char *source, uint32_t n_source, gboolean keep_comments)
{
  *lexer = (BelLexer){ .source = source, .n_source = n_source, .keep_comments = keep_comments };
  if (n_source >= 3 && memcmp (source, "\xEF\xBB\xBF", 3) == 0)
    lexer->at = 3;
}

const char *
bel_tok_name (BelTok kind)
{
  static const char *const NAMES[] = {
#define T(name, text) text,
#include "rule/tokens.def"
#undef T
  };
  return NAMES[kind];
}

enum {
  LETTER = 1 << 0,
  DIGIT = 1 << 1,
  JOINER = 1 << 2, /* part of a name before a letter or digit */
};

/* Letters of other scripts are name characters too: every byte above ASCII is. */
static const uint8_t CLASS[256] = {
  ['a' ... 'z'] = LETTER, ['A' ... 'Z'] = LETTER, ['_'] = LETTER,  [0x80 ... 0xFF] = LETTER,
  ['0' ... '9'] = DIGIT,  ['-'] = JOINER,         ['\''] = JOINER, [':'] = JOINER,
};

static bool
is_a (char c, uint8_t class)
{
  return (CLASS[(uint8_t) c] & class) != 0;
}

static uint32_t
line_end (const BelLexer *lexer, uint32_t at)
{
  while (at < lexer->n_source && lexer->source[at] != '\n')
    at++;
  return at;
}

/* Passes over white space and, unless they are wanted, comments. Returns the number of line ends seen. */
static uint32_t
skip_space (BelLexer *lexer)
{
  uint32_t n_newlines = 0, at = lexer->at;
  for (const char *s = lexer->source;; at++) {
    if (s[at] == ' ')
      continue;
    if (s[at] == '\n')
      n_newlines++;
    else if (s[at] == '#' && !lexer->keep_comments)
      at = line_end (lexer, at) - 1;
    else if (s[at] != '\t' && s[at] != '\r')
      break; /* the NUL at the end at last */
  }
  lexer->at = at;
  return n_newlines;
}

static uint32_t
name_end (const BelLexer *lexer, uint32_t at)
{
  const char *s = lexer->source;
  while (is_a (s[at], LETTER | DIGIT) || (is_a (s[at], JOINER) && is_a (s[at + 1], LETTER | DIGIT)))
    at++;
  return at;
}

static uint32_t
number_end (const BelLexer *lexer, uint32_t at)
{
  const char *s = lexer->source;
  while (g_ascii_isdigit (s[at]))
    at++;
  if (s[at] == '.' && g_ascii_isdigit (s[at + 1]))
    for (at++; g_ascii_isdigit (s[at]);)
      at++;
  return at;
}

/* From the opening @quote to the closing one on the same line; without one, an error up to the line's end. */
static void
quoted (BelLexer *lexer, BelToken *out, char quote, BelTok kind, const char *problem)
{
  const char *s = lexer->source;
  uint32_t at = lexer->at + 1;
  for (; s[at] != quote && s[at] != '\n' && at < lexer->n_source; at++)
    if (s[at] == '\\' && at + 1 < lexer->n_source && s[at + 1] != '\n')
      at++;
  bool closed = at < lexer->n_source && s[at] == quote;
  out->kind = closed ? kind : BEL_TOK_ERROR;
  out->problem = closed ? NULL : problem;
  lexer->at = closed ? at + 1 : at;
  if (closed && kind == BEL_TOK_REGEX)
    while (g_ascii_islower (lexer->source[lexer->at]))
      lexer->at++;
}

/* @one, or @two when @second follows. */
static BelTok
either (const char *s, char second, BelTok two, BelTok one, uint32_t *out_n)
{
  *out_n = s[1] == second ? 2 : 1;
  return s[1] == second ? two : one;
}

static BelTok
punctuation (const char *s, uint32_t *out_n)
{
  static const uint8_t ONE[128] = {
    ['{'] = BEL_TOK_LBRACE,   ['}'] = BEL_TOK_RBRACE,   ['('] = BEL_TOK_LPAREN,    [')'] = BEL_TOK_RPAREN,
    ['['] = BEL_TOK_LBRACKET, [']'] = BEL_TOK_RBRACKET, [';'] = BEL_TOK_SEMICOLON, [','] = BEL_TOK_COMMA,
    ['|'] = BEL_TOK_BAR,      ['&'] = BEL_TOK_AMP,      ['~'] = BEL_TOK_TILDE,     ['?'] = BEL_TOK_QUERY,
    ['*'] = BEL_TOK_STAR,     ['+'] = BEL_TOK_PLUS,
  };
  *out_n = 1;
  switch (s[0]) {
  case '>':
    return s[1] == '>' ? either (s, '>', BEL_TOK_DOWN, BEL_TOK_GT, out_n)
                       : either (s, '=', BEL_TOK_GE, BEL_TOK_GT, out_n);
  case '<':
    return s[1] == '<' ? either (s, '<', BEL_TOK_UP, BEL_TOK_LT, out_n)
                       : either (s, '=', BEL_TOK_LE, BEL_TOK_LT, out_n);
  case '-':
    return either (s, '>', BEL_TOK_ARROW, BEL_TOK_MINUS, out_n);
  case '=':
    return either (s, '>', BEL_TOK_YIELDS, BEL_TOK_EQ, out_n);
  case '!':
    return either (s, '=', BEL_TOK_NE, BEL_TOK_BANG, out_n);
  case '.':
    return either (s, '.', BEL_TOK_DOTS, BEL_TOK_DOT, out_n);
  default:
    return (uint8_t) s[0] < 128 && ONE[(uint8_t) s[0]] ? (BelTok) ONE[(uint8_t) s[0]] : BEL_TOK_ERROR;
  }
}

static void
scan_punctuation (BelLexer *lexer, BelToken *out)
{
  uint32_t n;
  out->kind = punctuation (lexer->source + lexer->at, &n);
  if (out->kind == BEL_TOK_ERROR)
    out->problem = "this character has no meaning here";
  lexer->at += n;
}

void
bel_lexer_next (BelLexer *lexer, BelToken *out)
{
  *out = (BelToken){ .n_newlines = skip_space (lexer) };
  uint32_t start = lexer->at;
  char c = lexer->source[start];
  if (start >= lexer->n_source) {
    out->kind = BEL_TOK_END;
  } else if (c == '#') {
    out->kind = BEL_TOK_COMMENT;
    lexer->at = line_end (lexer, start);
  } else if (is_a (c, LETTER)) {
    out->kind = BEL_TOK_NAME;
    lexer->at = name_end (lexer, start);
  } else if (is_a (c, DIGIT)) {
    out->kind = BEL_TOK_NUMBER;
    lexer->at = number_end (lexer, start);
  } else if (c == '"') {
    quoted (lexer, out, '"', BEL_TOK_STRING, "this string has no closing quote on its line");
  } else if (c == '/') {
    quoted (lexer, out, '/', BEL_TOK_REGEX, "this pattern has no closing slash on its line");
  } else {
    scan_punctuation (lexer, out);
  }
  out->span = BEL_SPAN (start, lexer->at);
}
