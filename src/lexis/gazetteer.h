/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Places, the people of countries, and given names, as one mapped table (rules/gazetteer, compiled by mkgazetteer).
 *
 * Names are looked up in lower case, with or without accents. Every function takes a NULL table and then knows nothing. */
#pragma once

#include "base/span.h"

#include <glib.h>

typedef struct BelGazetteer BelGazetteer;

typedef enum {
  BEL_PLACE_CITY,
  BEL_PLACE_PART,     /**< of a country or division, without borders of its own here: "Siberia" */
  BEL_PLACE_DIVISION, /**< first-level: a state, a province */
  BEL_PLACE_COUNTRY,
  BEL_PLACE_AREA, /**< a continent, a union, a region of several countries */
} BelPlaceKind;

/** What a name stands for. */
typedef enum {
  BEL_GAZETTEER_PLACE,
  BEL_GAZETTEER_DEMONYM, /**< "Iranian", "Iranians" of the country */
  BEL_GAZETTEER_CAPITAL, /**< a city that stands for its country's government */
  BEL_GAZETTEER_MALE,    /**< a given name; the row is BEL_NONE */
  BEL_GAZETTEER_FEMALE,
  BEL_GAZETTEER_EITHER,
} BelGazetteerUse;

/** One reading of a name. */
typedef struct {
  uint32_t text;
  uint32_t row; /**< a place, or BEL_NONE */
  uint8_t use;  /**< BelGazetteerUse */
  uint8_t unused[3];
} BelGazetteerName;

/** Maps the table. Returns: (transfer full) or NULL with @error set (BEL_BASE_ERROR, BEL_LEXIS_ERROR). */
BelGazetteer *bel_gazetteer_open (const char *path, GError **error);
void bel_gazetteer_free (BelGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelGazetteer, bel_gazetteer_free)

/** All readings of @text (lower case): places first, larger ones before smaller. Returns: how many; *@out the first. */
uint32_t bel_gazetteer_find (const BelGazetteer *gazetteer, const char *text, size_t n_bytes,
                             const BelGazetteerName **out);

/** The largest place of that name, BEL_NONE when there is none: a country or area before a division before a city. */
uint32_t bel_gazetteer_place (const BelGazetteer *gazetteer, const char *text, size_t n_bytes);
/** The country whose people or things @text names, or whose capital it is with @use BEL_GAZETTEER_CAPITAL. */
uint32_t bel_gazetteer_country_of (const BelGazetteer *gazetteer, const char *text, size_t n_bytes,
                                   BelGazetteerUse use);
/** BEL_GAZETTEER_MALE, _FEMALE or _EITHER of a given name, BEL_GAZETTEER_PLACE when it is none. */
BelGazetteerUse bel_gazetteer_given_name (const BelGazetteer *gazetteer, const char *text, size_t n_bytes);

/* -- rows ----------------------------------------------------------------------------------------- */

/** Returns: (transfer none) the name as it is written. */
const char *bel_gazetteer_name (const BelGazetteer *gazetteer, uint32_t row);
BelPlaceKind bel_gazetteer_kind (const BelGazetteer *gazetteer, uint32_t row);
/** The least place of the table that it is part of: division, country; BEL_NONE for countries and areas. */
uint32_t bel_gazetteer_parent (const BelGazetteer *gazetteer, uint32_t row);
/** The country it is or is in, BEL_NONE for areas. */
uint32_t bel_gazetteer_country (const BelGazetteer *gazetteer, uint32_t row);
uint32_t bel_gazetteer_population (const BelGazetteer *gazetteer, uint32_t row);

/** Whether @row is @whole or in it. */
bool bel_gazetteer_in (const BelGazetteer *gazetteer, uint32_t row, uint32_t whole);

typedef enum {
  BEL_PLACES_UNKNOWN, /**< a name that has readings which do not exclude each other */
  BEL_PLACES_SAME,
  BEL_PLACES_INSIDE, /**< the first in the second */
  BEL_PLACES_CONTAINS,
  BEL_PLACES_DISJOINT,
} BelPlacesRelation;

/** What two names of places say of each other. They are disjoint only when no reading of the one is the other or in it;
 * areas overlap, so two of them are disjoint only when no country is in both. */
BelPlacesRelation bel_gazetteer_relate (const BelGazetteer *gazetteer, const char *a, size_t n_a, const char *b,
                                        size_t n_b);
