/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A treebank with the names that its entities hold. */
#pragma once

#include "syntax/name-tag.h"

typedef struct {
  BelDocument *document;
  GArray *mentions; /**< of all entities, named or not; empty when the treebank has none */
  uint8_t *gold;    /**< by token: class as in name-tag.h */
} NameBank;

/** Reads the CoNLL-U file @path. @lists: key of a word (bel_namer_key()) → its bits.
 * Returns: (transfer full) or NULL with @error set. */
NameBank *name_bank_read (const char *path, GHashTable *lists, GError **error);
void name_bank_free (NameBank *bank);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NameBank, name_bank_free)
