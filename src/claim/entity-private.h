/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Who is who within one story: what the files of coreference share.
 *
 *   mention.c    mentions in text order
 *   alias.c      two names: the same, a short form, an acronym
 *   name-index.c which names before it a name is to be compared with
 *   entity.c     names to entities, titles and roles to names
 *   nominal.c    "the official", "the ministry"
 *   nominal-event.c  "the meeting"
 *   nominal-converse.c  "her lawyer said his client"
 *   coreference.c  pronouns
 *
 * A link that could go two ways is not made. */
#pragma once

#include "base/map.h"
#include "claim/extract.h"
#include "rule/lexicon.h"

#define BEL_NAME_WORDS 10u

/** Words of a name in lower case, without points, articles and titles. */
typedef struct {
  BelSym words[BEL_NAME_WORDS];
  uint32_t n;
  uint32_t letters; /**< set of the letters that its words begin with: names of one thing share one */
} BelNameWords;

typedef enum {
  BEL_SORT_THING,
  BEL_SORT_PERSON,
  BEL_SORT_BODY, /**< organizations, groups, governments */
  BEL_SORT_PLACE,
  BEL_SORT_EVENT,
} BelSort;

/** What is known of an entity while mentions are sorted out. */
typedef struct {
  BelNameWords name; /**< the longest one */
  BelSort sort;
  uint32_t place;                /**< gazetteer row, BEL_NONE */
  uint32_t country;              /**< gazetteer row of the country it acts for or is of, BEL_NONE */
  uint32_t owner;                /**< entity of "his" in "his wife", BEL_NONE */
  BelSym owner_form;             /**< of a possessive that stands for nobody known: "our", 0 */
  uint32_t said_of;              /**< the entity that a copula says it of: "Ana Roe is the mayor", BEL_NONE */
  uint32_t last_token;           /**< head of its last mention */
  uint32_t asked;                /**< the last question that it was a candidate of */
  BEL_VEC (BelNameWords) called; /**< the names it was given, each once */
  BEL_VEC (BelSym) heads;        /**< lemmas of the nouns it was called by: "official", "ambassador" */
  BEL_VEC (BelSym) modifiers;
} BelEntityInfo;

/** One of the entities that a noun was used of, or that a name ends in, or that has some clue in its names. */
typedef struct {
  uint32_t entity;
  uint32_t next; /**< the one before it with the same, BEL_NONE */
} BelCalled;

typedef struct {
  const BelClaimContext *context;
  BelClaims *claims;
  BelDocument *document;
  BelArena *arena;               /**< of the document */
  BelArena *scratch;             /**< of this stage */
  BEL_VEC (BelEntityInfo) infos; /**< in step with claims->entities */
  BelMap called_last;            /**< noun → the last of these: */
  BEL_VEC (BelCalled) called;
  BelMap clue_last; /**< clue in a name → the last of these: */
  BEL_VEC (BelCalled) clues;
  BEL_VEC (uint32_t) candidates; /**< entities that the name in question may be of */
  uint32_t n_asked;
  const BelLexicon *roles, *titles, *organs, *peers, *kinds, *distinct, *suffixes, *nicknames, *events, *converses;
  int role_gender, role_source, role_state, title_gender, organ_state, kind_type, nickname_full, event_told,
      converse_of;
} BelEntities;

/* mention.c */
void bel_mentions_find (BelEntities *e);
/** Adds a mention that has no entity yet. Returns: its index. */
uint32_t bel_mention_add (BelEntities *e, BelMentionKind kind, uint32_t head, uint32_t first, uint32_t last);
/** Whether token @t is in a time or date that was found. */
bool bel_mention_in_time (const BelEntities *e, uint32_t t);
bool bel_mention_is_definite (const BelEntities *e, const BelMention *mention);
bool bel_mention_is_plural (const BelEntities *e, const BelMention *mention);

/* alias.c */
BelNameWords bel_name_words (const BelEntities *e, uint32_t first, uint32_t last);
typedef enum { BEL_ALIAS_NONE, BEL_ALIAS_SHORT, BEL_ALIAS_ACRONYM, BEL_ALIAS_VARIANT, BEL_ALIAS_SAME } BelAlias;
/** What @shorter says of @longer, both names of a thing of @sort. */
BelAlias bel_name_alias (const BelEntities *e, const BelNameWords *shorter, const BelNameWords *longer, BelSort sort);
/** Whether two given names may be one person's: equal, an initial, a short form. */
bool bel_given_names_agree (const BelEntities *e, BelSym a, BelSym b);

bool bel_name_word_is_small (const char *word);

/* name-index.c */
/** From now on @entity has @name among its names. */
void bel_name_index_add (BelEntities *e, uint32_t entity, const BelNameWords *name);
/** Its main name in a newsroom's list is @key. */
void bel_name_index_add_key (BelEntities *e, uint32_t entity, BelSym key);
/** Puts every entity that bel_name_alias() may find @name or @key (or BEL_NONE) to be of into e->candidates, and some others. */
void bel_name_index_ask (BelEntities *e, const BelNameWords *name, BelSym key);

/* entity.c */
/** Returns: a new entity for @mention, which becomes its first. */
uint32_t bel_entity_new (BelEntities *e, uint32_t mention);
void bel_entity_link (BelEntities *e, uint32_t mention, uint32_t entity);
/** From now on @entity may be meant by noun @word. */
void bel_entity_call (BelEntities *e, uint32_t entity, BelSym word);
void bel_entity_add_head (BelEntities *e, uint32_t entity, uint32_t token);
void bel_entities_name (BelEntities *e);
/** The gazetteer row of the country that token @t names or is an adjective of; BEL_NONE. */
uint32_t bel_country_at (const BelEntities *e, uint32_t t);
/** What kind of thing noun token @t is, by lexicon and WordNet. */
BelSort bel_noun_sort (const BelEntities *e, uint32_t t);

/* nominal.c */
/** Links the noun phrase whose head is token @t, or makes an entity for it. What stands before it is linked already. */
void bel_nominal_link (BelEntities *e, uint32_t t);
/** What @mention calls entity @id, and the modifiers it comes with, are known of it. */
void bel_nominal_learn (BelEntities *e, uint32_t id, const BelMention *mention);
BelSym bel_lower_lemma (const BelEntities *e, uint32_t t);
/** From the sentence of token @a on to that of @b. */
uint32_t bel_sentences_between (const BelEntities *e, uint32_t a, uint32_t b);
/** "Iran" ↔ its ministry: fills metonym_of. */
void bel_metonyms_link (BelEntities *e);

/* nominal-event.c */
/** "the meeting" after "met": the verb becomes a mention of kind event. Returns: whether mention @m was linked so. */
bool bel_event_link (BelEntities *e, uint32_t m);

/* nominal-converse.c */
/** Whom "his client" is in the mouth of Roe's lawyer: Roe; BEL_NONE when @mention is nothing of that kind. */
uint32_t bel_converse_find (const BelEntities *e, const BelMention *mention);

/* coreference.c */
/** Links the third-person pronoun at token @t, if it is one and only one antecedent is best. */
void bel_pronoun_link (BelEntities *e, uint32_t t);
