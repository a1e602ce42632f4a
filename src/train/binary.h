/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Training of a BelBinary: logistic regression by AdaGrad, then rounding to one byte a weight. */
#pragma once

#include "syntax/binary.h"

#include <glib.h>

typedef struct BelBinaryTrainer BelBinaryTrainer;

BelBinaryTrainer *bel_binary_trainer_new (uint32_t log2_rows);
void bel_binary_trainer_free (BelBinaryTrainer *trainer);

/** Keeps one decision; @weight: how often it counts. */
void bel_binary_trainer_add (BelBinaryTrainer *trainer, const BelFeatures *features, gboolean yes, float weight);

/** Goes @n_epochs times over all decisions in an order drawn from @seed, in steps of @step at first; features seen
 * fewer than @cutoff times are passed over. Returns: (transfer full) 1 << log2_rows weights. */
int8_t *bel_binary_trainer_run (BelBinaryTrainer *trainer, uint32_t n_epochs, float step, uint32_t cutoff,
                                uint32_t seed, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelBinaryTrainer, bel_binary_trainer_free)
