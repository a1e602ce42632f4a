/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/policy.h"

#include "cli/accept.h"
#include "report/report.h"

#define SECONDS_A_DAY 86400

bool
bel_policy_in_ci (void)
{
  const char *ci = g_getenv ("CI");
  return ci && *ci && g_ascii_strcasecmp (ci, "false") != 0;
}

BelDay
bel_policy_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = epoch && *epoch ? g_ascii_strtoll (epoch, NULL, 10) : g_get_real_time () / G_USEC_PER_SEC;
  return (BelDay) (seconds / SECONDS_A_DAY);
}

typedef struct {
  const BelConfig *config;
  const BelBaseline *baseline;
  const BelProgram *program;
  BelDay today;
} Policy;

/* -- one conflict ---------------------------------------------------------------------------- */

/* @accepts: of the files of the group, by their index. */
static bool
accept_end (GArray *const *accepts, const BelConflict *conflict, const BelFindings *findings, BelClaimRef ref)
{
  bool accepted = false;
  BelEnd end = bel_report_end (findings, ref);
  GArray *list = accepts[ref.document];
  for (guint i = 0; i < list->len; i++) {
    BelAccept *accept = &g_array_index (list, BelAccept, i);
    if (bel_accept_holds (accept, conflict, end.source.start))
      accepted = accept->used = true;
  }
  return accepted;
}

/* The stricter of the levels that hold where its two ends are. */
static int
level_of (const Policy *policy, const BelFindings *findings, const BelConflict *conflict)
{
  const char *class_name = bel_conflict_class_name (conflict->class_);
  int a = bel_config_level (policy->config, findings->sources[conflict->a.document]->document->name, conflict->rule, class_name);
  int b = bel_config_level (policy->config, findings->sources[conflict->b.document]->document->name, conflict->rule, class_name);
  return a < 0 || b < 0 ? MAX (a, b) : MIN (a, b);
}

static void
judge (const Policy *policy, BelFindings *findings, BelConflict *conflict, GArray *const *accepts)
{
  int level = level_of (policy, findings, conflict);
  if (level == BEL_LEVEL_OFF)
    conflict->off = conflict->suppressed = true;
  else if (level > 0)
    conflict->severity = (BelSeverity) (level - 1);
  bool a = accept_end (accepts, conflict, findings, conflict->a), b = accept_end (accepts, conflict, findings, conflict->b);
  if (a || b || (policy->baseline && bel_baseline_has (policy->baseline, conflict->id)))
    conflict->suppressed = true;
}

/* -- one group ------------------------------------------------------------------------------- */

static void
count_again (BelFindings *findings)
{
  findings->suppressed = 0;
  for (int s = 0; s < 3; s++)
    findings->counts[s] = 0;
  for (uint32_t i = 0; i < findings->conflicts.n; i++) {
    const BelConflict *conflict = &findings->conflicts.items[i];
    if (!conflict->suppressed)
      findings->counts[conflict->severity]++;
    else if (!conflict->off)
      findings->suppressed++;
  }
}

/* A dispute is as grave as the gravest of its conflicts that are left. */
static void
grade_disputes (BelFindings *findings)
{
  for (uint32_t d = 0; d < findings->disputes.n; d++) {
    BelDispute *dispute = &findings->disputes.items[d];
    bool first = true;
    for (uint32_t i = 0; i < dispute->conflicts.n; i++) {
      const BelConflict *conflict = &findings->conflicts.items[dispute->conflicts.items[i]];
      if (conflict->suppressed)
        continue;
      dispute->severity = first ? conflict->severity : MAX (dispute->severity, conflict->severity);
      first = false;
    }
  }
}

static void
apply_to_group (const Policy *policy, const BelGroup *group)
{
  BelFindings *findings = group->findings;
  g_autoptr (GPtrArray) accepts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < group->files->len; i++)
    g_ptr_array_add (accepts, bel_accepts_find (((BelFile *) group->files->pdata[i])->document, policy->today));
  for (uint32_t i = 0; i < findings->conflicts.n; i++)
    judge (policy, findings, &findings->conflicts.items[i], (GArray *const *) accepts->pdata);
  count_again (findings);
  grade_disputes (findings);
  for (guint i = 0; i < group->files->len; i++) {
    BelFile *file = group->files->pdata[i];
    bel_accepts_review (accepts->pdata[i], file->document, policy->program, policy->config->require_reason || bel_policy_in_ci (),
                        file->diags);
  }
}

void
bel_policy_apply (const GPtrArray *groups, const BelConfig *config, const BelBaseline *baseline, const BelProgram *program,
                  BelDay today)
{
  Policy policy = { config, baseline, program, today };
  for (guint i = 0; i < groups->len; i++)
    apply_to_group (&policy, groups->pdata[i]);
}
