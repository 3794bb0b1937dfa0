-- What real numbers on WhatsApp bring: messages that are changed or deleted, two chats that turn out to be one
-- person's, Brazilian phones with and without the ninth digit, and numbers of ours that are off.

-- Messages whose change came before they did, or whose deletion: when they come, they are not heard.
CREATE TABLE forestalled_messages (
    congress_id     text        NOT NULL,
    channel         text        NOT NULL,
    account         text        NOT NULL,
    message_id      text        NOT NULL,
    -- Only a message of the same chat is meant: ids are chosen by people's phones.
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    -- edited: its new words were heard in its place.
    how             text        NOT NULL CHECK (how IN ('edited', 'deleted')),
    at              timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (conversation_id, channel, account, message_id)
);
CREATE INDEX forestalled_messages_by_age ON forestalled_messages (at);

-- Chats that went into another one, because both were one person's: who asks for the old one finds the other.
CREATE TABLE merged_conversations (
    id          bigint      PRIMARY KEY,
    congress_id text        NOT NULL,
    into_id     bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX merged_conversations_by_target ON merged_conversations (into_id);

-- Append-only as before; what happened in a chat goes with it into the other one.
CREATE OR REPLACE FUNCTION refuse_other_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF pg_trigger_depth() > 1 THEN -- the conversation was deleted
            RETURN OLD;
        END IF;
    ELSIF NEW.detail IS NULL AND to_jsonb(NEW) - 'detail' = to_jsonb(OLD) - 'detail' THEN
        RETURN NEW;
    ELSIF to_jsonb(NEW) - 'conversation_id' = to_jsonb(OLD) - 'conversation_id'
          AND EXISTS (SELECT FROM merged_conversations
                      WHERE id = OLD.conversation_id AND into_id = NEW.conversation_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'conversation_events is append-only';
END
$$;

-- By what two phones may be the same line: a Brazilian mobile number that had eight digits once has nine now, and an
-- id of WhatsApp may have kept the eight. Numbers that begin with 2 to 5 after the area code never had the ninth:
-- they are landlines, or mobiles that were nine digits long from the first day.
CREATE FUNCTION phone_line(phone text) RETURNS text
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN regexp_replace(phone, '^\+55([1-9][1-9])9?([6-9][0-9]{7})$', '+55\1\2');

CREATE INDEX participants_by_line ON participants (congress_id, phone_line(phone));
CREATE INDEX conversations_by_line ON conversations (congress_id, phone_line(phone)) WHERE phone IS NOT NULL;

-- Of a chat that is erased, or goes into another one, all rows are looked for. Neither column ever changes but then.
CREATE INDEX outbox_by_conversation ON outbox (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX alerts_by_conversation ON alerts (conversation_id);

-- How each number of ours is linked to WhatsApp, as the gateway told last.
CREATE TABLE number_states (
    congress_id   text        NOT NULL,
    channel       text        NOT NULL,
    account       text        NOT NULL,
    -- connected, disconnected, logged out, banned, outdated, unreachable; NULL: nothing was told.
    state         text        CHECK (length(state) BETWEEN 1 AND 40),
    -- When it was first told to be so.
    since         timestamptz,
    -- Of the newest fact about the state; what was true before changes nothing.
    told_at       timestamptz,
    -- Until then WhatsApp lets it write to nobody new.
    limited_until timestamptz,
    -- When a mail told of trouble with it; others of the same hour are not mailed.
    mailed_at     timestamptz,
    PRIMARY KEY (channel, account)
);

-- Last, for they hold up whoever writes until the transaction ends.
ALTER TABLE messages
    -- in only. The first content of a message that the person changed afterwards; nothing once she deletes it.
    ADD COLUMN before_edit jsonb,
    -- in only. The fields of the form that it gave a value: what it meant, should it be changed.
    ADD COLUMN answered    text[];

-- Which message a question stood in; forgotten with it.
ALTER TABLE questions
    ADD COLUMN message_id text;
