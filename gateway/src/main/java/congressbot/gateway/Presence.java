package congressbot.gateway;

/// Whether people see that their message was read and that we type.
public enum Presence {
    SHOWN,
    HIDDEN
}
