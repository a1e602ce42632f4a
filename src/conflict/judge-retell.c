/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A sentence of a draft that is told once more, and otherwise. */
#include "conflict/judge.h"

#include "conflict/retell.h"
#include "conflict/scene.h"

static bool
asks (const BelFinder *finder, const BelProp *sentence)
{
  const BelDocument *document = bel_finder_document (finder, sentence->document);
  const BelSentence *s = &document->sentences.items[sentence->sentence];
  return document->text[document->tokens.span[s->first_token + s->n_tokens - 1].start] == '?';
}

static bool
may_be_told_twice (const BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || asks (e->finder, e->a)
      || asks (e->finder, e->b))
    return false;
  bool ordered = e->a->document != e->b->document ? e->a->document < e->b->document : e->a->sentence < e->b->sentence;
  return ordered && bel_retelling_possible (e->finder, e->index_a, e->index_b);
}

/* Of two texts: of somebody whom either brings in, and of what is done by turns, other rules judge whether the scene is one. */
static bool
may_be_two_scenes (const BelEvidence *e)
{
  const BelRetelling *r = &e->retelling;
  return e->finder->options.same_situation
         && (bel_scene_brings_in (e->finder, e->a) || bel_scene_brings_in (e->finder, e->b)
             || bel_scene_by_turns (e->finder, e->a->document, r->token_a, e->b->document, r->token_b));
}

static float
retold (BelEvidence *e, BelRetold kind)
{
  if (!e->retold) {
    e->retold = true;
    e->retelling = (BelRetelling){ .kind = BEL_RETOLD_NOTHING };
    if (may_be_told_twice (e)) {
      if (!e->worded)
        bel_wording_compare (e->finder, e->a->document, e->a->sentence, e->b->document, e->b->sentence, &e->wording);
      e->worded = true;
      bel_retelling_read (e->finder, e->a, e->b, &e->wording, &e->retelling);
    }
  }
  if (e->retelling.kind != kind || (kind == BEL_RETOLD_OPPOSITE && may_be_two_scenes (e)))
    return 0;
  e->token_a = e->retelling.token_a;
  e->token_b = e->retelling.token_b;
  return e->retelling.trust;
}

float
bel_judge_retold_number (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_NUMBER);
}

float
bel_judge_retold_time (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_TIME);
}

float
bel_judge_retold_place (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_PLACE);
}

float
bel_judge_retold_opposite (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_OPPOSITE);
}

float
bel_judge_retold_name (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_NAME);
}

float
bel_judge_retold_negation (BelEvidence *e)
{
  return retold (e, BEL_RETOLD_NEGATION);
}
