-- What is known of the queue in Redis, so that its loss is noticed.

-- The marker that stands in Redis. One row and of no congress: all congresses share the queue.
CREATE TABLE queue_marker (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    id       text        NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    -- Whether it was planted; only then its absence is a loss.
    planted  boolean     NOT NULL,
    -- When Redis was last found to have lost the one before.
    lost_at  timestamptz
);

-- In strict mode: messages from the webhook until they stand in the inbox, so that a wiped Redis loses none.
CREATE TABLE intake (
    -- In this order they were accepted, and come back.
    seq         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    channel     text        NOT NULL,
    account     text        NOT NULL,
    message_id  text        NOT NULL,
    -- The queue's key.
    conversation text       NOT NULL,
    -- As the queue holds it; text, because not a byte of it may change.
    envelope    text        NOT NULL,
    -- The webhook as it came.
    raw         bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    UNIQUE (channel, account, message_id)
);
