package congressbot.dev.simulator;

import congressbot.dev.bridge.Media;

/// What a simulated bridge stands between.
///
/// @param chats the people's phones
/// @param media the files that were sent
/// @param link WhatsApp
record World(Chats chats, Media media, WhatsAppLink link, Pace pace) {}
