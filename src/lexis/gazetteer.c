/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "lexis/gazetteer-private.h"

#include "base/file.h"
#include "lexis/wordnet-private.h"

#include <string.h>

struct BelGazetteer {
  GBytes *bytes;
  const char *text;
  const uint32_t *slots;
  uint32_t n_slots;
  const BelGazetteerName *names;
  uint32_t n_names;
  const BelGzRow *rows;
  const uint32_t *members;
};

static const char *
check_header (const BelGzHeader *header, size_t n_bytes)
{
  if (n_bytes < sizeof *header || header->magic != BEL_GAZETTEER_MAGIC)
    return "is not a gazetteer";
  if (header->n_bytes != n_bytes)
    return "is cut short";
  for (int i = 0; i < BEL_GZ_N_SECTIONS; i++) {
    uint32_t offset = header->sections[i].offset;
    if (offset % 8 || offset > n_bytes || !header->sections[i].n
        || header->sections[i].n > (n_bytes - offset) / bel_gz_item_bytes (i))
      return "is damaged";
  }
  uint32_t n_slots = header->sections[BEL_GZ_SLOTS].n;
  return n_slots & (n_slots - 1) ? "is damaged" : NULL;
}

BelGazetteer *
bel_gazetteer_open (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_map (path, error);
  if (!bytes)
    return NULL;
  size_t n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const BelGzHeader *header = (const BelGzHeader *) data;
  const char *wrong = check_header (header, n_bytes);
  if (wrong) {
    g_set_error (error, BEL_LEXIS_ERROR, BEL_LEXIS_ERROR_FORMAT, "%s: %s", path, wrong);
    return NULL;
  }
  BelGazetteer *gazetteer = g_new0 (BelGazetteer, 1);
  gazetteer->bytes = g_steal_pointer (&bytes);
  gazetteer->text = data + header->sections[BEL_GZ_TEXT].offset;
  gazetteer->slots = (const uint32_t *) (data + header->sections[BEL_GZ_SLOTS].offset);
  gazetteer->n_slots = header->sections[BEL_GZ_SLOTS].n;
  gazetteer->names = (const BelGazetteerName *) (data + header->sections[BEL_GZ_NAMES].offset);
  gazetteer->n_names = header->sections[BEL_GZ_NAMES].n;
  gazetteer->rows = (const BelGzRow *) (data + header->sections[BEL_GZ_ROWS].offset);
  gazetteer->members = (const uint32_t *) (data + header->sections[BEL_GZ_MEMBERS].offset);
  return gazetteer;
}

void
bel_gazetteer_free (BelGazetteer *gazetteer)
{
  if (!gazetteer)
    return;
  g_bytes_unref (gazetteer->bytes);
  g_free (gazetteer);
}

uint32_t
bel_gazetteer_find (const BelGazetteer *gazetteer, const char *text, size_t n_bytes, const BelGazetteerName **out)
{
  if (!gazetteer || !n_bytes)
    return 0;
  uint32_t mask = gazetteer->n_slots - 1;
  for (uint32_t slot = bel_wn_hash (text, n_bytes) & mask; gazetteer->slots[slot]; slot = (slot + 1) & mask) {
    uint32_t first = gazetteer->slots[slot] - 1;
    const char *there = gazetteer->text + gazetteer->names[first].text;
    if (strncmp (there, text, n_bytes) != 0 || there[n_bytes])
      continue;
    uint32_t past = first + 1;
    while (past < gazetteer->n_names && gazetteer->names[past].text == gazetteer->names[first].text)
      past++;
    *out = gazetteer->names + first;
    return past - first;
  }
  return 0;
}

static uint32_t
first_of_use (const BelGazetteer *gazetteer, const char *text, size_t n_bytes, BelGazetteerUse use)
{
  const BelGazetteerName *names = NULL;
  uint32_t n = bel_gazetteer_find (gazetteer, text, n_bytes, &names);
  for (uint32_t i = 0; i < n; i++)
    if (names[i].use == use)
      return names[i].row;
  return BEL_NONE;
}

uint32_t
bel_gazetteer_place (const BelGazetteer *gazetteer, const char *text, size_t n_bytes)
{
  return first_of_use (gazetteer, text, n_bytes, BEL_GAZETTEER_PLACE);
}

uint32_t
bel_gazetteer_country_of (const BelGazetteer *gazetteer, const char *text, size_t n_bytes, BelGazetteerUse use)
{
  return first_of_use (gazetteer, text, n_bytes, use);
}

BelGazetteerUse
bel_gazetteer_given_name (const BelGazetteer *gazetteer, const char *text, size_t n_bytes)
{
  const BelGazetteerName *names = NULL;
  uint32_t n = bel_gazetteer_find (gazetteer, text, n_bytes, &names);
  for (uint32_t i = 0; i < n; i++)
    if (names[i].use >= BEL_GAZETTEER_MALE)
      return names[i].use;
  return BEL_GAZETTEER_PLACE;
}

const char *
bel_gazetteer_name (const BelGazetteer *gazetteer, uint32_t row)
{
  return gazetteer ? gazetteer->text + gazetteer->rows[row].name : "";
}

BelPlaceKind
bel_gazetteer_kind (const BelGazetteer *gazetteer, uint32_t row)
{
  return gazetteer ? gazetteer->rows[row].kind : BEL_PLACE_CITY;
}

uint32_t
bel_gazetteer_parent (const BelGazetteer *gazetteer, uint32_t row)
{
  return gazetteer ? gazetteer->rows[row].parent : BEL_NONE;
}

uint32_t
bel_gazetteer_country (const BelGazetteer *gazetteer, uint32_t row)
{
  while (gazetteer && row != BEL_NONE && gazetteer->rows[row].kind != BEL_PLACE_COUNTRY)
    row = gazetteer->rows[row].parent;
  return gazetteer ? row : BEL_NONE;
}

uint32_t
bel_gazetteer_population (const BelGazetteer *gazetteer, uint32_t row)
{
  return gazetteer ? gazetteer->rows[row].population : 0;
}

static bool
has_member (const BelGazetteer *gazetteer, uint32_t area, uint32_t country)
{
  const BelGzRow *row = &gazetteer->rows[area];
  for (uint32_t i = 0; i < row->n_members; i++)
    if (gazetteer->members[row->first_member + i] == country)
      return true;
  return false;
}

static bool
area_in_area (const BelGazetteer *gazetteer, uint32_t inner, uint32_t outer)
{
  const BelGzRow *row = &gazetteer->rows[inner];
  for (uint32_t i = 0; i < row->n_members; i++)
    if (!has_member (gazetteer, outer, gazetteer->members[row->first_member + i]))
      return false;
  return true;
}

static bool
areas_meet (const BelGazetteer *gazetteer, uint32_t a, uint32_t b)
{
  const BelGzRow *row = &gazetteer->rows[a];
  for (uint32_t i = 0; i < row->n_members; i++)
    if (has_member (gazetteer, b, gazetteer->members[row->first_member + i]))
      return true;
  return false;
}

bool
bel_gazetteer_in (const BelGazetteer *gazetteer, uint32_t row, uint32_t whole)
{
  if (!gazetteer || row == BEL_NONE || whole == BEL_NONE)
    return false;
  bool area = gazetteer->rows[whole].kind == BEL_PLACE_AREA;
  if (area && gazetteer->rows[row].kind == BEL_PLACE_AREA)
    return row == whole || area_in_area (gazetteer, row, whole);
  for (uint32_t at = row; at != BEL_NONE; at = gazetteer->rows[at].parent)
    if (at == whole || (area && gazetteer->rows[at].kind == BEL_PLACE_COUNTRY && has_member (gazetteer, whole, at)))
      return true;
  return false;
}

/* Whether places of these kinds may share ground without one being in the other as far as the table knows. */
static bool
may_overlap (const BelGazetteer *gazetteer, uint32_t a, uint32_t b)
{
  BelPlaceKind left = bel_gazetteer_kind (gazetteer, a), right = bel_gazetteer_kind (gazetteer, b);
  if (left == BEL_PLACE_AREA && right == BEL_PLACE_AREA)
    return areas_meet (gazetteer, a, b);
  bool part = left == BEL_PLACE_PART || right == BEL_PLACE_PART;
  return part && bel_gazetteer_country (gazetteer, a) == bel_gazetteer_country (gazetteer, b);
}

static BelPlacesRelation
relate_rows (const BelGazetteer *gazetteer, uint32_t a, uint32_t b)
{
  if (a == b)
    return BEL_PLACES_SAME;
  if (bel_gazetteer_in (gazetteer, a, b))
    return BEL_PLACES_INSIDE;
  if (bel_gazetteer_in (gazetteer, b, a))
    return BEL_PLACES_CONTAINS;
  return may_overlap (gazetteer, a, b) ? BEL_PLACES_UNKNOWN : BEL_PLACES_DISJOINT;
}

BelPlacesRelation
bel_gazetteer_relate (const BelGazetteer *gazetteer, const char *a, size_t n_a, const char *b, size_t n_b)
{
  if (n_a == n_b && memcmp (a, b, n_a) == 0)
    return BEL_PLACES_SAME;
  const BelGazetteerName *left = NULL, *right = NULL;
  uint32_t n_left = bel_gazetteer_find (gazetteer, a, n_a, &left),
           n_right = bel_gazetteer_find (gazetteer, b, n_b, &right);
  BelPlacesRelation best = BEL_PLACES_DISJOINT;
  bool any = false, first = true;
  for (uint32_t i = 0; i < n_left; i++)
    for (uint32_t j = 0; j < n_right; j++) {
      if (left[i].use != BEL_GAZETTEER_PLACE || right[j].use != BEL_GAZETTEER_PLACE)
        continue;
      BelPlacesRelation relation = relate_rows (gazetteer, left[i].row, right[j].row);
      any = true;
      if (first && relation != BEL_PLACES_DISJOINT)
        return relation; /* the readings most likely meant agree */
      first = false;
      if (relation != BEL_PLACES_DISJOINT)
        best = BEL_PLACES_UNKNOWN;
    }
  return any ? best : BEL_PLACES_UNKNOWN;
}
