/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Corpus files: sentences with the claims that must, and must not, be read out of them.
 *
 *   ====
 *   name of the case
 *   ====
 *   Text, one paragraph.
 *   ---
 *   subject | predicate | object | role=key, role=key
 *   not subject | predicate | object
 *   ! subject | predicate | object
 *
 * A line asks for a claim whose normal form has these keys; "*" stands for any, "_" for an empty slot, "not" for negative
 * polarity, The predicate is a class of the rules or a lemma; "?" before it for a modality other than none. "!" says there must be no such claim. Lines with "~" ask
 * for a tuple: "~ arg1 | rel | arg2 | arg3". A "#" begins a comment. */
#pragma once

#include "engine/engine.h"

/** Returns: (transfer full) what is wrong, one line each; empty when all cases of the file at @path hold.
 * *@n_cases counts them. */
GString *bel_corpus_run (const BelEngine *engine, const char *path, guint *n_cases);
