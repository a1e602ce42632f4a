/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What a compiled file consists of, read off image.def; what both its writer and its reader know. */
#include "config.h"

#include "rule/image-private.h"

#include "base/checksum.h"
#include "base/map.h"

#include <string.h>

static uint32_t
bel_postings_count (const BelPostings *postings)
{
  return postings->start[postings->n_symbols];
}

/* How many items a pointer has: one function for each line of image.def that has items. */
#define NAME_(line) count_##line
#define NAME(line) NAME_ (line)

#define RAW(id, T)
#define TEXTS(id)
#define TYPE(id, T)
#define PLAIN(T, member)
#define TEXT(T, member)
#define PATH(T, member)
#define LEXICON(T, member)
#define ITEMS(T, member, number, type) \
  static uint32_t NAME (__LINE__) (const void *data) \
  { \
    const T *it = data; \
    return (number); \
  }
#define END
#include "rule/image.def"

/* The members of each struct. */
#define RAW(id, T) static const BelImageMember id##_MEMBERS[] = { { BEL_IMAGE_PLAIN, 0, sizeof (T), 0, NULL } };
#define TEXTS(id) static const BelImageMember id##_MEMBERS[] = { { BEL_IMAGE_TEXT, 0, 0, 0, NULL } };
#define TYPE(id, T) static const BelImageMember id##_MEMBERS[] = {
#define PLAIN(T, member) { BEL_IMAGE_PLAIN, offsetof (T, member), sizeof (((T *) NULL)->member), 0, NULL },
#define TEXT(T, member) { BEL_IMAGE_TEXT, offsetof (T, member), 0, 0, NULL },
#define PATH(T, member) { BEL_IMAGE_PATH, offsetof (T, member), 0, 0, NULL },
#define LEXICON(T, member) { BEL_IMAGE_TO_LEXICON, offsetof (T, member), 0, 0, NULL },
#define ITEMS(T, member, number, type) { BEL_IMAGE_ITEMS, offsetof (T, member), 0, BEL_IMAGE_##type, NAME (__LINE__) },
#define END \
  } \
  ;
#include "rule/image.def"

static const BelImageStruct STRUCTS[] = {
#define RAW(id, T) [BEL_IMAGE_##id] = { sizeof (T), id##_MEMBERS, G_N_ELEMENTS (id##_MEMBERS) },
#define TEXTS(id) RAW (id, const char *)
#define TYPE(id, T) RAW (id, T)
#define PLAIN(T, member)
#define TEXT(T, member)
#define PATH(T, member)
#define LEXICON(T, member)
#define ITEMS(T, member, number, type)
#define END
#include "rule/image.def"
};

const BelImageStruct *
bel_image_struct (BelImageType type)
{
  return &STRUCTS[type];
}

/* -- the build --------------------------------------------------------------------------------- */

/* Numbers of these stand in the code: their names, in order. */
static const char TAGS[] = PACKAGE_VERSION
#define O(name, text, n_operands, what) " " text " " #n_operands
#include "rule/opcodes.def"
#undef O
#define L(name, text, base) " " text
#include "document/labels.def"
#undef L
#define U(name) " " #name
#include "document/upos.def"
#undef U
#define P(name, text) " " text
#include "document/xpos.def"
#undef P
#define F(name, text, bits, ...) " " text " " #bits " " #__VA_ARGS__
#include "document/feats.def"
#undef F
    ;

static uint64_t
add_text (uint64_t sum, const char *text)
{
  return bel_map_mix (sum, bel_checksum (text, strlen (text)));
}

static uint64_t
add_structs (uint64_t sum)
{
  for (uint32_t type = 0; type < BEL_IMAGE_N_TYPES; type++) {
    sum = bel_map_mix (sum, STRUCTS[type].n_bytes);
    for (uint32_t i = 0; i < STRUCTS[type].n_members; i++) {
      const BelImageMember *member = &STRUCTS[type].members[i];
      sum = bel_map_mix (sum, (uint64_t) member->kind << 48 | (uint64_t) member->type << 32 | member->offset);
      sum = bel_map_mix (sum, member->n_bytes);
    }
  }
  return sum;
}

static uint64_t
add_schema (uint64_t sum, const BelRuleSchema *schema)
{
  for (uint32_t i = 0; i < schema->n_types; i++) {
    sum = bel_map_mix (add_text (sum, schema->types[i].name), schema->types[i].kind);
    for (const char *const *name = schema->types[i].enums; name && *name; name++)
      sum = add_text (sum, *name);
  }
  for (uint32_t i = 0; i < schema->n_fields; i++) {
    const BelFieldSpec *field = &schema->fields[i];
    sum = add_text (add_text (sum, field->name), field->type);
    sum = bel_map_mix (sum, (uint64_t) field->key | (uint64_t) field->hierarchy << 1);
    sum = bel_map_mix (sum, (uint64_t) (field->cost * 1024));
  }
  for (uint32_t i = 0; i < schema->n_functions; i++) {
    const BelFunctionSpec *function = &schema->functions[i];
    sum = add_text (add_text (add_text (sum, function->name), function->args), function->returns);
    sum = bel_map_mix (sum, (uint64_t) (function->cost * 1024) << 32 | (uint64_t) (function->probability * 1024));
  }
  return sum;
}

uint64_t
bel_image_build (const BelRuleSchema *schema)
{
  uint64_t sum = add_structs (bel_checksum (TAGS, sizeof TAGS));
  return schema ? add_schema (sum, schema) : sum;
}

/* -- rule files -------------------------------------------------------------------------------- */

BelImageFile
bel_image_file (const char *text, gsize n_bytes)
{
  return (BelImageFile){ .n_bytes = n_bytes, .checksum = bel_checksum (text, n_bytes) };
}

const char *
bel_image_relative (const char *path, const char *dir)
{
  size_t n = strlen (dir);
  if (strncmp (path, dir, n) == 0)
    path += n;
  return path + strspn (path, G_DIR_SEPARATOR_S);
}
