/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/policy.h"

#include "base/closest.h"
#include "desk/accept.h"
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

/* -- one conflict ---------------------------------------------------------------------------- */

/* @accepts: of the files of the group, by their index. Returns: (nullable) the comment that accepts the conflict. */
static const BelAccept *
accept_end (BelAccepts *const *accepts, const BelConflict *conflict, const BelFindings *findings, BelClaimRef ref)
{
  const BelAccept *found = NULL;
  BelEnd end = bel_report_end (findings, ref);
  GArray *list = accepts[ref.document]->comments;
  for (guint i = 0; i < list->len; i++) {
    BelAccept *accept = &g_array_index (list, BelAccept, i);
    if (!bel_accept_holds (accept, conflict, end.source.start))
      continue;
    accept->used = true;
    found = found ? found : accept;
  }
  return found;
}

/* The stricter of the levels that hold where its two ends are. */
static int
level_of (const BelPolicy *policy, const BelFindings *findings, const BelConflict *conflict)
{
  const char *class_name = bel_conflict_class_name (conflict->class_);
  int a = bel_config_level (policy->config, findings->sources[conflict->a.document]->document->name, conflict->rule,
                            class_name);
  int b = bel_config_level (policy->config, findings->sources[conflict->b.document]->document->name, conflict->rule,
                            class_name);
  return a < 0 || b < 0 ? MAX (a, b) : MIN (a, b);
}

static bool
is_never_accepted (const BelPolicy *policy, const BelConflict *conflict)
{
  const GPtrArray *never = policy->config->accept.never;
  for (guint i = 0; i < never->len; i++)
    if (bel_selector_matches (never->pdata[i], conflict->rule, bel_conflict_class_name (conflict->class_)))
      return true;
  return false;
}

static void
accept_conflict (const BelPolicy *policy, BelFindings *findings, BelConflict *conflict, BelAccepts *const *accepts)
{
  const BelAccept *a = accept_end (accepts, conflict, findings, conflict->a),
                  *b = accept_end (accepts, conflict, findings, conflict->b);
  const BelAccept *accept = a ? a : b;
  const char *line = policy->baseline ? bel_baseline_reason (policy->baseline, conflict->id) : NULL;
  if (is_never_accepted (policy, conflict))
    accept = NULL;
  if (!accept && !line)
    return;
  conflict->suppressed = true;
  conflict->accepted_in_draft = accept != NULL;
  conflict->accepted_why = bel_arena_strdup (findings->arena, accept ? accept->reason : line);
}

static bool
is_changed (const BelPolicy *policy, const BelFindings *findings, BelClaimRef ref)
{
  BelEnd end = bel_report_end (findings, ref);
  return bel_changes_touch (policy->changes, end.document->name, end.start.line1, end.end.line1);
}

static void
judge (const BelPolicy *policy, BelFindings *findings, BelConflict *conflict, BelAccepts *const *accepts)
{
  int level = level_of (policy, findings, conflict);
  if (level == BEL_LEVEL_OFF)
    conflict->off = conflict->suppressed = true;
  else if (level > 0)
    conflict->severity = (BelSeverity) (level - 1);
  if (policy->changes && !is_changed (policy, findings, conflict->a)) {
    conflict->b_is_new = is_changed (policy, findings, conflict->b);
    if (!conflict->b_is_new)
      conflict->off = conflict->suppressed = true;
  }
  accept_conflict (policy, findings, conflict, accepts);
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
apply_to_group (const BelPolicy *policy, const BelGroup *group)
{
  BelFindings *findings = group->findings;
  BelAcceptPolicy rules = policy->config->accept;
  rules.require_reason = rules.require_reason || bel_policy_in_ci ();
  g_autoptr (GPtrArray) accepts = g_ptr_array_new_with_free_func ((GDestroyNotify) bel_accepts_free);
  for (guint i = 0; i < group->files->len; i++)
    g_ptr_array_add (accepts, bel_accepts_find (((BelFile *) group->files->pdata[i])->document, policy->today));
  for (uint32_t i = 0; i < findings->conflicts.n; i++)
    judge (policy, findings, &findings->conflicts.items[i], (BelAccepts *const *) accepts->pdata);
  count_again (findings);
  grade_disputes (findings);
  for (guint i = 0; i < group->files->len; i++) {
    BelFile *file = group->files->pdata[i];
    bel_accepts_review (accepts->pdata[i], file->document, policy->program, &rules, file->diags);
  }
}

void
bel_policy_apply (const GPtrArray *groups, const BelPolicy *policy)
{
  for (guint i = 0; i < groups->len; i++)
    apply_to_group (policy, groups->pdata[i]);
}

/* -- the configuration ----------------------------------------------------------------------- */

static void
review_levels (const BelConfig *config, const GArray *levels, const GPtrArray *known, BelDiags *diags)
{
  for (guint i = 0; i < levels->len; i++) {
    const BelRuleLevel *row = &g_array_index (levels, BelRuleLevel, i);
    const BelConfigText *text = &g_array_index (config->texts, BelConfigText, row->text);
    const char *word = row->selector;
    if (bel_selector_is_known (word, known))
      continue;
    const char *meant = bel_closest (word, (const char *const *) known->pdata, known->len);
    bel_diags_add (diags, BEL_SEVERITY_WARNING, "config", text->path, text->text, text->n_bytes, row->at,
                   meant ? "there is no rule '%s': did you mean '%s'?" : "there is no rule '%s'", word, meant);
  }
}

void
bel_policy_review_config (const BelConfig *config, const BelProgram *program, BelDiags *diags)
{
  if (!config->levels->len && !config->overrides->len)
    return;
  g_autoptr (GPtrArray) known = bel_selectors_known (program);
  review_levels (config, config->levels, known, diags);
  for (guint i = 0; i < config->overrides->len; i++)
    review_levels (config, ((BelOverride *) config->overrides->pdata[i])->levels, known, diags);
}
