/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Placeholder until the room's first file. */
extern int bel_room_report;
int bel_room_report;
