/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The model file: one header, a table of tagged sections, the sections. Inside of syntax.h's BelModel.
 *
 *   BelModelHeader | BelModelEntry × n_sections | padding | section | padding | section …
 *
 * Everything is little-endian and every section begins on a multiple of BEL_MODEL_ALIGN, so that a
 * section is used where it is mapped. The checksum covers all bytes after the header. */
#pragma once

#include "syntax/syntax.h"

#define BEL_MODEL_MAGIC "belie\r\n\x1a"
#define BEL_MODEL_VERSION 2u
#define BEL_MODEL_ALIGN 64u
/** More sections than this are a broken file. */
#define BEL_MODEL_MAX_SECTIONS 64u

typedef struct {
  char magic[8];
  uint32_t version;
  uint32_t n_sections;
  uint64_t n_bytes; /**< of the whole file */
  uint64_t checksum;
} BelModelHeader;

typedef struct {
  char tag[4];
  uint32_t zero;
  uint64_t offset;
  uint64_t n_bytes;
} BelModelEntry;

/** One section to be written. */
typedef struct {
  char tag[4];
  const void *data;
  size_t n_bytes;
} BelModelPart;

/** Returns: (transfer none) the section @tag (four letters), aligned to BEL_MODEL_ALIGN, or NULL when
 * the model has none; *@out_n_bytes is its size. Sections are not looked into: who asks checks. */
const void *bel_model_section (const BelModel *model, const char *tag, size_t *out_n_bytes);

/** Reads a model out of @bytes (a reference is kept). @name: what errors call it. Sections may lack,
 * for a model in the making; bel_model_open() wants all.
 * Returns: (transfer full) the model, or NULL with @error set (BEL_SYNTAX_ERROR_FORMAT). */
BelModel *bel_model_new (GBytes *bytes, const char *name, GError **error);

/** As bel_model_new(), but no section is looked into: for copying them. */
BelModel *bel_model_frame (GBytes *bytes, const char *name, GError **error);

/** The file image of @parts. Returns: (transfer full) what bel_model_new() reads. */
GBytes *bel_model_pack (const BelModelPart *parts, guint n_parts);

/** Writes @part into the model file @path, in place of the section of that tag if there is one; the
 * other sections stay. A file that is not there is made. Atomic. */
gboolean bel_model_put (const char *path, const BelModelPart *part, GError **error);

/** Whether @n trained numbers are numbers, and none so large that sums of them would not be. */
gboolean bel_model_good_floats (const float *floats, size_t n);
