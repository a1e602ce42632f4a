/* Placeholder until the room's first file. */
extern int bel_room_claim;
int bel_room_claim;
