/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What conflict rules may speak of. The room above declares it; this room knows no claims. */
#pragma once

typedef struct BelRuleSchema BelRuleSchema;
