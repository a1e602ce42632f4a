/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/conflict.h"

const char *
bel_conflict_class_name (BelConflictClass class_)
{
  static const char *const NAMES[]
      = { "self-contradiction", "undisclosed-dispute", "dispute", "archive", "superseded" };
  return NAMES[class_];
}

BelSeverity
bel_conflict_class_severity (BelConflictClass class_)
{
  static const BelSeverity SEVERITIES[]
      = { BEL_SEVERITY_ERROR, BEL_SEVERITY_WARNING, BEL_SEVERITY_NOTE, BEL_SEVERITY_WARNING, BEL_SEVERITY_NOTE };
  return SEVERITIES[class_];
}

void
bel_findings_free (BelFindings *findings)
{
  if (findings)
    bel_arena_free (findings->arena);
}
