/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/attribute.h"

#include "conflict/value.h"

#include <string.h>

/* Words that may stand before a name as its title. */
#define MAX_TITLE_WORDS 2

typedef struct {
  BelFinder *finder;
  uint32_t document;
  const BelClaims *claims;
  const BelDocument *doc;
  BelMap counts; /* form → how often */
  BelMap seen;   /* surname, title, age → 1 */
} Reader;

/* -- titles ------------------------------------------------------------------------------------------- */

/* Lower case, without a final full stop. */
static BelSym
plain (BelFinder *finder, const BelDocument *document, uint32_t first, uint32_t last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (uint32_t t = first; t <= last; t++) {
    const char *word = bel_symbols_text (document->symbols, document->tokens.lower[t]);
    g_string_append_printf (text, "%s%s", text->len ? " " : "", word);
  }
  if (text->len && text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return bel_symbols_intern (finder->symbols, text->str, text->len);
}

static bool
is_title (const BelFinder *finder, BelSym sym)
{
  for (uint32_t i = 0; i < bel_program_n_lexicons (finder->program); i++) {
    const BelLexicon *lexicon = bel_program_lexicon_by_id (finder->program, i);
    if (g_str_has_prefix (bel_lexicon_name (lexicon), "exclusive-title-")
        && bel_lexicon_find_text (lexicon, bel_finder_text (finder, sym)))
      return true;
  }
  return false;
}

static bool
is_qualifier (const Reader *r, uint32_t t)
{
  const BelLexicon *qualifiers = bel_program_lexicon (r->finder->program, "title-qualifier");
  return qualifiers && bel_lexicon_word (qualifiers, r->doc, t);
}

/* The title that ends right before token @first of a name. */
static void
read_title (const Reader *r, uint32_t first, BelProp *prop)
{
  uint32_t start = r->doc->sentences.items[prop->sentence].first_token;
  for (uint32_t n = MAX_TITLE_WORDS; n > 0; n--) {
    if (first < start + n)
      continue;
    BelSym title = plain (r->finder, r->doc, first - n, first - 1);
    if (!is_title (r->finder, title))
      continue;
    prop->title = title;
    prop->title_first = first - n;
    if (first > start + n && is_qualifier (r, first - n - 1))
      prop->qualifier = bel_finder_symbol (r->finder, r->document, r->doc->tokens.lower[first - n - 1]);
    return;
  }
}

/* -- ages ------------------------------------------------------------------------------------------------ */

static bool
is_age (const BelClaims *claims, const BelSymbols *symbols, uint32_t quantity)
{
  return quantity != BEL_NONE
         && g_str_equal (bel_symbols_text (symbols, claims->quantities.items[quantity].kind), "age");
}

/* "Durst, 71, …" or "the 71-year-old Durst". */
static uint32_t
read_age (const Reader *r, uint32_t first, uint32_t last)
{
  uint32_t after = last + 2 < r->doc->tokens.n ? bel_quantity_at (r->finder, r->document, last + 2) : BEL_NONE;
  if (is_age (r->claims, r->doc->symbols, after) && bel_token_form_is (r->doc, last + 1, ",")
      && r->claims->quantities.items[after].first == last + 2)
    return after;
  uint32_t before = first > 0 ? bel_quantity_at (r->finder, r->document, first - 1) : BEL_NONE;
  return is_age (r->claims, r->doc->symbols, before) ? before : BEL_NONE;
}

/* -- names ------------------------------------------------------------------------------------------------- */

static uint32_t
count_of (const Reader *r, BelSym form)
{
  uint32_t n = 0;
  bel_map_get (&r->counts, form, &n);
  return n;
}

static BelSym
word_at (const Reader *r, uint32_t t)
{
  return bel_finder_symbol (r->finder, r->document, r->doc->tokens.lower[t]);
}

/* The first name with each given name before the surname is put before the others in their chain. */
static void
chain_bearer (Reader *r, BelProp *prop)
{
  uint64_t key = bel_map_mix (((uint64_t) r->document << 32) | prop->value, 0), whole = bel_map_mix (key, prop->given);
  uint32_t unused;
  prop->bearer = BEL_NONE;
  if (prop->given == BEL_NONE || bel_map_get (&r->seen, whole, &unused))
    return;
  bel_map_set (&r->seen, whole, 1);
  bel_map_get (&r->finder->bearers, key, &prop->bearer);
  bel_map_set (&r->finder->bearers, key, r->finder->props.n);
}

static void
add_name (Reader *r, uint32_t first, uint32_t last)
{
  while (first < last && is_title (r->finder, plain (r->finder, r->doc, first, first)))
    first++;
  BelProp prop = {
    .kind = BEL_PROP_ATTRIBUTE,
    .document = r->document,
    .claim = BEL_NONE,
    .span = BEL_SPAN (r->doc->tokens.span[first].start, r->doc->tokens.span[last].end),
    .sentence = r->doc->tokens.sentence[first],
    .head = last,
    .predicate = bel_symbols_intern_str (r->finder->symbols, "name"),
    .rule = BEL_NONE,
    .entity = BEL_NONE,
    .value = word_at (r, last),
    .given = first < last ? word_at (r, first) : BEL_NONE,
    .title = BEL_NONE,
    .qualifier = BEL_NONE,
    .time = BEL_NONE,
    .answer_to = BEL_NONE,
    .count = count_of (r, word_at (r, last)),
  };
  read_title (r, first, &prop);
  if (is_title (r->finder, prop.value))
    return;
  prop.quantity = read_age (r, first, last);
  uint64_t shape
      = bel_map_mix (bel_map_mix (prop.value, prop.title), prop.quantity == BEL_NONE ? 0 : 1 + prop.quantity);
  uint32_t unused;
  prop.first = !bel_map_get (&r->seen, shape, &unused);
  bel_map_set (&r->seen, shape, 1);
  chain_bearer (r, &prop);
  bel_vec_push (r->finder->scratch, &r->finder->props, prop);
}

static void
count_forms (Reader *r)
{
  for (uint32_t t = 0; t < r->doc->tokens.n; t++)
    if (r->doc->tokens.pos[t] == BEL_POS_PROPN || r->doc->tokens.name[t] != BEL_NAME_NONE)
      bel_map_set (&r->counts, word_at (r, t), count_of (r, word_at (r, t)) + 1);
}

/* Names of a person as a whole; of anything else each word, for its spelling. */
static void
add_run (Reader *r, uint32_t first, uint32_t last)
{
  if (r->doc->tokens.name[first] == BEL_NAME_PERSON) {
    add_name (r, first, last);
    return;
  }
  for (uint32_t t = first; t <= last; t++)
    add_name (r, t, t);
}

static void
add_names (Reader *r)
{
  const BelTokens *tokens = &r->doc->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    bool name = tokens->name[t] != BEL_NAME_NONE;
    if (!name && tokens->pos[t] != BEL_POS_PROPN)
      continue;
    uint32_t last = t;
    while (name && last + 1 < tokens->n && tokens->name[last + 1] == tokens->name[t] && !tokens->name_first[last + 1]
           && tokens->sentence[last + 1] == tokens->sentence[t])
      last++;
    add_run (r, t, last);
    t = last;
  }
}

/* -- births ------------------------------------------------------------------------------------------------ */

/* The name that the subject of a birth is, or that its pronoun stands for; BEL_NONE without one. */
static uint32_t
name_of (const Reader *r, const BelSlot *slot)
{
  if (slot->head == BEL_NONE || r->doc->tokens.pos[slot->head] != BEL_POS_PRON || slot->entity == BEL_NONE)
    return slot->head;
  const BelEntity *entity = &r->claims->entities.items[slot->entity];
  for (uint32_t i = 0; i < entity->mentions.n; i++)
    if (r->claims->mentions.items[entity->mentions.items[i]].kind == BEL_MENTION_NAME)
      return r->claims->mentions.items[entity->mentions.items[i]].head;
  return BEL_NONE;
}

static uint32_t
year_of_birth (const Reader *r, const BelClaim *claim)
{
  for (uint32_t i = 0; i < claim->arguments.n; i++) {
    uint32_t time = claim->arguments.items[i].time;
    if (time != BEL_NONE && r->claims->times.items[time].year > 0 && r->claims->times.items[time].low != BEL_DAY_NONE)
      return time;
  }
  return BEL_NONE;
}

static void
add_birth (Reader *r, const BelClaim *claim, uint32_t n_names)
{
  uint32_t time = year_of_birth (r, claim), head = name_of (r, &claim->subject);
  if (time == BEL_NONE || head == BEL_NONE || claim->polarity != BEL_POLARITY_POSITIVE)
    return;
  const BelTokens *tokens = &r->doc->tokens;
  for (uint32_t i = n_names; i < r->finder->props.n; i++) {
    BelProp prop = r->finder->props.items[i];
    bool named = prop.kind == BEL_PROP_ATTRIBUTE && tokens->name[prop.head] == BEL_NAME_PERSON
                 && bel_span_contains (prop.span, tokens->span[head]);
    if (!named)
      continue;
    prop.span = claim->span;
    prop.sentence = claim->sentence;
    prop.time = time;
    prop.title = prop.quantity = BEL_NONE;
    prop.first = true;
    bel_vec_push (r->finder->scratch, &r->finder->props, prop);
    return;
  }
}

static void
add_births (Reader *r, uint32_t n_names)
{
  const BelPredicate *born = bel_program_predicate_named (r->finder->program, "born");
  for (uint32_t i = 0; i < r->claims->claims.n && born; i++) {
    const BelClaim *claim = &r->claims->claims.items[i];
    if (!claim->minimal && claim->normal.rule != BEL_NONE
        && bel_program_predicate (r->finder->program, claim->normal.rule) == born)
      add_birth (r, claim, n_names);
  }
}

/* -- dates ----------------------------------------------------------------------------------------------------- */

static void
add_dates (Reader *r)
{
  for (uint32_t i = 0; i < r->claims->times.n; i++) {
    const BelTime *time = &r->claims->times.items[i];
    if (time->weekday < 0 || time->low == BEL_DAY_NONE || time->low != time->high || time->first == BEL_NONE)
      continue;
    BelProp prop = {
      .kind = BEL_PROP_DATE,
      .document = r->document,
      .claim = BEL_NONE,
      .span = time->span,
      .sentence = r->doc->tokens.sentence[time->first],
      .head = time->last,
      .predicate = bel_symbols_intern_str (r->finder->symbols, "date"),
      .rule = BEL_NONE,
      .quantity = BEL_NONE,
      .entity = BEL_NONE,
      .value = BEL_NONE,
      .given = BEL_NONE,
      .title = BEL_NONE,
      .time = i,
      .answer_to = BEL_NONE,
      .weekday = time->weekday,
    };
    bel_vec_push (r->finder->scratch, &r->finder->props, prop);
  }
}

/* The weekday that a line of date or front matter names; -1 without one. */
static int
weekday_in (const Reader *r, BelSpan span, BelSpan *out)
{
  const BelLexicon *days = bel_program_lexicon (r->finder->program, "exclusive-weekday");
  const char *text = r->doc->text;
  for (uint32_t at = span.start; days && at < span.end; at++) {
    uint32_t end = at;
    while (end < span.end && g_ascii_isalpha (text[end]))
      end++;
    g_autofree char *word = g_ascii_strdown (text + at, end - at);
    for (uint32_t i = 0; i < bel_lexicon_n_entries (days) && end > at; i++)
      if (g_str_equal (bel_entry_text (bel_lexicon_entry (days, i)), word)) {
        *out = BEL_SPAN (at, end);
        return (int) i;
      }
    at = end;
  }
  return -1;
}

/* "Friday, 2 May 2014" as a line of its own: the day of publication. */
static void
add_publication (Reader *r)
{
  for (uint32_t i = 0; i < r->doc->blocks.n && r->doc->date != BEL_DAY_NONE; i++) {
    const BelBlock *block = &r->doc->blocks.items[i];
    BelSpan day;
    int weekday = block->kind == BEL_BLOCK_META ? weekday_in (r, block->span, &day) : -1;
    if (weekday < 0)
      continue;
    BelProp prop = {
      .kind = BEL_PROP_DATE,
      .document = r->document,
      .claim = BEL_NONE,
      .span = block->span,
      .sentence = BEL_NONE,
      .head = BEL_NONE,
      .predicate = bel_symbols_intern_str (r->finder->symbols, "date"),
      .rule = BEL_NONE,
      .quantity = BEL_NONE,
      .entity = BEL_NONE,
      .value = BEL_NONE,
      .given = BEL_NONE,
      .title = BEL_NONE,
      .time = BEL_NONE,
      .answer_to = BEL_NONE,
      .weekday = weekday,
    };
    bel_vec_push (r->finder->scratch, &r->finder->props, prop);
  }
}

void
bel_attributes_build (BelFinder *finder, uint32_t document)
{
  Reader r = { .finder = finder, .document = document, .claims = finder->sources[document] };
  r.doc = r.claims->document;
  if (!finder->program)
    return;
  bel_map_init (&r.counts, finder->scratch, 64);
  bel_map_init (&r.seen, finder->scratch, 64);
  count_forms (&r);
  uint32_t n_names = finder->props.n;
  add_names (&r);
  add_births (&r, n_names);
  add_dates (&r);
  add_publication (&r);
}
