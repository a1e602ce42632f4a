/* Placeholder until the room's first file. */
extern int bel_room_report;
int bel_room_report;
