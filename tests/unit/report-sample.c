/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-report.h"

#include <string.h>

static const char PLAIN[]
    = "Dam talks held\n"
      "\n"
      "Mayor Ana Ruiz met engineer Bo Lind on Monday, a city official said. The river rose again overnight.\n"
      "\n"
      "Lind's lawyer denied that the engineer met Ruiz. The water board has neither confirmed nor denied the "
      "meeting.\n";

/* the same sentences, dressed up: markup, quotes, escapes, a wide letter, a direction override */
static const char HOSTILE[] = "Dam <b>talks</b> held\n"
                              "\n"
                              "Mayor Ana Ruiz met engineer Bo Lind on Monday, a city official said. \"%0A::error::\" & "
                              "]]> \033[31m \xE6\xB0\xB4 \xE2\x80\xAE.\n"
                              "\n"
                              "Lind's lawyer denied that the engineer met Ruiz. The water board has neither confirmed "
                              "nor denied the meeting.\n";

static BelSpan
find (const BelDocument *document, const char *words)
{
  const char *at = strstr (document->text, words);
  g_assert (at);
  uint32_t start = (uint32_t) (at - document->text);
  return BEL_SPAN (start, start + (uint32_t) strlen (words));
}

static void
add_sentence (BelDocument *document, const char *first, const char *last)
{
  BelSentence *sentence = bel_vec_add (document->arena, &document->sentences);
  sentence->span = BEL_SPAN (find (document, first).start, find (document, last).end);
}

static void
add_blocks (BelDocument *document, bool hostile)
{
  bel_document_add_block (document, BEL_BLOCK_HEADLINE, BEL_SPAN (0, find (document, "held").end));
  const char *second_end = hostile ? "\xE2\x80\xAE." : "overnight.";
  bel_document_add_block (document, BEL_BLOCK_PARAGRAPH,
                          BEL_SPAN (find (document, "Mayor").start, find (document, second_end).end));
  bel_document_add_block (document, BEL_BLOCK_PARAGRAPH,
                          BEL_SPAN (find (document, "Lind's").start, find (document, "the meeting.").end));
  add_sentence (document, "Dam", "held");
  add_sentence (document, "Mayor", "said.");
  add_sentence (document, hostile ? "\"%0A" : "The river", second_end);
  add_sentence (document, "Lind's", "met Ruiz.");
  add_sentence (document, "The water", "the meeting.");
}

static uint32_t
add_attribution (BelClaims *claims, const char *source, const char *cue, BelStance stance, bool anonymous)
{
  uint32_t id = claims->attributions.n;
  BelAttribution *attribution = bel_vec_add (claims->document->arena, &claims->attributions);
  *attribution
      = (BelAttribution){ .id = id,
                          .source = find (claims->document, source),
                          .source_head = BEL_NONE,
                          .source_entity = BEL_NONE,
                          .cue = find (claims->document, cue),
                          .cue_head = BEL_NONE,
                          .cue_class = bel_symbols_intern_str (claims->document->symbols, bel_stance_name (stance)),
                          .stance = stance,
                          .parent = BEL_NONE,
                          .anonymous = anonymous,
                          .anaphor = BEL_NONE,
                          .confidence = 1 };
  return id;
}

static BelSlot
slot_of (const BelDocument *document, const char *words)
{
  return (BelSlot){ .span = find (document, words),
                    .head = BEL_NONE,
                    .entity = BEL_NONE,
                    .key = bel_symbols_intern_lower (document->symbols, words, strlen (words)) };
}

static void
add_claim (BelClaims *claims, const char *words, const char *subject, const char *predicate, const char *object,
           uint32_t attribution)
{
  BelDocument *document = claims->document;
  uint32_t id = claims->claims.n;
  BelClaim *claim = bel_vec_add (document->arena, &claims->claims);
  claim->id = id;
  claim->sentence = id ? 3 : 1;
  claim->head = claim->predicate_head = BEL_NONE;
  claim->parent = BEL_NONE;
  claim->span = find (document, words);
  claim->subject = slot_of (document, subject);
  claim->object = slot_of (document, object);
  claim->predicate = find (document, predicate);
  claim->lemma = bel_symbols_intern_str (document->symbols, "meet");
  claim->attribution = attribution;
  claim->normal.rule = BEL_NONE;
  claim->surface = (BelSurface){ .arg1 = subject, .rel = predicate };
  claim->confidence = 0.93f;
}

static void
add_party (BelFindings *findings, BelDispute *dispute, BelPartySide side, uint32_t claim, uint32_t attribution)
{
  BelParty party = {
    .side = side, .claim = { .document = 0, .claim = claim }, .attribution = attribution, .reported_by = BEL_NONE
  };
  if (claim != BEL_NONE)
    party.claim.span = findings->sources[0]->claims.items[claim].span;
  bel_vec_push (findings->arena, &dispute->parties, party);
}

static void
add_findings (Sample *sample)
{
  BelArena *arena = bel_arena_new ();
  BelFindings *findings = bel_arena_new_struct (arena, BelFindings);
  sample->findings = findings;
  findings->arena = arena;
  findings->sources = sample->sources;
  findings->n_sources = 1;
  const BelClaim *claims = sample->claims->claims.items;
  BelConflict conflict = { .id = "3f2a91bc01de",
                           .rule = "polarity.denial",
                           .class_ = BEL_CLASS_DISPUTE,
                           .severity = BEL_SEVERITY_NOTE,
                           .confidence = 0.91f,
                           .a = { 0, 0, claims[0].span, BEL_SPAN (0, 0) },
                           .b = { 0, 1, claims[1].span, BEL_SPAN (0, 0) },
                           .question = "Did Ana Ruiz meet Bo Lind?",
                           .message = "a city official says so, and Lind's lawyer denies it",
                           .why = "both speak of one meeting\nit cannot have been held and not held" };
  bel_vec_push (arena, &findings->conflicts, conflict);
  BelDispute *dispute = bel_vec_add (arena, &findings->disputes);
  *dispute = (BelDispute){ .id = "d3f2a91bc01d",
                           .question = conflict.question,
                           .class_ = conflict.class_,
                           .severity = conflict.severity,
                           .confidence = conflict.confidence,
                           .related = BEL_NONE };
  bel_vec_push (arena, &dispute->conflicts, 0);
  add_party (findings, dispute, BEL_PARTY_FOR, 0, 0);
  add_party (findings, dispute, BEL_PARTY_AGAINST, 1, 1);
  add_party (findings, dispute, BEL_PARTY_UNCOMMITTED, BEL_NONE, 2);
  findings->counts[BEL_SEVERITY_NOTE] = 1;
}

static void
add_claims (Sample *sample)
{
  BelDocument *document = sample->document;
  sample->claims = bel_arena_new_struct (document->arena, BelClaims);
  sample->claims->document = document;
  sample->sources[0] = sample->claims;
  add_attribution (sample->claims, "a city official", "said.", BEL_STANCE_ASSERT, true);
  add_attribution (sample->claims, "Lind's lawyer", "denied", BEL_STANCE_DENY, false);
  add_attribution (sample->claims, "The water board", "neither confirmed nor denied", BEL_STANCE_UNCOMMITTED, false);
  add_claim (sample->claims, "Mayor Ana Ruiz met engineer Bo Lind on Monday", "Mayor Ana Ruiz", "met",
             "engineer Bo Lind", 0);
  add_claim (sample->claims, "the engineer met Ruiz", "the engineer", "met", "Ruiz", 1);
}

static void
init (Sample *sample, const char *text, bool hostile, uint32_t width)
{
  *sample = (Sample){ 0 };
  g_autoptr (GBytes) whole = g_bytes_new_static (text, strlen (text) + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, strlen (text));
  sample->document = bel_document_new (NULL, hostile ? "a b<c>&\"d:e%.txt" : "draft.txt", bytes);
  add_blocks (sample->document, hostile);
  add_claims (sample);
  add_findings (sample);
  sample->groups[0] = sample->findings;
  sample->file = (BelReportFile){ sample->document->name, 2, 5, sample->document->n_source, BEL_DAY_NONE };
  sample->report = (BelReport){ .version = "9.9.9",
                                .rules = "c0ffee",
                                .files = &sample->file,
                                .n_files = 1,
                                .groups = sample->groups,
                                .n_groups = 1,
                                .snippets = true,
                                .width = width };
}

void
sample_init (Sample *sample, uint32_t width)
{
  init (sample, PLAIN, false, width);
}

void
sample_init_hostile (Sample *sample, uint32_t width)
{
  init (sample, HOSTILE, true, width);
  BelConflict *conflict = &sample->findings->conflicts.items[0];
  conflict->question = sample->findings->disputes.items[0].question = "Did <Ana> & \"Bo\" meet?\n::error::x";
  conflict->message = "a says <so>, %0A and b \033[31m denies\r\nit ]]> & \"more\"";
}

void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->findings, bel_findings_free);
  g_clear_pointer (&sample->document, bel_document_free);
}

char *
sample_write (const Sample *sample, const char *format)
{
  GString *out = g_string_new (NULL);
  bel_format_find (format)->write (&sample->report, out);
  return g_string_free (out, FALSE);
}
