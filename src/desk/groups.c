/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/groups.h"

#include "desk/accept.h"

static void
group_free (gpointer data)
{
  BelGroup *group = data;
  bel_findings_free (group->findings);
  g_ptr_array_unref (group->files);
  g_free (group->sources);
  g_free (group);
}

static BelGroup *
group_new (GPtrArray *groups)
{
  BelGroup *group = g_new0 (BelGroup, 1);
  group->files = g_ptr_array_new ();
  g_ptr_array_add (groups, group);
  return group;
}

/* The group a file belongs to, made when it is the first of it. */
static BelGroup *
group_for (GPtrArray *groups, GHashTable *stories, const BelFile *file, BelGrouping grouping)
{
  const char *story = file->document->story;
  if (grouping == BEL_GROUP_SET)
    return groups->len ? groups->pdata[0] : group_new (groups);
  if (grouping == BEL_GROUP_FILE || !story)
    return group_new (groups);
  BelGroup *group = g_hash_table_lookup (stories, story);
  if (!group) {
    group = group_new (groups);
    g_hash_table_insert (stories, (gpointer) story, group);
  }
  return group;
}

typedef struct {
  const BelEngine *engine;
  float min_confidence;
  uint32_t n_authority;
} Job;

static void
compare_group (gpointer item, gpointer data)
{
  BelGroup *group = item;
  const Job *job = data;
  BelFile *first = group->files->pdata[0];
  group->sources = g_new (BelClaims *, group->files->len);
  for (guint i = 0; i < group->files->len; i++)
    group->sources[i] = ((BelFile *) group->files->pdata[i])->claims;
  if (group->files->len == 1 && first->findings) { /* compared when it was settled */
    group->findings = g_steal_pointer (&first->findings);
    group->findings->sources = group->sources;
    return;
  }
  BelCompareOptions options = {
    .scope = BEL_SCOPE_SET,
    .min_confidence = job->min_confidence,
    .n_authority = job->n_authority,
    .gazetteer = bel_engine_gazetteer (job->engine),
    .wordnet = bel_engine_wordnet (job->engine),
  };
  group->findings = bel_conflicts_find (bel_engine_program (job->engine), group->sources, group->files->len, &options);
}

GPtrArray *
bel_groups_compare (const BelEngine *engine, const GPtrArray *files, BelFile *facts, BelGrouping grouping,
                    float min_confidence, guint jobs)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) stories = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < files->len; i++) {
    BelFile *file = files->pdata[i];
    if (file->claims)
      g_ptr_array_add (group_for (groups, stories, file, grouping)->files, file);
  }
  for (guint i = 0; facts && i < groups->len; i++)
    g_ptr_array_add (((BelGroup *) groups->pdata[i])->files, facts);
  Job job = { engine, min_confidence, facts != NULL };
  bel_inputs_each (groups, jobs, compare_group, &job);
  return groups;
}

void
bel_file_settle (const BelEngine *engine, BelFile *file, BelGrouping grouping, float min_confidence)
{
  bool alone = grouping == BEL_GROUP_FILE || (grouping == BEL_GROUP_STORY && !file->document->story);
  if (!alone)
    return;
  g_autoptr (BelAccepts) accepts = bel_accepts_find (file->document, BEL_DAY_NONE);
  if (accepts->comments->len)
    return;
  Job job = { engine, min_confidence, 0 };
  BelGroup group = { .files = g_ptr_array_new () };
  g_ptr_array_add (group.files, file);
  compare_group (&group, &job);
  file->settled = group.findings->conflicts.n == 0;
  g_ptr_array_unref (group.files);
  group.findings->sources = NULL;
  g_free (group.sources);
  if (!file->settled) {
    file->findings = group.findings;
    return;
  }
  bel_findings_free (group.findings);
  file->claims = NULL;
  g_clear_pointer (&file->document, bel_document_free);
}
