/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The frame of the parser: files, blocks, statements, and getting back on the road after an error. */
#include "rule/parse.h"

#include "base/limits.h"

#include <string.h>

void
bel_parser_error (BelParser *parser, BelSpan span, const char *format, ...)
{
  bool again = parser->n_errors && parser->last_error == span.start;
  parser->last_error = span.start;
  if (again || parser->n_errors++ >= BEL_LIMIT_RULE_FILE_ERRORS)
    return;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  const BelAstFile *file = parser->file;
  bel_diags_add (parser->diags, BEL_SEVERITY_ERROR, "rule.syntax", file->name, file->source, file->n_source, span, "%s",
                 message);
}

void
bel_parser_advance (BelParser *parser)
{
  parser->previous_end = parser->token.span.end;
  if (parser->token.kind == BEL_TOK_LBRACE)
    parser->braces++;
  else if (parser->token.kind == BEL_TOK_RBRACE && parser->braces)
    parser->braces--;
  bel_lexer_next (&parser->lexer, &parser->token);
  parser->line1 += parser->token.n_newlines;
  while (parser->token.kind == BEL_TOK_ERROR) {
    bel_parser_error (parser, parser->token.span, "%s", parser->token.problem);
    bel_lexer_next (&parser->lexer, &parser->token);
    parser->line1 += parser->token.n_newlines;
  }
}

void
bel_parser_jump (BelParser *parser, uint32_t at, uint32_t n_newlines)
{
  parser->lexer.at = at;
  parser->line1 += n_newlines;
  parser->token = (BelToken){ .kind = BEL_TOK_SEMICOLON, .span = BEL_SPAN (at, at) };
  bel_parser_advance (parser);
}

/* The token ahead as a message shows it: 'conflct', or "the end of the file". */
static char *
describe (const BelParser *parser)
{
  const BelToken *token = &parser->token;
  if (token->kind == BEL_TOK_END)
    return g_strdup (bel_tok_name (BEL_TOK_END));
  uint32_t n = MIN (bel_span_length (token->span), 40u);
  return g_strdup_printf ("'%.*s'", (int) n, parser->file->source + token->span.start);
}

bool
bel_parser_expected (BelParser *parser, const char *what)
{
  g_autofree char *found = describe (parser);
  bel_parser_error (parser, parser->token.span, "expected %s, found %s", what, found);
  return false;
}

bool
bel_parser_accept (BelParser *parser, BelTok kind)
{
  if (parser->token.kind != kind)
    return false;
  bel_parser_advance (parser);
  return true;
}

bool
bel_parser_expect (BelParser *parser, BelTok kind)
{
  return bel_parser_accept (parser, kind) || bel_parser_expected (parser, bel_tok_name (kind));
}

bool
bel_parser_at_keyword (const BelParser *parser, const char *keyword)
{
  const BelToken *token = &parser->token;
  const char *text = parser->file->source + token->span.start;
  if (token->kind != BEL_TOK_NAME || text[0] != keyword[0])
    return false;
  size_t n = strlen (keyword);
  return bel_span_length (token->span) == n && memcmp (text, keyword, n) == 0;
}

bool
bel_parser_accept_keyword (BelParser *parser, const char *keyword)
{
  if (!bel_parser_at_keyword (parser, keyword))
    return false;
  bel_parser_advance (parser);
  return true;
}

bool
bel_parser_expect_keyword (BelParser *parser, const char *keyword)
{
  if (bel_parser_accept_keyword (parser, keyword))
    return true;
  g_autofree char *what = g_strdup_printf ("'%s'", keyword);
  return bel_parser_expected (parser, what);
}

#define WORD_POOL_BYTES 16384u

/* A string loses the backslash before a quote or backslash; before an n it is the end of a line. */
static uint32_t
unescape (char *text, uint32_t n)
{
  uint32_t m = 0;
  if (!memchr (text, '\\', n))
    return n;
  for (uint32_t i = 0; i < n; i++) {
    char next = text[i] == '\\' && i + 1 < n ? text[i + 1] : '\0';
    i += next == '"' || next == '\\' || next == 'n';
    text[m++] = next == 'n' ? '\n' : text[i];
  }
  text[m] = '\0';
  return m;
}

/* The bytes of @span with a NUL behind them. Words are short: in the pool they lie closer than in the arena. */
static char *
cut_word (BelParser *parser, BelSpan span)
{
  uint32_t n = bel_span_length (span);
  if (parser->pool_left <= n) {
    parser->pool_left = MAX (WORD_POOL_BYTES, n + 1);
    parser->pool = bel_arena_alloc (parser->arena, parser->pool_left);
  }
  char *word = memcpy (parser->pool, parser->file->source + span.start, n);
  word[n] = '\0';
  parser->pool += n + 1;
  parser->pool_left -= n + 1;
  return word;
}

static void
take_word (BelParser *parser, BelAstWord *out)
{
  BelSpan span = parser->token.span;
  out->kind = parser->token.kind;
  out->span = span;
  if (out->kind == BEL_TOK_STRING) {
    span = BEL_SPAN (span.start + 1, span.end - 1);
    char *text = cut_word (parser, span);
    out->n = unescape (text, bel_span_length (span));
    out->text = text;
  } else {
    out->text = cut_word (parser, span);
    out->n = bel_span_length (span);
  }
  bel_parser_advance (parser);
}

bool
bel_parser_word (BelParser *parser, BelTok kind, BelAstWord *out)
{
  if (parser->token.kind != kind)
    return bel_parser_expected (parser, bel_tok_name (kind));
  take_word (parser, out);
  return true;
}

bool
bel_parser_name_or_string (BelParser *parser, const char *what, BelAstWord *out)
{
  if (parser->token.kind != BEL_TOK_NAME && parser->token.kind != BEL_TOK_STRING)
    return bel_parser_expected (parser, what);
  take_word (parser, out);
  return true;
}

bool
bel_parser_rule_name (BelParser *parser, bool dotted, BelAstWord *out)
{
  if (!bel_parser_word (parser, BEL_TOK_NAME, out))
    return false;
  if (!dotted)
    return true;
  BelAstWord rest;
  if (!bel_parser_accept (parser, BEL_TOK_DOT))
    return bel_parser_expected (parser, "'.': claims and conflicts are named FAMILY.NAME");
  if (!bel_parser_word (parser, BEL_TOK_NAME, &rest))
    return false;
  out->text = bel_arena_printf (parser->arena, "%s.%s", out->text, rest.text);
  out->n = (uint32_t) strlen (out->text);
  out->span.end = rest.span.end;
  return true;
}

BelSpan
bel_parser_span_from (const BelParser *parser, uint32_t start)
{
  return BEL_SPAN (start, MAX (start, parser->previous_end));
}

bool
bel_parser_enter (BelParser *parser)
{
  if (parser->depth >= BEL_LIMIT_RULE_NESTING) {
    bel_parser_error (parser, parser->token.span, "nested deeper than %u levels", BEL_LIMIT_RULE_NESTING);
    return false;
  }
  parser->depth++;
  return true;
}

void
bel_parser_leave (BelParser *parser)
{
  parser->depth--;
}

bool
bel_parser_few_terms (BelParser *parser, uint32_t n)
{
  if (n < BEL_LIMIT_RULE_TERMS)
    return true;
  bel_parser_error (parser, parser->token.span, "more than %u conditions joined", BEL_LIMIT_RULE_TERMS);
  return false;
}

static BelRuleKind block_kind (const BelParser *parser);

/* "conflict a.b {" at the start of a line is a new block, whatever was left open before it. */
static bool
at_new_block (const BelParser *parser)
{
  const char *source = parser->file->source;
  BelSpan span = parser->token.span;
  return block_kind (parser) != BEL_N_RULE_KINDS && (span.start == 0 || source[span.start - 1] == '\n')
         && source[span.end] == ' ' && g_ascii_isalpha (source[span.end + 1]);
}

void
bel_parser_recover (BelParser *parser, uint32_t braces)
{
  while (parser->token.kind != BEL_TOK_END && !at_new_block (parser)) {
    BelTok kind = parser->token.kind;
    if (kind == BEL_TOK_RBRACE && parser->braces <= braces)
      return;
    bel_parser_advance (parser);
    if (parser->braces <= braces && (kind == BEL_TOK_SEMICOLON || kind == BEL_TOK_RBRACE))
      return;
  }
}

void
bel_parse_body (BelParser *parser, BelAstBlock *block, BelParseStatement statement)
{
  uint32_t braces = parser->braces;
  while (parser->token.kind != BEL_TOK_RBRACE && parser->token.kind != BEL_TOK_END && !at_new_block (parser)) {
    if (statement (parser, block))
      continue;
    block->broken = true;
    bel_parser_recover (parser, braces);
  }
  if (!bel_parser_expect (parser, BEL_TOK_RBRACE))
    block->broken = true;
}

bool
bel_parse_doc (BelParser *parser, BelAstBlock *block)
{
  if (block->doc.text)
    bel_parser_error (parser, parser->token.span, "a second 'doc' in this block");
  return bel_parser_word (parser, BEL_TOK_STRING, &block->doc) && bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static const struct {
  const char *keyword;
  bool dotted;
  BelParseStatement statement;
} KINDS[BEL_N_RULE_KINDS] = {
  [BEL_RULE_LEXICON] = { "lexicon", false, bel_parse_lexicon_statement },
  [BEL_RULE_PREDICATE] = { "predicate", false, bel_parse_predicate_statement },
  [BEL_RULE_CLAIM] = { "claim", true, bel_parse_claim_statement },
  [BEL_RULE_CONFLICT] = { "conflict", true, bel_parse_conflict_statement },
};

const char *
bel_rule_kind_name (BelRuleKind kind)
{
  return KINDS[kind].keyword;
}

static BelRuleKind
block_kind (const BelParser *parser)
{
  BelRuleKind kind = 0;
  while (kind < BEL_N_RULE_KINDS && !bel_parser_at_keyword (parser, KINDS[kind].keyword))
    kind++;
  return kind;
}

/* After an error outside all blocks: on to the next block. */
static void
recover_block (BelParser *parser)
{
  bel_parser_advance (parser);
  while (parser->token.kind != BEL_TOK_END && block_kind (parser) == BEL_N_RULE_KINDS)
    bel_parser_advance (parser);
  parser->braces = 0;
}

/* The first bytes as one number, in the order of strcmp(). */
static uint64_t
name_prefix (const char *name)
{
  uint64_t prefix = 0;
  for (uint32_t i = 0; i < sizeof prefix; i++) {
    prefix = prefix << 8 | (uint8_t) *name;
    name += *name != '\0';
  }
  return prefix;
}

static bool
parse_block (BelParser *parser, BelAstBlocks *blocks)
{
  BelRuleKind kind = block_kind (parser);
  if (kind == BEL_N_RULE_KINDS)
    return bel_parser_expected (parser, "'lexicon', 'predicate', 'claim' or 'conflict'");
  BelAstBlock *block = bel_arena_new_struct (parser->arena, BelAstBlock);
  uint32_t start = parser->token.span.start;
  block->kind = kind;
  block->file = parser->file;
  block->line1 = parser->line1;
  parser->braces = 0;
  bel_parser_advance (parser);
  if (!bel_parser_rule_name (parser, KINDS[kind].dotted, &block->name) || !bel_parser_expect (parser, BEL_TOK_LBRACE)) {
    bel_parser_recover (parser, 0);
    return true;
  }
  block->prefix = name_prefix (block->name.text);
  bel_parse_body (parser, block, KINDS[kind].statement);
  if (kind == BEL_RULE_LEXICON)
    bel_parse_lexicon_settle (parser, &block->lexicon);
  else if (kind == BEL_RULE_PREDICATE)
    bel_parse_predicate_settle (parser, &block->predicate);
  bel_arena_reset (parser->scratch);
  block->span = bel_parser_span_from (parser, start);
  bel_vec_push (parser->arena, blocks, block);
  return true;
}

/* Most files are: eight bytes at a time. */
static bool
is_plain_ascii (const char *text, uint32_t n)
{
  const uint64_t HIGH = UINT64_C (0x8080808080808080), LOW = UINT64_C (0x0101010101010101);
  uint64_t word, odd = 0;
  uint32_t i = 0;
  for (; i + sizeof word <= n; i += sizeof word) {
    memcpy (&word, text + i, sizeof word);
    odd |= (word | ((word - LOW) & ~word)) & HIGH; /* a byte above 127, or zero */
  }
  for (; i < n; i++)
    odd |= text[i] <= 0;
  return odd == 0;
}

/* A NUL or broken UTF-8 would spoil every message about the file: said, and the file left. */
static bool
is_text (BelParser *parser)
{
  const BelAstFile *file = parser->file;
  const char *end;
  if (is_plain_ascii (file->source, file->n_source) || g_utf8_validate_len (file->source, file->n_source, &end))
    return true;
  uint32_t at = (uint32_t) (end - file->source);
  const char *problem = *end ? "this byte is not UTF-8" : "a NUL byte in a rule file";
  bel_parser_error (parser, BEL_SPAN (at, at + 1), "%s", problem);
  return false;
}

void
bel_parse_file (const BelAstFile *file, BelArena *arena, BelDiags *diags, BelAstBlocks *blocks)
{
  g_autoptr (BelArena) scratch = bel_arena_new ();
  BelParser parser = { .arena = arena, .scratch = scratch, .diags = diags, .file = file, .line1 = 1 };
  if (!is_text (&parser))
    return;
  bel_lexer_init (&parser.lexer, file->source, file->n_source, FALSE);
  bel_parser_advance (&parser);
  while (parser.token.kind != BEL_TOK_END)
    if (!parse_block (&parser, blocks))
      recover_block (&parser);
  if (parser.n_errors > BEL_LIMIT_RULE_FILE_ERRORS)
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "rule.too-many-errors", file->name, NULL, 0,
                   BEL_SPAN (file->n_source, file->n_source), "%u more errors in this file",
                   parser.n_errors - BEL_LIMIT_RULE_FILE_ERRORS);
}
