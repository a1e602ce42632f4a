/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Conflicts into disputes: one question, its sides, and who took none. */
#pragma once

#include "conflict/finder.h"

/** Sorts and joins finder->found into conflicts and disputes of @findings. */
void bel_disputes_build (BelFinder *finder, BelFindings *findings);

/** The voice two propositions are told in decides the class: see the contract. */
BelConflictClass bel_class_of (BelFinder *finder, const BelFound *found);

/** The innermost attribution @prop is told under, as @holder or at token @token; BEL_NONE: the draft's own voice. */
uint32_t bel_voice_of (const BelFinder *finder, const BelProp *prop, uint32_t holder, uint32_t token);
