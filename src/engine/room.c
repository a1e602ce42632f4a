/* Placeholder until the room's first file. */
extern int bel_room_engine;
int bel_room_engine;
