/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/tagger.h"

#include <string.h>

/* What stands beyond the ends of a sentence. */
static const BelWord OUTSIDE
    = { .form = 1, .lower = 1, .digits = 1, .vector = BEL_WORD_UNKNOWN, .cluster = 254, .coarse = 254 };
#define TAG_OUTSIDE 255u

typedef struct {
  uint32_t *features;
  uint32_t n;
} Out;

static void
add1 (Out *out, uint32_t template, uint32_t a)
{
  out->features[out->n++] = bel_hash (bel_hash (template * 0x3C6EF372u + 1, a), template);
}

static void
add2 (Out *out, uint32_t template, uint32_t a, uint32_t b)
{
  out->features[out->n++] = bel_hash (bel_hash (bel_hash (template * 0x3C6EF372u + 2, a), b), template);
}

/* Words with nothing to say but their digits are looked at without them. */
static void
add_word (Out *out, const BelWord *w)
{
  add1 (out, 1, w->digits);
  add1 (out, 2, w->form);
  for (uint32_t k = 0; k < BEL_WORD_SUFFIXES; k++)
    add1 (out, 3 + k, w->suffix[k]);
  for (uint32_t k = 0; k < BEL_WORD_PREFIXES; k++)
    add1 (out, 7 + k, w->prefix[k]);
  add1 (out, 10, w->shape);
  add2 (out, 11, w->suffix[2], w->capital);
  add1 (out, 12, w->cluster);
  add2 (out, 13, w->cluster, w->capital);
}

static void
add_context (Out *out, const BelWord *w, const BelWord *p, const BelWord *pp, const BelWord *s, const BelWord *ss)
{
  add1 (out, 14, p->digits);
  add1 (out, 15, s->digits);
  add1 (out, 16, pp->digits);
  add1 (out, 17, ss->digits);
  add1 (out, 18, p->cluster);
  add1 (out, 19, s->cluster);
  add2 (out, 20, ss->coarse, s->coarse);
  add2 (out, 21, p->suffix[2], 0);
  add1 (out, 22, s->suffix[2]);
  add1 (out, 23, s->suffix[1]);
  add2 (out, 24, w->digits, s->digits);
  add2 (out, 25, w->digits, p->digits);
  add2 (out, 26, w->digits, s->coarse);
  add2 (out, 27, s->shape, w->shape);
  add2 (out, 28, w->cluster, s->cluster);
  add2 (out, 29, p->digits, s->digits);
}

static void
add_tags (Out *out, const BelWord *w, const BelWord *s, uint32_t tag1, uint32_t tag2)
{
  uint32_t both = tag1 << 8 | tag2;
  add1 (out, 30, tag1);
  add1 (out, 31, both);
  add2 (out, 32, tag1, w->digits);
  add2 (out, 33, both, w->digits);
  add2 (out, 34, tag1, w->suffix[2]);
  add2 (out, 35, tag1, s->digits);
  add2 (out, 36, both, w->coarse);
  add2 (out, 37, tag1, s->cluster);
  add2 (out, 38, tag1, w->shape);
}

uint32_t
bel_tagger_features (const BelWord *words, const uint8_t *tags, uint32_t i, uint32_t n,
                     uint32_t features[BEL_TAGGER_FEATURES])
{
  Out out = { features, 0 };
  const BelWord *w = &words[i];
  const BelWord *p = i > 0 ? w - 1 : &OUTSIDE, *pp = i > 1 ? w - 2 : &OUTSIDE;
  const BelWord *s = i + 1 < n ? w + 1 : &OUTSIDE, *ss = i + 2 < n ? w + 2 : &OUTSIDE;
  add_word (&out, w);
  add_context (&out, w, p, pp, s, ss);
  add_tags (&out, w, s, i > 0 ? tags[i - 1] : TAG_OUTSIDE, i > 1 ? tags[i - 2] : TAG_OUTSIDE);
  return out.n;
}

gboolean
bel_tagger_init (BelTagger *tagger, const void *section, size_t n_bytes)
{
  const BelTaggerHeader *header = section;
  if (!section || n_bytes < sizeof *header || header->n_tags == 0 || header->n_tags > BEL_TAGGER_MAX_TAGS)
    return FALSE;
  size_t before = (sizeof *header + header->n_tags * sizeof (BelTagPair) + 15) / 16 * 16;
  if (n_bytes < before || !bel_linear_init (&tagger->linear, (const char *) section + before, n_bytes - before)
      || tagger->linear.n_classes != header->n_tags)
    return FALSE;
  tagger->n_tags = header->n_tags;
  tagger->pairs = (const BelTagPair *) (header + 1);
  for (uint32_t i = 0; i < tagger->n_tags; i++)
    if (tagger->pairs[i].pos >= BEL_N_POS || tagger->pairs[i].xpos >= BEL_N_XPOS)
      return FALSE;
  return TRUE;
}

void
bel_tagger_run (const BelTagger *tagger, const BelWord *words, uint32_t n, uint8_t *tags)
{
  for (uint32_t i = 0; i < n; i++) {
    uint32_t features[BEL_TAGGER_FEATURES];
    int32_t scores[BEL_TAGGER_MAX_TAGS] = { 0 };
    uint32_t n_features = bel_tagger_features (words, tags, i, n, features);
    bel_linear_score (&tagger->linear, features, n_features, scores);
    uint32_t best = 0;
    for (uint32_t t = 1; t < tagger->n_tags; t++)
      if (scores[t] > scores[best])
        best = t;
    tags[i] = (uint8_t) best;
  }
}
