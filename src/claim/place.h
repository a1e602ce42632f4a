/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Places in a text, compared by the gazetteer. */
#pragma once

#include "claim/claim.h"
#include "lexis/gazetteer.h"

/** What two places say of each other; see bel_gazetteer_relate(). Places the table does not know are the same when their
 * keys are, else unknown. The two may be of different documents. */
BelPlacesRelation bel_places_relate (const BelGazetteer *gazetteer, const BelDocument *document_a, const BelPlace *a,
                                     const BelDocument *document_b, const BelPlace *b);
