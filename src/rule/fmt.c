/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A formatter over tokens, not trees, so that comments keep their place. Line ends of the author stay (at most one
 * blank line); lines past WIDTH are cut after a comma outside of brackets or before '&'. Where both a space and none
 * make sense
 * (">nsubj" and "a > b", "( a )" and "f(a)"), the author's choice stays. */
#include "rule/fmt.h"

#include "rule/lex.h"

#define WIDTH 110u
#define INDENT 2u

typedef struct {
  const char *source;
  GString *out;
  uint32_t depth;      /* of braces */
  uint32_t brackets;   /* of ( and [ */
  uint32_t line_start; /* in out */
  BelToken previous;
  bool any;
} Formatter;

static bool
ends_statement (const BelToken *token)
{
  return token->kind == BEL_TOK_SEMICOLON || token->kind == BEL_TOK_LBRACE || token->kind == BEL_TOK_RBRACE
         || token->kind == BEL_TOK_COMMENT;
}

static void
new_line (Formatter *f, const BelToken *token)
{
  bool closes = token->kind == BEL_TOK_RBRACE;
  uint32_t indent = (f->depth - (closes && f->depth)) * INDENT;
  if (f->any && !ends_statement (&f->previous) && !closes)
    indent += INDENT; /* a statement goes on */
  g_string_append_c (f->out, '\n');
  f->line_start = (uint32_t) f->out->len;
  for (uint32_t i = 0; i < indent; i++)
    g_string_append_c (f->out, ' ');
}

static bool
was_apart (const Formatter *f, const BelToken *token)
{
  return token->span.start > f->previous.span.end;
}

static bool
is_bracket (BelTok kind)
{
  return kind == BEL_TOK_LPAREN || kind == BEL_TOK_RPAREN || kind == BEL_TOK_LBRACKET || kind == BEL_TOK_RBRACKET;
}

/* Signs that mean one thing with a space beside them and another without. */
static bool
is_free (BelTok kind)
{
  return is_bracket (kind) || kind == BEL_TOK_GT || kind == BEL_TOK_LT || kind == BEL_TOK_DOWN || kind == BEL_TOK_UP
         || kind == BEL_TOK_BAR || kind == BEL_TOK_DOT || kind == BEL_TOK_STAR || kind == BEL_TOK_QUERY
         || kind == BEL_TOK_MINUS || kind == BEL_TOK_PLUS;
}

static bool
wants_space (const Formatter *f, const BelToken *token)
{
  BelTok before = f->previous.kind, after = token->kind;
  if (!f->any || after == BEL_TOK_SEMICOLON || after == BEL_TOK_COMMA || before == BEL_TOK_BANG)
    return false;
  if (before == BEL_TOK_COMMA || before == BEL_TOK_SEMICOLON || before == BEL_TOK_LBRACE || after == BEL_TOK_LBRACE
      || after == BEL_TOK_COMMENT || before == BEL_TOK_RBRACE || after == BEL_TOK_RBRACE)
    return true;
  if (is_free (before) || is_free (after))
    return was_apart (f, token);
  return true;
}

static uint32_t
n_chars (const char *text, size_t n)
{
  return (uint32_t) g_utf8_strlen (text, (gssize) n);
}

static int
bracket_step (BelTok kind)
{
  if (kind == BEL_TOK_LPAREN || kind == BEL_TOK_LBRACKET)
    return 1;
  return kind == BEL_TOK_RPAREN || kind == BEL_TOK_RBRACKET ? -1 : 0;
}

/* Characters from @token to where the line could be cut next, about. */
static uint32_t
unit_width (const Formatter *f, const BelLexer *lexer, const BelToken *token)
{
  BelLexer ahead = *lexer;
  BelToken next = *token;
  int brackets = 0;
  uint32_t width = 0;
  do {
    width += n_chars (f->source + next.span.start, bel_span_length (next.span)) + (width > 0);
    brackets += bracket_step (next.kind);
    bel_lexer_next (&ahead, &next);
  } while (next.n_newlines == 0 && next.kind != BEL_TOK_END && !ends_statement (&next)
           && (brackets > 0 || (next.kind != BEL_TOK_COMMA && next.kind != BEL_TOK_AMP)));
  return width + 1;
}

/* The line would grow past the width, and may be cut here. */
static bool
overflows (const Formatter *f, const BelLexer *lexer, const BelToken *token)
{
  if (token->kind == BEL_TOK_COMMENT || f->brackets
      || (f->previous.kind != BEL_TOK_COMMA && token->kind != BEL_TOK_AMP))
    return false;
  uint32_t column = n_chars (f->out->str + f->line_start, f->out->len - f->line_start);
  return column + 1 + unit_width (f, lexer, token) > WIDTH;
}

static void
put (Formatter *f, const BelLexer *lexer, const BelToken *token)
{
  const char *text = f->source + token->span.start;
  uint32_t n = bel_span_length (token->span);
  while (token->kind == BEL_TOK_COMMENT && n && (g_ascii_isspace (text[n - 1])))
    n--;
  bool breaks = f->any && (token->n_newlines || f->previous.kind == BEL_TOK_COMMENT || overflows (f, lexer, token));
  bool blank = token->n_newlines > 1 && f->previous.kind != BEL_TOK_LBRACE && token->kind != BEL_TOK_RBRACE;
  if (breaks && blank)
    g_string_append_c (f->out, '\n');
  if (breaks)
    new_line (f, token);
  else if (wants_space (f, token))
    g_string_append_c (f->out, ' ');
  g_string_append_len (f->out, text, n);
}

void
bel_rule_format (const char *source, uint32_t n_source, GString *out)
{
  Formatter f = { .source = source, .out = out };
  BelLexer lexer;
  BelToken token;
  bel_lexer_init (&lexer, source, n_source, TRUE);
  for (bel_lexer_next (&lexer, &token); token.kind != BEL_TOK_END; bel_lexer_next (&lexer, &token)) {
    put (&f, &lexer, &token);
    if (token.kind == BEL_TOK_LBRACE)
      f.depth++;
    else if (token.kind == BEL_TOK_RBRACE && f.depth)
      f.depth--;
    f.brackets = (uint32_t) MAX ((int) f.brackets + bracket_step (token.kind), 0);
    f.previous = token;
    f.any = true;
  }
  if (f.any)
    g_string_append_c (out, '\n');
}
