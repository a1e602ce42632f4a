/* Placeholder until the room's first file. */
extern int bel_room_conflict;
int bel_room_conflict;
