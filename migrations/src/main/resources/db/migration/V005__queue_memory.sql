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
