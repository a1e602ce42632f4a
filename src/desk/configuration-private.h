/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Making a configuration: shared by configuration.c and configuration-read.c. */
#pragma once

#include "desk/configuration.h"

BelConfig *bel_config_new (void);
GArray *bel_config_levels_new (void);
BelOverride *bel_override_new (void);
extern const char *const BEL_LEVEL_NAMES[5];
