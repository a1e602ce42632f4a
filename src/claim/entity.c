/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Names to entities; titles and roles to the names they stand with. */
#include "claim/entity-private.h"

/* -- bookkeeping -------------------------------------------------------------------------------------- */

uint32_t
bel_entity_new (BelEntities *e, uint32_t mention)
{
  BelEntity *entity = bel_vec_add (e->arena, &e->claims->entities);
  entity->id = e->claims->entities.n - 1;
  entity->metonym_of = BEL_NONE;
  entity->key = BEL_NONE;
  BelEntityInfo *info = bel_vec_add (e->scratch, &e->infos);
  info->place = info->country = info->owner = info->said_of = BEL_NONE;
  bel_entity_link (e, mention, entity->id);
  return entity->id;
}

void
bel_entity_link (BelEntities *e, uint32_t mention, uint32_t entity)
{
  BelMention *m = &e->claims->mentions.items[mention];
  if (m->entity == entity)
    return;
  m->entity = entity;
  bel_vec_push (e->arena, &e->claims->entities.items[entity].mentions, mention);
  e->infos.items[entity].last_token = m->head;
}

void
bel_entity_call (BelEntities *e, uint32_t entity, BelSym word)
{
  uint32_t last = BEL_NONE;
  bel_map_get (&e->called_last, word, &last);
  if (last != BEL_NONE && e->called.items[last].entity == entity)
    return;
  BelCalled called = { entity, last };
  bel_map_set (&e->called_last, word, e->called.n);
  bel_vec_push (e->scratch, &e->called, called);
}

void
bel_entity_add_head (BelEntities *e, uint32_t entity, uint32_t token)
{
  BelSym lemma = e->document->tokens.lemma[token];
  const char *text = bel_symbols_text (e->document->symbols, lemma);
  BelSym lower = bel_symbols_intern_lower (e->document->symbols, text, strlen (text));
  BelEntityInfo *info = &e->infos.items[entity];
  for (uint32_t i = 0; i < info->heads.n; i++)
    if (info->heads.items[i] == lower)
      return;
  bel_vec_push (e->scratch, &info->heads, lower);
  bel_entity_call (e, entity, lower);
}

/* The words of a name, or the main name that a newsroom's list has for it. */
static BelSym
key_of (const BelEntities *e, const BelNameWords *name)
{
  g_autoptr (GString) key = g_string_new (NULL);
  for (uint32_t i = 0; i < name->n; i++)
    g_string_append_printf (key, "%s%s", i ? " " : "", bel_symbols_text (e->document->symbols, name->words[i]));
  const char *main_name
      = e->context->aliases ? g_hash_table_lookup ((GHashTable *) e->context->aliases, key->str) : NULL;
  return main_name ? bel_symbols_intern (e->document->symbols, main_name, strlen (main_name))
                   : bel_symbols_intern (e->document->symbols, key->str, key->len);
}

static void
set_key (BelEntities *e, BelEntity *entity, const BelNameWords *name)
{
  entity->key = key_of (e, name);
  const GHashTable *aliases = e->context->aliases;
  entity->listed
      = aliases && g_hash_table_contains ((GHashTable *) aliases, bel_symbols_text (e->document->symbols, entity->key));
}

/* -- what a name is ------------------------------------------------------------------------------------ */

static const char *
span_lower (BelEntities *e, BelSpan span, size_t *n)
{
  BelSym sym
      = bel_symbols_intern_lower (e->document->symbols, bel_document_text (e->document, span), bel_span_length (span));
  const char *text = bel_symbols_text (e->document->symbols, sym);
  if (g_str_has_prefix (text, "the "))
    text += 4;
  *n = strlen (text);
  return text;
}

static BelSort
sort_of_type (BelNameType type)
{
  return type == BEL_NAME_PERSON  ? BEL_SORT_PERSON
         : type == BEL_NAME_ORG   ? BEL_SORT_BODY
         : type == BEL_NAME_PLACE ? BEL_SORT_PLACE
                                  : BEL_SORT_THING;
}

static bool
is_country_or_area (const BelEntities *e, uint32_t row)
{
  if (row == BEL_NONE)
    return false;
  BelPlaceKind kind = bel_gazetteer_kind (e->context->gazetteer, row);
  return kind == BEL_PLACE_COUNTRY || kind == BEL_PLACE_AREA;
}

uint32_t
bel_country_at (const BelEntities *e, uint32_t t)
{
  const BelGazetteer *gazetteer = e->context->gazetteer;
  const char *text = bel_symbols_text (e->document->symbols, e->document->tokens.lower[t]);
  uint32_t row = bel_gazetteer_country_of (gazetteer, text, strlen (text), BEL_GAZETTEER_DEMONYM);
  if (row != BEL_NONE)
    return row;
  row = bel_gazetteer_place (gazetteer, text, strlen (text));
  return row != BEL_NONE && bel_gazetteer_kind (gazetteer, row) == BEL_PLACE_COUNTRY ? row : BEL_NONE;
}

/* "its rival" */
static bool
is_peer_of_thing (const BelEntities *e, uint32_t t)
{
  uint32_t owner = bel_child (e->document, t, BEL_DEP_NMOD_POSS);
  return owner != BEL_NONE && bel_token_form_is (e->document, owner, "its") && e->peers
         && bel_lexicon_word (e->peers, e->document, t);
}

BelSort
bel_noun_sort (const BelEntities *e, uint32_t t)
{
  const BelDocument *document = e->document;
  if (is_peer_of_thing (e, t))
    return BEL_SORT_BODY;
  if (e->roles && bel_lexicon_word (e->roles, document, t))
    return BEL_SORT_PERSON;
  if (e->organs && bel_lexicon_word (e->organs, document, t))
    return BEL_SORT_BODY;
  const char *lemma = bel_symbols_text (document->symbols, document->tokens.lemma[t]);
  BelWord word = bel_wordnet_word_str (e->context->wordnet, lemma);
  switch (bel_wordnet_first_lexfile (e->context->wordnet, word, BEL_WN_NOUN)) {
  case 18: /* noun.person */
    return BEL_SORT_PERSON;
  case 14: /* noun.group */
    return BEL_SORT_BODY;
  case 15: /* noun.location */
    return BEL_SORT_PLACE;
  case 4:  /* noun.act */
  case 11: /* noun.event */
    return BEL_SORT_EVENT;
  default:
    return BEL_SORT_THING;
  }
}

static uint8_t
gender_of_given_name (const BelEntities *e, BelSym word)
{
  const char *text = bel_symbols_text (e->document->symbols, word);
  switch (bel_gazetteer_given_name (e->context->gazetteer, text, strlen (text))) {
  case BEL_GAZETTEER_MALE:
    return BEL_GENDER_MASC;
  case BEL_GAZETTEER_FEMALE:
    return BEL_GENDER_FEM;
  default:
    return 0;
  }
}

/* Gender by the fields of a title or role: 1 male, 2 female as declared. */
static uint8_t
gender_of_entry (const BelLexicon *lexicon, int field, const BelEntry *entry)
{
  if (!entry || field < 0)
    return 0;
  const char *name = bel_lexicon_enum_name (lexicon, field, bel_entry_enum (entry, field));
  return g_str_equal (name, "male") ? BEL_GENDER_MASC : g_str_equal (name, "female") ? BEL_GENDER_FEM : 0;
}

/* -- names to entities ---------------------------------------------------------------------------------- */

static bool
sorts_agree (const BelEntities *e, uint32_t entity, BelSort sort)
{
  BelSort there = e->infos.items[entity].sort;
  return there == sort || there == BEL_SORT_THING || sort == BEL_SORT_THING;
}

/* Places that the table knows are compared by their row: "U.S." and "America" are one. */
static uint32_t
entity_of_place (const BelEntities *e, uint32_t row)
{
  for (uint32_t i = 0; i < e->infos.n; i++)
    if (e->infos.items[i].place == row)
      return i;
  return BEL_NONE;
}

typedef struct {
  uint32_t entity;
  BelAlias alias;
  uint32_t n; /* entities as good as it */
} Best;

static bool
was_called (const BelEntities *e, uint32_t entity, const BelNameWords *name)
{
  const BelEntityInfo *info = &e->infos.items[entity];
  for (uint32_t i = 0; i < info->called.n; i++)
    if (bel_name_alias (e, name, &info->called.items[i], BEL_SORT_PLACE) == BEL_ALIAS_SAME)
      return true;
  return false;
}

static void
note_name (BelEntities *e, uint32_t id, const BelNameWords *name)
{
  BelEntityInfo *info = &e->infos.items[id];
  for (uint32_t i = 0; i < info->called.n; i++) {
    const BelNameWords *there = &info->called.items[i];
    if (there->n == name->n && memcmp (there->words, name->words, name->n * sizeof (BelSym)) == 0)
      return;
  }
  bel_vec_push (e->scratch, &info->called, *name);
  bel_name_index_add (e, id, name);
}

/* How surely @name is of entity @i. */
static BelAlias
alias_of (const BelEntities *e, uint32_t i, const BelNameWords *name, BelSym listed, BelSort sort)
{
  const BelEntityInfo *info = &e->infos.items[i];
  if (!info->name.n)
    return BEL_ALIAS_NONE;
  if (was_called (e, i, name) || (listed != BEL_NONE && e->claims->entities.items[i].key == listed))
    return BEL_ALIAS_SAME;
  if (!sorts_agree (e, i, sort))
    return BEL_ALIAS_NONE;
  BelSort by = sort == BEL_SORT_THING ? info->sort : sort;
  BelAlias alias = bel_name_alias (e, name, &info->name, by);
  return alias == BEL_ALIAS_NONE && name->n > info->name.n ? bel_name_alias (e, &info->name, name, by) : alias;
}

/* The named entity that @name is most surely of, the first of several; two as sure are none. */
static Best
best_named (BelEntities *e, const BelNameWords *name, BelSort sort)
{
  Best best = { BEL_NONE, BEL_ALIAS_NONE, 0 };
  BelSym listed = e->context->aliases ? key_of (e, name) : BEL_NONE;
  bel_name_index_ask (e, name, listed);
  for (uint32_t c = 0; c < e->candidates.n; c++) {
    uint32_t i = e->candidates.items[c];
    BelAlias alias = alias_of (e, i, name, listed, sort);
    if (alias > best.alias)
      best = (Best){ i, alias, 1 };
    else if (alias != BEL_ALIAS_NONE && alias == best.alias)
      best = (Best){ MIN (i, best.entity), alias, best.n + 1 };
  }
  return best;
}

/* "Mr. Lee" and "Ms. Lee" are two. */
static bool
genders_agree (const BelEntities *e, uint32_t entity, uint8_t gender)
{
  uint8_t there = e->claims->entities.items[entity].gender;
  return !gender || !there || gender == there;
}

static uint8_t
title_gender (const BelEntities *e, const BelMention *mention)
{
  if (!e->titles || mention->first == 0)
    return 0;
  uint32_t before = mention->first - 1;
  if (e->document->tokens.sentence[before] != e->document->tokens.sentence[mention->first])
    return 0;
  const BelEntry *entry = bel_lexicon_word (e->titles, e->document, before);
  return gender_of_entry (e->titles, e->title_gender, entry);
}

static void
learn_name (BelEntities *e, uint32_t id, const BelMention *mention, const BelNameWords *name, BelSort sort,
            uint32_t row)
{
  BelEntity *entity = &e->claims->entities.items[id];
  BelEntityInfo *info = &e->infos.items[id];
  bool acronym = info->name.n == 1 && name->n > 1;
  note_name (e, id, name);
  if (!info->name.n || acronym || (name->n > info->name.n && sort != BEL_SORT_PLACE)) {
    info->name = *name;
    entity->name = mention->span;
    set_key (e, entity, name);
    bel_entity_call (e, id, name->words[name->n - 1]);
  }
  entity->named = true;
  if (info->sort == BEL_SORT_THING)
    info->sort = sort;
  if (entity->type == BEL_NAME_NONE || entity->type == BEL_NAME_OTHER)
    entity->type = e->document->tokens.name[mention->last];
  entity->number = BEL_NUMBER_ONE;
  if (is_country_or_area (e, row) && info->place == BEL_NONE) {
    const char *canonical = bel_gazetteer_name (e->context->gazetteer, row);
    info->place = row;
    entity->key = bel_symbols_intern_lower (e->document->symbols, canonical, strlen (canonical));
  }
  if (e->context->aliases)
    bel_name_index_add_key (e, id, entity->key);
}

static void
learn_gender (BelEntities *e, uint32_t id, const BelMention *mention)
{
  BelEntity *entity = &e->claims->entities.items[id];
  uint8_t title = title_gender (e, mention);
  if (e->infos.items[id].sort != BEL_SORT_PERSON)
    return;
  if (title)
    entity->gender = title;
  else if (!entity->gender && e->infos.items[id].name.n > 1)
    entity->gender = gender_of_given_name (e, e->infos.items[id].name.words[0]);
}

/* "Iranians", "Americans": a people, kept apart from the country, which it may stand for. */
static bool
is_people (const BelEntities *e, const BelMention *mention)
{
  const BelTokens *tokens = &e->document->tokens;
  const char *text = bel_symbols_text (e->document->symbols, tokens->lower[mention->first]);
  return mention->first == mention->last
         && (tokens->xpos[mention->head] == BEL_XPOS_NNPS || tokens->pos[mention->head] == BEL_POS_ADJ)
         && bel_gazetteer_country_of (e->context->gazetteer, text, strlen (text), BEL_GAZETTEER_DEMONYM) != BEL_NONE
         && bel_gazetteer_place (e->context->gazetteer, text, strlen (text)) == BEL_NONE;
}

static void
name_people (BelEntities *e, uint32_t m, const BelNameWords *name)
{
  const BelMention *mention = &e->claims->mentions.items[m];
  Best best = best_named (e, name, BEL_SORT_BODY);
  uint32_t id = best.alias == BEL_ALIAS_SAME && best.n == 1 ? best.entity : BEL_NONE;
  uint32_t country = bel_country_at (e, mention->first);
  if (id == BEL_NONE)
    id = bel_entity_new (e, m);
  else
    bel_entity_link (e, m, id);
  learn_name (e, id, mention, name, BEL_SORT_BODY, BEL_NONE);
  e->claims->entities.items[id].number = BEL_NUMBER_MANY;
  e->infos.items[id].country = country;
}

static void
name_mention (BelEntities *e, uint32_t m)
{
  const BelMention mention = e->claims->mentions.items[m];
  BelNameWords name = bel_name_words (e, mention.first, mention.last);
  if (!name.n)
    return;
  if (is_people (e, &mention)) {
    name_people (e, m, &name);
    return;
  }
  size_t n;
  const char *lower = span_lower (e, mention.span, &n);
  BelSort sort = sort_of_type (e->document->tokens.name[mention.last]);
  uint32_t row = sort == BEL_SORT_PERSON ? BEL_NONE : bel_gazetteer_place (e->context->gazetteer, lower, n);
  if (is_country_or_area (e, row))
    sort = BEL_SORT_PLACE;
  uint32_t id = is_country_or_area (e, row) ? entity_of_place (e, row) : BEL_NONE;
  if (id == BEL_NONE) {
    Best best = best_named (e, &name, sort);
    bool sure = best.entity != BEL_NONE && best.n == 1 && genders_agree (e, best.entity, title_gender (e, &mention));
    if (sure && is_country_or_area (e, row) && best.alias != BEL_ALIAS_SAME)
      sure = false;
    id = sure ? best.entity : BEL_NONE;
  }
  if (id == BEL_NONE)
    id = bel_entity_new (e, m);
  else
    bel_entity_link (e, m, id);
  learn_name (e, id, &mention, &name, sort, row);
  learn_gender (e, id, &mention);
}

/* -- roles beside names ---------------------------------------------------------------------------------- */

static bool
has_case (const BelDocument *document, uint32_t t)
{
  return bel_child (document, t, BEL_DEP_CASE) != BEL_NONE;
}

static bool
is_role (const BelEntities *e, uint32_t t)
{
  if (e->document->tokens.xpos[t] == BEL_XPOS_NNS)
    return false;
  return (e->roles && bel_lexicon_word (e->roles, e->document, t))
         || (e->titles && bel_lexicon_word (e->titles, e->document, t));
}

/* What is called by a noun for persons is one. */
static void
learn_person (BelEntities *e, uint32_t entity, uint32_t t)
{
  if (e->infos.items[entity].sort != BEL_SORT_THING || bel_noun_sort (e, t) != BEL_SORT_PERSON)
    return;
  e->infos.items[entity].sort = BEL_SORT_PERSON;
  e->claims->entities.items[entity].type = BEL_NAME_PERSON;
}

/* The mention of the role noun at @t goes to @entity; one is made where the noun had none. */
static void
take_role (BelEntities *e, uint32_t entity, uint32_t t)
{
  const BelTokens *tokens = &e->document->tokens;
  uint32_t m = e->claims->mention_at[t];
  if (m != BEL_NONE && e->claims->mentions.items[m].kind != BEL_MENTION_NOMINAL)
    return;
  if (m == BEL_NONE)
    m = bel_mention_add (e, BEL_MENTION_NOMINAL, t, t, t);
  if (e->claims->mentions.items[m].entity != BEL_NONE)
    return;
  bel_entity_link (e, m, entity);
  bel_entity_add_head (e, entity, t);
  learn_person (e, entity, t);
  uint8_t gender
      = gender_of_entry (e->roles, e->role_gender, e->roles ? bel_lexicon_word (e->roles, e->document, t) : NULL);
  if (gender)
    e->claims->entities.items[entity].gender = gender;
  for (BEL_EACH_CHILD (e->document, t, c)) {
    bool before
        = tokens->dep[c] == BEL_DEP_AMOD || tokens->dep[c] == BEL_DEP_COMPOUND || tokens->dep[c] == BEL_DEP_NMOD_POSS;
    if (before || bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD)
      bel_vec_push (e->scratch, &e->infos.items[entity].modifiers, tokens->lower[c]);
    if (before && e->infos.items[entity].country == BEL_NONE)
      e->infos.items[entity].country = bel_country_at (e, c);
  }
}

static bool
is_title_arc (uint8_t dep)
{
  return dep == BEL_DEP_FLAT || dep == BEL_DEP_APPOS || dep == BEL_DEP_NMOD_DESC || dep == BEL_DEP_COMPOUND
         || dep == BEL_DEP_NMOD || dep == BEL_DEP_NMOD_UNMARKED;
}

/* "Foreign Ministry spokesperson Esmail Baghaei": the role is the name's head, its modifier, or stands right before it. */
static void
link_title (BelEntities *e, const BelMention *mention)
{
  const BelTokens *tokens = &e->document->tokens;
  uint32_t head = tokens->head[mention->head];
  if (head != BEL_NONE && head < mention->first && is_title_arc (tokens->dep[mention->head])
      && !has_case (e->document, mention->head) && is_role (e, head))
    take_role (e, mention->entity, head);
  for (BEL_EACH_CHILD (e->document, mention->head, c))
    if (c < mention->first && is_title_arc (tokens->dep[c]) && !has_case (e->document, c) && is_role (e, c))
      take_role (e, mention->entity, c);
  uint32_t before = mention->first - 1;
  bool next = mention->first && tokens->sentence[before] == tokens->sentence[mention->first]
              && tokens->name[before] == BEL_NAME_NONE;
  if (next && is_role (e, before) && (tokens->pos[before] == BEL_POS_NOUN || tokens->pos[before] == BEL_POS_PROPN)
      && !bel_token_form_is (e->document, before, "the"))
    take_role (e, mention->entity, before);
}

static bool
is_common_noun (const BelEntities *e, uint32_t t)
{
  uint8_t pos = e->document->tokens.pos[t];
  return pos == BEL_POS_NOUN || (pos == BEL_POS_PROPN && e->document->tokens.name[t] == BEL_NAME_NONE);
}

/* "two officials, Roe and Doe": one of several is not called by their noun. */
static bool
is_plural_noun (const BelEntities *e, uint32_t t)
{
  return e->document->tokens.xpos[t] == BEL_XPOS_NNS || e->document->tokens.xpos[t] == BEL_XPOS_NNPS;
}

/* A person is called by nouns for persons only: "Gen. Roe, an act that …" is none. */
static bool
may_be_called (const BelEntities *e, uint32_t id, uint32_t t)
{
  if (!is_common_noun (e, t) || is_plural_noun (e, t) || bel_is_contrasted (e->document, t))
    return false;
  BelSort noun = bel_noun_sort (e, t), sort = e->infos.items[id].sort;
  bool kind = e->kinds && bel_lexicon_word (e->kinds, e->document, t);
  return sort == BEL_SORT_THING || noun == sort || (kind && sort != BEL_SORT_PERSON);
}

/* "Musk, a Trump ally", "the spokeswoman, Karoline Leavitt". */
static void
link_apposition (BelEntities *e, const BelMention *mention)
{
  const BelTokens *tokens = &e->document->tokens;
  for (BEL_EACH_CHILD (e->document, mention->head, c))
    if (tokens->dep[c] == BEL_DEP_APPOS && may_be_called (e, mention->entity, c) && !bel_mention_in_time (e, c))
      take_role (e, mention->entity, c);
  uint32_t head = tokens->head[mention->head];
  if (tokens->dep[mention->head] == BEL_DEP_APPOS && head != BEL_NONE && may_be_called (e, mention->entity, head))
    take_role (e, mention->entity, head);
}

void
bel_entities_name (BelEntities *e)
{
  for (uint32_t m = 0; m < e->claims->mentions.n; m++)
    if (e->claims->mentions.items[m].kind == BEL_MENTION_NAME)
      name_mention (e, m);
  uint32_t n = e->claims->mentions.n;
  for (uint32_t m = 0; m < n; m++) {
    const BelMention mention = e->claims->mentions.items[m];
    if (mention.kind != BEL_MENTION_NAME || mention.entity == BEL_NONE)
      continue;
    if (e->infos.items[mention.entity].sort == BEL_SORT_PERSON || e->infos.items[mention.entity].sort == BEL_SORT_THING)
      link_title (e, &mention);
    link_apposition (e, &mention);
  }
}
