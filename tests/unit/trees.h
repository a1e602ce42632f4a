/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Documents with given trees, for tests of rooms that must not link the parser. */
#pragma once

#include "document/document.h"

/** One sentence a line, its words parted by blanks; a word is form/lemma/POS/head/dep with head counted from 1
 * in the sentence, 0 for the root: "Rain/rain/NOUN/2/nsubj fell/fall/VERB/0/root".
 *
 * Returns: (transfer full) a document with tokens, trees and sentences; POS and relations must be known. */
BelDocument *bel_test_trees (BelSymbols *symbols, const char *trees);
