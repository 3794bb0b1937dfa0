-- Conversations that a person answers: who waits, who took over, what was said and noted.

ALTER TABLE conversations
    -- Why the bot is silent. waiting: a person is to answer, and nobody does yet. phone: somebody answers on the
    -- organisers' own phone. taken: somebody answers in the panel; the open row of takeovers says who.
    ADD COLUMN attention       text        CHECK (attention IN ('waiting', 'phone', 'taken')),
    -- When the bot answers again by itself. For taken it stands in takeovers.
    ADD COLUMN attention_until timestamptz,
    -- Messages that the bot left to the organisers, since one of them looked.
    ADD COLUMN unread          integer     NOT NULL DEFAULT 0 CHECK (unread >= 0),
    -- The account that is to look after it, and its name.
    ADD COLUMN assignee_id     bigint,
    ADD COLUMN assignee_name   text,
    ADD CONSTRAINT attention_ends
        CHECK (coalesce(attention IN ('waiting', 'phone'), false) = (attention_until IS NOT NULL)),
    ADD CONSTRAINT assignee_named CHECK ((assignee_id IS NULL) = (assignee_name IS NULL));

-- The list of the panel: newest first, and the few that somebody has to look at.
CREATE INDEX conversations_newest ON conversations (congress_id, last_seen_at DESC, id DESC);
CREATE INDEX conversations_to_look_at ON conversations (congress_id, last_seen_at DESC, id DESC)
    WHERE unread > 0 OR attention IS NOT NULL;

ALTER TABLE messages
    -- out only. NULL: the bot. notice: the bot, about a person who comes or goes.
    ADD COLUMN said_by      text CHECK (said_by IN ('account', 'phone', 'notice')),
    -- The name of the account.
    ADD COLUMN said_by_name text,
    -- cancelled: a person answered instead.
    DROP CONSTRAINT messages_delivery_check,
    ADD CONSTRAINT messages_delivery_check
        CHECK (delivery IN ('received', 'pending', 'sent', 'delivered', 'read', 'failed', 'cancelled')) NOT VALID;

-- Somebody of the organisers answers a chat.
CREATE TABLE takeovers (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id     text        NOT NULL,
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    account_id      bigint,
    account_name    text        NOT NULL CHECK (length(account_name) BETWEEN 1 AND 120),
    begun_at        timestamptz NOT NULL,
    -- Row of outbox: what the bot said up to it is withdrawn.
    last_reply      bigint      NOT NULL,
    -- Nothing of the bot was in flight any more.
    taken_at        timestamptz,
    -- When the bot answers again, unless it is given back before.
    until           timestamptz NOT NULL,
    ended_at        timestamptz,
    ended_how       text        CHECK (ended_how IN ('given-back', 'time', 'passed-on', 'erased')),
    CHECK ((ended_at IS NULL) = (ended_how IS NULL))
);
CREATE UNIQUE INDEX takeovers_one_at_a_time ON takeovers (conversation_id) WHERE ended_at IS NULL;
CREATE INDEX takeovers_by_conversation ON takeovers (conversation_id, id);
CREATE INDEX takeovers_by_age ON takeovers (ended_at);

-- Something that the organisers should look at.
CREATE TABLE alerts (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id     text        NOT NULL,
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    kind            text        NOT NULL CHECK (kind IN ('asked', 'failures', 'insult', 'probing', 'staff')),
    raised_at       timestamptz NOT NULL,
    -- When a mail told of it; others of the same hour are not mailed.
    mailed_at       timestamptz,
    closed_at       timestamptz,
    closed_by       text
);
CREATE UNIQUE INDEX alerts_one_open ON alerts (conversation_id, kind) WHERE closed_at IS NULL;
CREATE INDEX alerts_open ON alerts (congress_id, raised_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX alerts_by_age ON alerts (raised_at);

-- What the organisers tell each other about a chat. Never sent.
CREATE TABLE conversation_notes (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id     text        NOT NULL,
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    account_name    text        NOT NULL,
    text            text        NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    -- One row for one form, however often it is sent.
    nonce           text        NOT NULL,
    at              timestamptz NOT NULL,
    UNIQUE (conversation_id, nonce)
);
CREATE INDEX conversation_notes_by_age ON conversation_notes (at);

-- Answers that are written once and used often.
CREATE TABLE canned_replies (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
    text        text        NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    -- Raised by every change: an editor that saw an older one changes nothing.
    version     integer     NOT NULL DEFAULT 1,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (congress_id, title)
);
