/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The layout of a compiled file: a header, the structs of the program, their texts, the places of their pointers.
 * Pointers are written for one address. Where the file can be mapped there, nothing in it is touched; elsewhere each is moved. */
#pragma once

#include "rule/program-private.h"

#define BEL_IMAGE_MAGIC "BELRULES"
#define BEL_IMAGE_VERSION 1u
/** Where the file wants to lie: far from programs, libraries, heaps and the shadows of sanitizers. */
#define BEL_IMAGE_ADDRESS ((uintptr_t) (sizeof (void *) == 8 ? UINT64_C (0x1b1e00000000) : 0x2b1e0000))

typedef struct {
  char magic[8];
  uint32_t version;
  uint32_t unused;
  uint64_t n_bytes;     /**< of the file */
  uint64_t checksum;    /**< of all that follows this member */
  uint64_t build;       /**< bel_image_build() of the program that wrote it */
  char rules[72];       /**< bel_program_checksum() */
  uint32_t program;     /**< offsets of: the BelProgram, */
  uint32_t symbols;     /**< its BelSymbolEntry rows, */
  uint32_t slots;       /**< their places by hash, */
  uint32_t files;       /**< BelImageFile, in the order of the folder, */
  uint32_t owners;      /**< the file of each info, */
  uint32_t relocations; /**< and the offsets of all pointers */
  uint32_t n_symbols, n_slots, n_files, n_relocations;
} BelImageHeader;

/** A rule file as it was. */
typedef struct {
  uint64_t n_bytes;
  uint64_t checksum;
  uint32_t path; /**< offset of its name, from the folder on */
  uint32_t unused;
} BelImageFile;

typedef enum {
#define RAW(id, T) BEL_IMAGE_##id,
#define TEXTS(id) BEL_IMAGE_##id,
#define TYPE(id, T) BEL_IMAGE_##id,
#define PLAIN(T, member)
#define TEXT(T, member)
#define PATH(T, member)
#define LEXICON(T, member)
#define ITEMS(T, member, number, type)
#define END
#include "rule/image.def"
  BEL_IMAGE_N_TYPES
} BelImageType;

typedef enum { BEL_IMAGE_PLAIN, BEL_IMAGE_TEXT, BEL_IMAGE_PATH, BEL_IMAGE_TO_LEXICON, BEL_IMAGE_ITEMS } BelImageKind;

typedef struct {
  BelImageKind kind;
  uint32_t offset;                      /**< in the struct */
  uint32_t n_bytes;                     /**< of a plain member */
  BelImageType type;                    /**< of items … */
  uint32_t (*n_items) (const void *it); /**< … and how many there are */
} BelImageMember;

typedef struct {
  uint32_t n_bytes; /**< of one */
  const BelImageMember *members;
  uint32_t n_members;
} BelImageStruct;

/** Returns: (transfer none) how structs of @type are made up. */
const BelImageStruct *bel_image_struct (BelImageType type);

/** Returns: a number that changes with the layout of the structs, the instructions, the tags and @schema. */
uint64_t bel_image_build (const BelRuleSchema *schema);

/** Returns: what a compiled file says of the rule file of @n_bytes bytes at @text. */
BelImageFile bel_image_file (const char *text, gsize n_bytes);

/** Returns: @path without the folder @dir before it. */
const char *bel_image_relative (const char *path, const char *dir);
