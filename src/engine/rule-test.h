/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The examples that rules carry, run through the whole way of a draft. */
#pragma once

#include "engine/engine.h"
#include "rule/program.h"

/** Runs one test of a block of the engine's program.
 *
 * A lexicon's words are looked up as the text would be: as they stand and by their lemmas in a short sentence. Two
 * sentences are the same to a predicate when both say it with the same fillers, time, place and manner apart. A claim
 * rule must fire on its text and yield what is expected. The texts of a conflict are read as drafts on one situation,
 * then as one draft.
 *
 * @problem: what was found instead, one line, when the test fails.
 * Returns: whether it passes. */
gboolean bel_rule_test_run (const BelEngine *engine, const BelRuleInfo *rule, const BelRuleTest *test,
                            GString *problem);
