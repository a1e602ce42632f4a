/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** belie rules profile: what rules cost. */
#pragma once

#include "cli/cli.h"

/** Runs the @n drafts @names through @engine and shows, for each rule that was tried or fired, how often and at what
 * cost. Returns: an exit status. */
int bel_rules_profile (const BelEngine *engine, char **names, int n);
