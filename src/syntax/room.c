/* Placeholder until the room's first file. */
extern int bel_room_syntax;
int bel_room_syntax;
