-- Questions without an answer in groups of a kind, who is told of the answer, and who edited what the bot knows.

-- The name of the organiser who wrote a version in the panel.
ALTER TABLE knowledge_documents
    ADD COLUMN author text CHECK (length(author) BETWEEN 1 AND 200);

-- Questions that mean the same. A group has no words of its own: it shows those of its questions, and they can be
-- forgotten.
CREATE TABLE question_groups (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    status      text        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'dismissed')),
    -- As they were published, and the document in which they stand.
    heading     text,
    answer      text,
    document    text,
    decided_by  text        CHECK (length(decided_by) BETWEEN 1 AND 200),
    decided_at  timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT question_groups_decided CHECK ((status = 'open') = (decided_at IS NULL)),
    CONSTRAINT question_groups_answered CHECK ((status = 'answered') = (answer IS NOT NULL))
);
CREATE INDEX question_groups_by_status ON question_groups (congress_id, status, id);

ALTER TABLE questions
    -- What it is about and what it asks for, in words that can be compared; forgotten with the question.
    ADD COLUMN words    text,
    ADD COLUMN kinds    text,
    -- Later questions are compared with this one.
    ADD COLUMN leads    boolean NOT NULL DEFAULT false,
    ADD COLUMN group_id bigint  REFERENCES question_groups ON DELETE SET NULL;
CREATE INDEX questions_leading ON questions USING gin (words gin_trgm_ops) WHERE leads;
CREATE INDEX questions_by_group ON questions (group_id, id) WHERE group_id IS NOT NULL;
CREATE INDEX questions_ungrouped ON questions (id)
    WHERE answered_by = 'nobody' AND question IS NOT NULL AND group_id IS NULL;

-- Who asked is told the answer, once; its message is written when its time has come, so that nothing waits behind it.
CREATE TABLE answer_notices (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id     text        NOT NULL,
    group_id        bigint      NOT NULL REFERENCES question_groups ON DELETE CASCADE,
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    -- dropped: the chat was erased or its question forgotten meanwhile, or somebody talked to the person for too long.
    status          text        NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'told', 'dropped')),
    due_at          timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    UNIQUE (group_id, conversation_id),
    CONSTRAINT answer_notices_finished CHECK ((status = 'pending') = (finished_at IS NULL))
);
CREATE INDEX answer_notices_due ON answer_notices (due_at) WHERE status = 'pending';
CREATE INDEX answer_notices_by_conversation ON answer_notices (conversation_id);
CREATE INDEX answer_notices_by_age ON answer_notices (finished_at);
