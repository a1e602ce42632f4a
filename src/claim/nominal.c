/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Noun phrases: a definite one is looked for among what was spoken of before, another is new. Then metonymy. */
#include "claim/entity-private.h"

#include "claim/voice-private.h"

/* How far back, in sentences, a definite noun phrase reaches. */
#define NOMINAL_REACH 25u
#define KIND_REACH 4u

/* -- what a noun phrase says --------------------------------------------------------------------------- */

BelSym
bel_lower_lemma (const BelEntities *e, uint32_t t)
{
  const char *text = bel_symbols_text (e->document->symbols, e->document->tokens.lemma[t]);
  return bel_symbols_intern_lower (e->document->symbols, text, strlen (text));
}

static bool
has_distinct_word (const BelEntities *e, const BelMention *mention)
{
  for (uint32_t t = mention->first; e->distinct && t < mention->head; t++)
    if (bel_lexicon_word (e->distinct, e->document, t))
      return true;
  return false;
}

static bool
is_modifier (uint8_t dep)
{
  return dep == BEL_DEP_AMOD || dep == BEL_DEP_COMPOUND || dep == BEL_DEP_NMOD_DESC;
}

/* Who owns what a noun names. */
typedef struct {
  uint32_t entity; /* "his" in "his wife", "Iran" in "Iran's program", resolved so far; BEL_NONE */
  BelSym form;     /* of a pronoun of which nobody knows whom it stands for: "our"; 0 */
} Owner;

static Owner
owner_of (const BelEntities *e, uint32_t head)
{
  uint32_t poss = bel_child (e->document, head, BEL_DEP_NMOD_POSS);
  uint32_t mention = poss == BEL_NONE ? BEL_NONE : e->claims->mention_at[poss];
  Owner owner = { mention == BEL_NONE ? BEL_NONE : e->claims->mentions.items[mention].entity, 0 };
  if (mention != BEL_NONE && owner.entity == BEL_NONE)
    owner.form = e->document->tokens.lower[poss];
  return owner;
}

/* "the house" may be hers that was spoken of; "her house" is not one of which nobody said whose it is. */
static bool
owners_fit (const BelEntityInfo *info, const Owner *owner)
{
  bool same = info->owner == owner->entity && info->owner_form == owner->form;
  return same || (owner->entity == BEL_NONE && !owner->form);
}

static bool
has_word (const BelSym *words, uint32_t n, BelSym word)
{
  for (uint32_t i = 0; i < n; i++)
    if (words[i] == word)
      return true;
  return false;
}

/* Adjectives of countries and their names are one modifier: "Iranian", "Iran". */
static bool
is_same_country (const BelEntities *e, uint32_t t, uint32_t country)
{
  return country != BEL_NONE && bel_country_at (e, t) == country;
}

/* Whether all that @mention says beside its noun was said of the entity before. */
static bool
modifiers_fit (const BelEntities *e, const BelMention *mention, uint32_t id)
{
  const BelTokens *tokens = &e->document->tokens;
  const BelEntityInfo *info = &e->infos.items[id];
  for (BEL_EACH_CHILD (e->document, mention->head, c)) {
    if (!is_modifier (tokens->dep[c]) || c > mention->head)
      continue;
    if (!has_word (info->modifiers.items, info->modifiers.n, tokens->lower[c])
        && !has_word (info->name.words, info->name.n, tokens->lower[c]) && !is_same_country (e, c, info->country))
      return false;
  }
  return true;
}

/* "the meeting in Vienna" is not the meeting in Paris: phrases behind the noun that the entity was not told with. */
static bool
has_new_phrase (const BelEntities *e, const BelMention *mention, uint32_t id)
{
  const BelTokens *tokens = &e->document->tokens;
  const BelEntityInfo *info = &e->infos.items[id];
  for (BEL_EACH_CHILD (e->document, mention->head, c))
    if (c > mention->head && bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD
        && !has_word (info->modifiers.items, info->modifiers.n, tokens->lower[c])
        && !has_word (info->name.words, info->name.n, tokens->lower[c]))
      return true;
  return false;
}

void
bel_nominal_learn (BelEntities *e, uint32_t id, const BelMention *mention)
{
  const BelTokens *tokens = &e->document->tokens;
  bel_entity_add_head (e, id, mention->head);
  for (BEL_EACH_CHILD (e->document, mention->head, c)) {
    if (is_modifier (tokens->dep[c]) || bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD)
      bel_vec_push (e->scratch, &e->infos.items[id].modifiers, tokens->lower[c]);
    if (is_modifier (tokens->dep[c]) || tokens->dep[c] == BEL_DEP_NMOD_POSS) {
      uint32_t country = bel_country_at (e, c);
      if (country != BEL_NONE && e->infos.items[id].country == BEL_NONE)
        e->infos.items[id].country = country;
    }
  }
}

/* -- looking back ---------------------------------------------------------------------------------------- */

uint32_t
bel_sentences_between (const BelEntities *e, uint32_t a, uint32_t b)
{
  return e->document->tokens.sentence[b] - e->document->tokens.sentence[a];
}

static bool
numbers_agree (const BelEntities *e, const BelMention *mention, uint32_t id)
{
  BelGrammaticalNumber there = e->claims->entities.items[id].number;
  BelGrammaticalNumber here = bel_mention_is_plural (e, mention) ? BEL_NUMBER_MANY : BEL_NUMBER_ONE;
  return there == BEL_NUMBER_UNKNOWN_ || there == here;
}

static bool
is_called (const BelEntities *e, uint32_t id, BelSym head)
{
  const BelEntityInfo *info = &e->infos.items[id];
  if (has_word (info->heads.items, info->heads.n, head))
    return true;
  bool body = info->name.n > 1 && info->sort != BEL_SORT_PERSON && info->sort != BEL_SORT_PLACE;
  return body && info->name.words[info->name.n - 1] == head;
}

typedef struct {
  uint32_t entity;
  uint32_t token; /* where it was spoken of last */
  bool tie;
} Nearest;

static bool
is_told (const BelEntities *e, uint32_t id)
{
  return e->infos.items[id].sort == BEL_SORT_EVENT;
}

/* An event that was told of by its verb goes before one that was only named: "met … were seeking a meeting … the meeting". */
static void
consider (const BelEntities *e, Nearest *nearest, uint32_t id)
{
  if (nearest->entity != BEL_NONE && is_told (e, id) != is_told (e, nearest->entity)) {
    if (is_told (e, id))
      *nearest = (Nearest){ id, e->infos.items[id].last_token, false };
    return;
  }
  uint32_t token = e->infos.items[id].last_token;
  const uint32_t *sentence = e->document->tokens.sentence;
  if (nearest->entity == BEL_NONE || sentence[token] > sentence[nearest->token])
    *nearest = (Nearest){ id, token, false };
  else if (sentence[token] == sentence[nearest->token]) {
    nearest->tie = true;
    nearest->token = MAX (nearest->token, token);
  }
}

/* The nearest entity that the noun was used of and that nothing speaks against; BEL_NONE on a tie. */
static uint32_t
find_called (const BelEntities *e, const BelMention *mention)
{
  Nearest nearest = { BEL_NONE, 0, false };
  BelSym head = bel_lower_lemma (e, mention->head);
  Owner owner = owner_of (e, mention->head);
  uint32_t at = BEL_NONE;
  bel_map_get (&e->called_last, head, &at);
  for (; at != BEL_NONE; at = e->called.items[at].next) {
    uint32_t i = e->called.items[at].entity;
    const BelEntityInfo *info = &e->infos.items[i];
    if (i == nearest.entity || !is_called (e, i, head) || info->last_token >= mention->head
        || !numbers_agree (e, mention, i) || bel_sentences_between (e, info->last_token, mention->head) > NOMINAL_REACH
        || !owners_fit (info, &owner) || !modifiers_fit (e, mention, i) || has_new_phrase (e, mention, i))
      continue;
    consider (e, &nearest, i);
  }
  return nearest.tie ? BEL_NONE : nearest.entity;
}

/* -- headlines ------------------------------------------------------------------------------------------- */

static bool
in_headline (const BelEntities *e, uint32_t t)
{
  return e->document->blocks.items[e->document->sentences.items[e->document->tokens.sentence[t]].block].kind
         == BEL_BLOCK_HEADLINE;
}

/* The country of "Iran's ambassador", "Iranian ambassador", "Iranian UN envoy". */
static uint32_t
country_of_phrase (const BelEntities *e, const BelMention *mention)
{
  for (BEL_EACH_CHILD (e->document, mention->head, c)) {
    bool before = is_modifier (e->document->tokens.dep[c]) || e->document->tokens.dep[c] == BEL_DEP_NMOD_POSS;
    uint32_t country = before && c < mention->head ? bel_country_at (e, c) : BEL_NONE;
    if (country != BEL_NONE)
      return country;
  }
  return BEL_NONE;
}

/* Whether the person is called by a word next to @head: an ambassador where the headline has "envoy". */
static bool
is_called_about (const BelEntities *e, uint32_t id, BelSym head)
{
  const BelWordnet *wordnet = e->context->wordnet;
  BelWord word = bel_wordnet_word_str (wordnet, bel_symbols_text (e->document->symbols, head));
  for (uint32_t i = 0; i < e->infos.items[id].heads.n; i++) {
    BelSym other = e->infos.items[id].heads.items[i];
    BelWord there = bel_wordnet_word_str (wordnet, bel_symbols_text (e->document->symbols, other));
    if (bel_wordnet_synonyms (wordnet, word, there, BEL_WN_NOUN, 2)
        || bel_wordnet_siblings (wordnet, word, there, BEL_WN_NOUN, 2))
      return true;
  }
  return false;
}

static uint32_t
find_named_in_story (const BelEntities *e, const BelMention *mention, bool about)
{
  BelSym head = bel_lower_lemma (e, mention->head);
  uint32_t country = country_of_phrase (e, mention), found = BEL_NONE;
  for (uint32_t i = 0; i < e->infos.n; i++) {
    const BelEntityInfo *info = &e->infos.items[i];
    bool fits = e->claims->entities.items[i].named && info->sort == BEL_SORT_PERSON && info->country == country
                && numbers_agree (e, mention, i) && (about ? is_called_about (e, i, head) : is_called (e, i, head));
    if (!fits)
      continue;
    if (found != BEL_NONE)
      return BEL_NONE;
    found = i;
  }
  return found;
}

/* "Iran's ambassador" over a story that names one: headlines speak of what the story tells after them. Only with a country,
 * and when one person alone fits. */
static uint32_t
find_in_story (const BelEntities *e, const BelMention *mention)
{
  if (!in_headline (e, mention->head) || bel_noun_sort (e, mention->head) != BEL_SORT_PERSON
      || country_of_phrase (e, mention) == BEL_NONE)
    return BEL_NONE;
  uint32_t id = find_named_in_story (e, mention, false);
  return id != BEL_NONE ? id : find_named_in_story (e, mention, true);
}

/* "the company", "the country": the one named thing of that kind nearby. */
static bool
is_of_kind (const BelEntities *e, uint32_t id, const char *type)
{
  const BelEntityInfo *info = &e->infos.items[id];
  if (g_str_equal (type, "organization"))
    return info->sort == BEL_SORT_BODY && e->claims->entities.items[id].named
           && e->claims->entities.items[id].type == BEL_NAME_ORG;
  if (info->sort != BEL_SORT_PLACE || !e->claims->entities.items[id].named)
    return false;
  size_t n = bel_span_length (e->claims->entities.items[id].name);
  BelSym name = bel_symbols_intern_lower (e->document->symbols,
                                          bel_document_text (e->document, e->claims->entities.items[id].name), n);
  const char *text = bel_symbols_text (e->document->symbols, name);
  uint32_t row
      = info->place != BEL_NONE ? info->place : bel_gazetteer_place (e->context->gazetteer, text, strlen (text));
  if (row == BEL_NONE)
    return false;
  BelPlaceKind kind = bel_gazetteer_kind (e->context->gazetteer, row);
  return (g_str_equal (type, "country") && kind == BEL_PLACE_COUNTRY)
         || (g_str_equal (type, "city") && kind == BEL_PLACE_CITY)
         || (g_str_equal (type, "region") && (kind == BEL_PLACE_DIVISION || kind == BEL_PLACE_PART))
         || (g_str_equal (type, "area") && kind == BEL_PLACE_AREA);
}

/* A name of one word that was taken for a surname, but of which nothing says that it is a person's: "Norwid … the firm". */
static bool
may_be_firm (const BelEntities *e, uint32_t id)
{
  const BelEntityInfo *info = &e->infos.items[id];
  const BelEntity *entity = &e->claims->entities.items[id];
  bool surname = entity->named && entity->type == BEL_NAME_PERSON && info->name.n == 1 && info->called.n <= 1;
  return surname && !entity->gender && !info->heads.n && !info->modifiers.n && info->place == BEL_NONE;
}

static uint32_t
find_firm (const BelEntities *e, const BelMention *mention)
{
  uint32_t found = BEL_NONE;
  for (uint32_t i = 0; i < e->infos.n; i++) {
    const BelEntityInfo *info = &e->infos.items[i];
    if (info->last_token >= mention->head || bel_sentences_between (e, info->last_token, mention->head) > KIND_REACH
        || !e->claims->entities.items[i].named)
      continue;
    if (found != BEL_NONE || !may_be_firm (e, i))
      return BEL_NONE;
    found = i;
  }
  return found;
}

static uint32_t
find_of_kind (const BelEntities *e, const BelMention *mention)
{
  const BelEntry *entry = e->kinds ? bel_lexicon_word (e->kinds, e->document, mention->head) : NULL;
  if (!entry || e->kind_type < 0 || mention->head - mention->first > 1 || bel_mention_is_plural (e, mention))
    return BEL_NONE;
  const char *type = bel_lexicon_enum_name (e->kinds, e->kind_type, bel_entry_enum (entry, e->kind_type));
  uint32_t found = BEL_NONE;
  for (uint32_t i = 0; i < e->infos.n; i++) {
    if (e->infos.items[i].last_token >= mention->head
        || bel_sentences_between (e, e->infos.items[i].last_token, mention->head) > KIND_REACH
        || !is_of_kind (e, i, type))
      continue;
    if (found != BEL_NONE)
      return BEL_NONE;
    found = i;
  }
  return found == BEL_NONE && g_str_equal (type, "organization") ? find_firm (e, mention) : found;
}

/* -- new ones ------------------------------------------------------------------------------------------------ */

static bool
is_source_noun (const BelEntities *e, uint32_t t)
{
  const BelEntry *entry = e->roles ? bel_lexicon_word (e->roles, e->document, t) : NULL;
  return entry && e->role_source >= 0 && bel_entry_boolean (entry, e->role_source);
}

/* "Ana Roe is the mayor": the named subject of a copula in the present, which the noun will be used of. */
static uint32_t
subject_of_copula (const BelEntities *e, uint32_t t)
{
  const BelDocument *document = e->document;
  uint32_t cop = bel_child (document, t, BEL_DEP_COP), subject = bel_child (document, t, BEL_DEP_NSUBJ);
  if (cop == BEL_NONE || subject == BEL_NONE || document->tokens.xpos[cop] != BEL_XPOS_VBZ
      || bel_token_negated (document, t) || bel_child (document, t, BEL_DEP_AUX) != BEL_NONE
      || bel_child (document, t, BEL_DEP_CASE) != BEL_NONE)
    return BEL_NONE;
  uint32_t m = e->claims->mention_at[subject], id = m == BEL_NONE ? BEL_NONE : e->claims->mentions.items[m].entity;
  bool named = id != BEL_NONE && e->claims->entities.items[id].named;
  return named && e->infos.items[id].sort == bel_noun_sort (e, t) ? id : BEL_NONE;
}

/* "coast guard": a compound is another thing than its last noun; adjectives are left to be compared. */
static BelSym
nominal_key (const BelEntities *e, uint32_t head)
{
  const BelTokens *tokens = &e->document->tokens;
  g_autoptr (GString) key = g_string_new (NULL);
  for (BEL_EACH_CHILD (e->document, head, c))
    if (c < head && tokens->dep[c] == BEL_DEP_COMPOUND)
      g_string_append_printf (key, "%s ", bel_symbols_text (e->document->symbols, bel_lower_lemma (e, c)));
  g_string_append (key, bel_symbols_text (e->document->symbols, bel_lower_lemma (e, head)));
  return bel_symbols_intern (e->document->symbols, key->str, key->len);
}

static void
new_nominal (BelEntities *e, uint32_t m)
{
  const BelMention mention = e->claims->mentions.items[m];
  uint32_t id = bel_entity_new (e, m);
  BelEntity *entity = &e->claims->entities.items[id];
  BelEntityInfo *info = &e->infos.items[id];
  info->sort = bel_noun_sort (e, mention.head);
  Owner owner = owner_of (e, mention.head);
  info->owner = owner.entity;
  info->owner_form = owner.form;
  info->said_of = subject_of_copula (e, mention.head);
  entity->name = mention.span;
  entity->key = nominal_key (e, mention.head);
  entity->number = bel_mention_is_plural (e, &mention) ? BEL_NUMBER_MANY : BEL_NUMBER_ONE;
  entity->anonymous = is_source_noun (e, mention.head);
  const BelEntry *entry = e->roles ? bel_lexicon_word (e->roles, e->document, mention.head) : NULL;
  if (entry && e->role_gender >= 0) {
    int gender = bel_entry_enum (entry, e->role_gender);
    entity->gender = gender == 1 ? BEL_GENDER_MASC : gender == 2 ? BEL_GENDER_FEM : 0;
  }
  bel_nominal_learn (e, id, &mention);
}

static bool
has_article (const BelEntities *e, uint32_t head)
{
  uint32_t det = bel_child (e->document, head, BEL_DEP_DET);
  return det != BEL_NONE && (bel_token_form_is (e->document, det, "a") || bel_token_form_is (e->document, det, "an"));
}

/* "a U.S. official" again, in the same words: a story that does not name its source brings it in anew in the second
 * paragraph. Only of sources, only for the same words, only nearby. */
static uint32_t
find_same_source (const BelEntities *e, const BelMention *mention)
{
  uint32_t n = bel_span_length (mention->span);
  if (!is_source_noun (e, mention->head) || !has_article (e, mention->head) || mention->head - mention->first < 2)
    return BEL_NONE;
  for (uint32_t i = e->infos.n; i-- > 0;) {
    const BelEntity *entity = &e->claims->entities.items[i];
    if (entity->anonymous && !entity->named && bel_span_length (entity->name) == n
        && bel_sentences_between (e, e->infos.items[i].last_token, mention->head) <= KIND_REACH
        && g_ascii_strncasecmp (bel_document_text (e->document, entity->name),
                                bel_document_text (e->document, mention->span), n)
               == 0)
      return i;
  }
  return BEL_NONE;
}

/* What is called a firm is none of the persons that "he" may be. */
static bool
is_firm_after_all (const BelEntities *e, uint32_t id, const BelMention *mention)
{
  return e->claims->entities.items[id].named && e->infos.items[id].sort == BEL_SORT_PERSON
         && e->infos.items[id].name.n == 1 && bel_noun_sort (e, mention->head) == BEL_SORT_BODY;
}

static void
link_nominal (BelEntities *e, uint32_t m)
{
  const BelMention mention = e->claims->mentions.items[m];
  bool definite = bel_mention_is_definite (e, &mention) && !has_distinct_word (e, &mention);
  uint32_t id = find_in_story (e, &mention);
  if (id == BEL_NONE)
    id = bel_converse_find (e, &mention);
  if (id == BEL_NONE)
    id = definite ? find_called (e, &mention) : find_same_source (e, &mention);
  if (id == BEL_NONE && definite)
    id = find_of_kind (e, &mention);
  if (id != BEL_NONE && e->infos.items[id].said_of != BEL_NONE)
    id = e->infos.items[id].said_of;
  if (id != BEL_NONE) {
    bel_entity_link (e, m, id);
    bel_nominal_learn (e, id, &mention);
    if (is_firm_after_all (e, id, &mention))
      e->infos.items[id].sort = BEL_SORT_BODY;
  } else if (!definite || owner_of (e, mention.head).entity != BEL_NONE || !bel_event_link (e, m))
    new_nominal (e, m);
}

void
bel_nominal_link (BelEntities *e, uint32_t t)
{
  uint32_t m = e->claims->mention_at[t];
  if (m != BEL_NONE && e->claims->mentions.items[m].kind == BEL_MENTION_NOMINAL
      && e->claims->mentions.items[m].entity == BEL_NONE)
    link_nominal (e, m);
  else if (m != BEL_NONE && e->claims->mentions.items[m].entity != BEL_NONE)
    e->infos.items[e->claims->mentions.items[m].entity].last_token = t;
}

/* -- metonymy ------------------------------------------------------------------------------------------------- */

static uint32_t
entity_of_country (const BelEntities *e, uint32_t row)
{
  for (uint32_t i = 0; i < e->infos.n; i++)
    if (e->infos.items[i].place == row)
      return i;
  return BEL_NONE;
}

/* Whether the mention's noun is of those that may stand for their country. */
static bool
is_state_noun (const BelEntities *e, uint32_t t)
{
  const BelEntry *organ = e->organs ? bel_lexicon_word (e->organs, e->document, t) : NULL;
  const BelEntry *role = e->roles ? bel_lexicon_word (e->roles, e->document, t) : NULL;
  return (organ && e->organ_state >= 0 && bel_entry_boolean (organ, e->organ_state))
         || (role && e->role_state >= 0 && bel_entry_boolean (role, e->role_state));
}

/* The country in "Iranian Foreign Ministry", "Iran's ambassador", "government of Iran". */
static uint32_t
country_beside (const BelEntities *e, const BelMention *mention)
{
  const BelTokens *tokens = &e->document->tokens;
  for (uint32_t t = mention->first; t <= mention->last; t++) {
    uint32_t country = t == mention->head && mention->first == mention->last ? BEL_NONE : bel_country_at (e, t);
    if (country != BEL_NONE)
      return country;
  }
  for (BEL_EACH_CHILD (e->document, mention->head, c)) {
    uint8_t base = bel_dep_base (tokens->dep[c]);
    bool of = base == BEL_DEP_NMOD && bel_child (e->document, c, BEL_DEP_CASE) != BEL_NONE
              && bel_token_form_is (e->document, bel_child (e->document, c, BEL_DEP_CASE), "of");
    if (is_modifier (tokens->dep[c]) || tokens->dep[c] == BEL_DEP_NMOD_POSS || of) {
      uint32_t country = bel_country_at (e, c);
      if (country != BEL_NONE)
        return country;
    }
  }
  return BEL_NONE;
}

static void
link_metonym (BelEntities *e, const BelMention *mention)
{
  BelEntity *entity = &e->claims->entities.items[mention->entity];
  if (entity->metonym_of != BEL_NONE || e->infos.items[mention->entity].place != BEL_NONE)
    return;
  uint32_t country = BEL_NONE;
  if (is_state_noun (e, mention->head) || is_state_noun (e, mention->last))
    country = country_beside (e, mention);
  else if (mention->kind == BEL_MENTION_NAME && e->infos.items[mention->entity].sort == BEL_SORT_PLACE) {
    BelSym name = bel_symbols_intern_lower (e->document->symbols, bel_document_text (e->document, mention->span),
                                            bel_span_length (mention->span));
    const char *text = bel_symbols_text (e->document->symbols, name);
    country = bel_gazetteer_country_of (e->context->gazetteer, text, strlen (text), BEL_GAZETTEER_CAPITAL);
  } else if (entity->number == BEL_NUMBER_MANY && mention->kind == BEL_MENTION_NAME)
    country = e->infos.items[mention->entity].country;
  uint32_t there = country == BEL_NONE ? BEL_NONE : entity_of_country (e, country);
  if (there != BEL_NONE && there != mention->entity)
    entity->metonym_of = there;
}

void
bel_metonyms_link (BelEntities *e)
{
  for (uint32_t m = 0; m < e->claims->mentions.n; m++) {
    const BelMention *mention = &e->claims->mentions.items[m];
    if (mention->entity != BEL_NONE && (mention->kind == BEL_MENTION_NAME || mention->kind == BEL_MENTION_NOMINAL))
      link_metonym (e, mention);
  }
}
