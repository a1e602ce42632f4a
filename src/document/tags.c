/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/tags.h"

#include <string.h>

static const char *const DEP_NAMES[] = {
#define L(name, text, base) text,
#include "document/labels.def"
#undef L
};

static const char *const POS_NAMES[] = {
#define U(name) #name,
#include "document/upos.def"
#undef U
};

static const char *const XPOS_NAMES[] = {
#define P(name, text) text,
#include "document/xpos.def"
#undef P
};

#define MAX_VALUES 16

typedef struct {
  const char *name;
  const char *values[MAX_VALUES];
} Feature;

static const Feature FEATURES[] = {
#define F(name_, text_, bits_, ...) { .name = text_, .values = { NULL, __VA_ARGS__ } },
#include "document/feats.def"
#undef F
};

void
bel_feats_format (BelFeats feats, GString *out)
{
  if (!feats) {
    g_string_append_c (out, '_');
    return;
  }
  gboolean first = TRUE;
  for (BelFeat f = 0; f < BEL_N_FEATS; f++) {
    unsigned value = bel_feats_get (feats, f);
    if (!value)
      continue;
    g_string_append_printf (out, "%s%s=%s", first ? "" : "|", FEATURES[f].name, FEATURES[f].values[value]);
    first = FALSE;
  }
}

static BelFeats
parse_one (BelFeats feats, const char *text, size_t n)
{
  const char *equals = memchr (text, '=', n);
  if (!equals)
    return feats;
  size_t n_name = (size_t) (equals - text), n_value = n - n_name - 1;
  for (BelFeat f = 0; f < BEL_N_FEATS; f++) {
    if (strlen (FEATURES[f].name) != n_name || strncmp (FEATURES[f].name, text, n_name) != 0)
      continue;
    for (unsigned v = 1; v < MAX_VALUES && FEATURES[f].values[v]; v++)
      if (strlen (FEATURES[f].values[v]) == n_value && strncmp (FEATURES[f].values[v], equals + 1, n_value) == 0)
        return bel_feats_set (feats, f, v);
  }
  return feats;
}

BelFeats
bel_feats_parse (const char *text)
{
  BelFeats feats = 0;
  while (*text) {
    size_t n = strcspn (text, "|");
    feats = parse_one (feats, text, n);
    text += n;
    if (*text)
      text++;
  }
  return feats;
}

const char *
bel_dep_name (BelDep dep)
{
  return DEP_NAMES[dep];
}

const char *
bel_pos_name (BelPos pos)
{
  return POS_NAMES[pos];
}

const char *
bel_xpos_name (BelXpos xpos)
{
  return XPOS_NAMES[xpos];
}

const char *
bel_feat_name (BelFeat feat)
{
  return FEATURES[feat].name;
}

const char *
bel_feat_value_name (BelFeat feat, unsigned value)
{
  return FEATURES[feat].values[value];
}

static gboolean
find_name (const char *const *names, unsigned n, const char *text, size_t n_text, unsigned *out)
{
  for (unsigned i = 0; i < n; i++) {
    if (strlen (names[i]) == n_text && strncmp (names[i], text, n_text) == 0) {
      *out = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
bel_dep_parse (const char *text, BelDep *out)
{
  unsigned found;
  if (!find_name (DEP_NAMES, BEL_N_DEPS, text, strlen (text), &found)
      && !find_name (DEP_NAMES, BEL_N_DEPS, text, strcspn (text, ":"), &found))
    return FALSE;
  *out = found;
  return TRUE;
}

gboolean
bel_pos_parse (const char *text, BelPos *out)
{
  unsigned found;
  if (!find_name (POS_NAMES, BEL_N_POS, text, strlen (text), &found))
    return FALSE;
  *out = found;
  return TRUE;
}

gboolean
bel_xpos_parse (const char *text, BelXpos *out)
{
  unsigned found;
  if (!find_name (XPOS_NAMES, BEL_N_XPOS, text, strlen (text), &found))
    return FALSE;
  *out = found;
  return TRUE;
}

BelDep
bel_dep_base (BelDep dep)
{
  static const uint8_t BASES[] = {
#define L(name, text, base) BEL_DEP_##base,
#include "document/labels.def"
#undef L
  };
  return BASES[dep];
}
