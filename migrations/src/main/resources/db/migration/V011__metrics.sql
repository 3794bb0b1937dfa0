-- The organisers' figures: what is counted, and the counts.

-- Of an event: what it counts under. None of it names or reaches anybody, so it stays when a person is forgotten.
ALTER TABLE conversation_events
    ADD COLUMN channel   text,
    ADD COLUMN language  text,
    ADD COLUMN profile   text,
    ADD COLUMN state     char(2),
    -- step: of the form, when it was completed.
    ADD COLUMN seconds   integer CHECK (seconds >= 0),
    -- step: how long the message waited for its turn.
    ADD COLUMN waited_ms integer CHECK (waited_ms >= 0),
    -- None for a registration that came from no chat.
    ALTER COLUMN conversation_id DROP NOT NULL;

ALTER TABLE conversations
    -- The furthest step of the form that is being filled in, 1 = name … 7 = summary; 0 = none is.
    ADD COLUMN furthest      smallint NOT NULL DEFAULT 0 CHECK (furthest BETWEEN 0 AND 7),
    ADD COLUMN form_began_at timestamptz;

-- Append-only: only the words of a person are forgotten, and events go with their conversation.
CREATE FUNCTION refuse_other_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF pg_trigger_depth() > 1 THEN -- the conversation was deleted
            RETURN OLD;
        END IF;
    ELSIF NEW.detail IS NULL AND to_jsonb(NEW) - 'detail' = to_jsonb(OLD) - 'detail' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'conversation_events is append-only';
END
$$;
CREATE TRIGGER conversation_events_append_only BEFORE UPDATE OR DELETE ON conversation_events
    FOR EACH ROW EXECUTE FUNCTION refuse_other_history();

-- The events that no count holds yet. Counting takes them out of here, in the transaction that adds to the counts: so
-- each is counted once, in whatever order transactions end. (By its highest id seen, one of a transaction that
-- ends late would be missed.)
CREATE TABLE uncounted_events (
    congress_id text   NOT NULL,
    event_id    bigint PRIMARY KEY
);

CREATE FUNCTION count_event_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO uncounted_events (congress_id, event_id) VALUES (NEW.congress_id, NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER conversation_events_uncounted AFTER INSERT ON conversation_events
    FOR EACH ROW EXECUTE FUNCTION count_event_later();

-- What is counted, a day at a time (America/Sao_Paulo). Pages of figures read nothing else.
CREATE TABLE metrics_daily (
    congress_id text   NOT NULL,
    day         date   NOT NULL,
    metric      text   NOT NULL CHECK (length(metric) BETWEEN 1 AND 40),
    -- What of it; empty for all of it, or where it is not known.
    key         text   NOT NULL CHECK (length(key) <= 120),
    value       bigint NOT NULL,
    PRIMARY KEY (congress_id, day, metric, key)
);

-- From these numbers organisers may ask for totals by chat.
CREATE TABLE organiser_numbers (
    congress_id text        NOT NULL,
    phone       text        NOT NULL CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    name        text        NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (congress_id, phone)
);

-- A registration that begins to hold, or no longer does, is an event, whoever brings it about: a chat, an organiser, a
-- file.
CREATE FUNCTION note_registration() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed participants;
    holds   boolean := false;
    held    boolean := false;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        changed := OLD;
        held := OLD.status = 'confirmed';
    END IF;
    IF TG_OP <> 'DELETE' THEN
        changed := NEW;
        holds := NEW.status = 'confirmed';
    END IF;
    IF holds IS DISTINCT FROM held THEN
        INSERT INTO conversation_events (congress_id, conversation_id, kind, channel, language, profile, state, at)
        VALUES (changed.congress_id, changed.conversation_id, CASE WHEN holds THEN 'confirmed' ELSE 'withdrawn' END,
                changed.channel, (SELECT language FROM conversations WHERE id = changed.conversation_id),
                changed.profile, changed.state, CASE WHEN TG_OP = 'INSERT' THEN changed.created_at ELSE now() END);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER participants_noted AFTER INSERT OR DELETE OR UPDATE OF status ON participants
    FOR EACH ROW EXECUTE FUNCTION note_registration();

-- What there is already.
INSERT INTO uncounted_events (congress_id, event_id) SELECT congress_id, id FROM conversation_events;
INSERT INTO conversation_events (congress_id, conversation_id, kind, channel, language, profile, state, at)
SELECT p.congress_id, p.conversation_id, 'confirmed', p.channel, c.language, p.profile, p.state, p.created_at
FROM participants p LEFT JOIN conversations c ON c.id = p.conversation_id
UNION ALL
SELECT p.congress_id, p.conversation_id, 'withdrawn', p.channel, c.language, p.profile, p.state, p.updated_at
FROM participants p LEFT JOIN conversations c ON c.id = p.conversation_id
WHERE p.status = 'cancelled';
