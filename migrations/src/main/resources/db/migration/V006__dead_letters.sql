-- What became of a dead letter.

ALTER TABLE dead_letters
    -- for-a-person: it cannot be replayed any more, because the chat went on without it.
    ADD COLUMN status     text        NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'replayed', 'dropped', 'for-a-person')),
    ADD COLUMN handled_at timestamptz,
    ADD CONSTRAINT dead_letters_handled CHECK ((status = 'open') = (handled_at IS NULL));

-- The alarm counts these every few seconds.
CREATE INDEX dead_letters_open ON dead_letters (id) WHERE status = 'open';
CREATE INDEX dead_letters_by_age ON dead_letters (created_at);
