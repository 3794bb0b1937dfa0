-- The organisers work in the list: they find, sort, change and import, and see what became of every field.

-- Lower case without accents, for comparing. The bodies of these functions are bound to what they call when they are
-- created: unaccent itself is not IMMUTABLE only because it looks its dictionary up by name.
CREATE FUNCTION plain(words text) RETURNS text
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN lower(unaccent('unaccent'::regdictionary, words));

-- The pattern of LIKE for what contains these words, none of whose characters is a wildcard, not even one that becomes
-- one without its accent.
CREATE FUNCTION containing(words text) RETURNS text
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN '%' || regexp_replace(plain(words), '([%_\\])', '\\\1', 'g') || '%';

-- The words of a text as a Brazilian ear hears them, without the particles of names: Thiago is Tiago, Luiz is Luis,
-- Souza is Sousa, Philippe is Filipe. Whoever changes it re-creates the index participants_by_sound.
CREATE FUNCTION sounds(words text) RETURNS text[]
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN ARRAY(
        SELECT word
        FROM unnest(string_to_array(regexp_replace(translate(
            regexp_replace(
            regexp_replace(
            regexp_replace(
            regexp_replace(
            regexp_replace(
                regexp_replace(plain(words), '[^a-z0-9]+', ' ', 'g'),
                'ph', 'f', 'g'),
                '(s?ch|sh)', 'x', 'g'),
                'c(?=[eiy])', 's', 'g'),
                'g(?=[eiy])', 'j', 'g'),
                'qu(?=[eiy])', 'k', 'g'),
            'cqwyzh', 'kkvis'), '(.)\1+', '\1', 'g'), ' ')) WITH ORDINALITY AS heard (word, position)
        WHERE word NOT IN ('', 'de', 'da', 'do', 'das', 'dos', 'di', 'del', 'e', 'i')
        ORDER BY position
        LIMIT 16);

-- A word, and what is left of it without any one letter: two words that differ by one slip (a letter too many, too
-- few, another or swapped with its neighbour) have one of these in common.
CREATE FUNCTION slips(word text) RETURNS text[]
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN ARRAY(
        SELECT left(word, 24)
        UNION
        SELECT overlay(left(word, 24) PLACING '' FROM position FOR 1)
        FROM generate_series(1, least(length(word), 24)) AS position
        WHERE length(word) > 3);

-- By what a person is found whose name or address is misspelt. Of the address only what stands before the @.
CREATE FUNCTION participant_keys(full_name text, email text) RETURNS tsvector
    IMMUTABLE PARALLEL SAFE STRICT
    RETURN array_to_tsvector(ARRAY(
        SELECT DISTINCT slip
        FROM unnest(sounds(full_name || ' ' || split_part(email, '@', 1))) AS word, unnest(slips(word)) AS slip));

ALTER TABLE participants
    ADD COLUMN plain_name text COLLATE "C" GENERATED ALWAYS AS (plain(full_name)) STORED,
    ADD COLUMN plain_city text COLLATE "C" GENERATED ALWAYS AS (plain(city)) STORED,
    -- What became of the last mail to this person; NULL before the first one. Kept by a trigger, because the outbox
    -- forgets after days.
    ADD COLUMN mail       text        CHECK (mail IN ('pending', 'sent', 'refused', 'unknown', 'cancelled')),
    ADD COLUMN mail_id    bigint,
    ADD COLUMN mail_at    timestamptz;

CREATE INDEX participants_by_words ON participants USING gin ((plain_name || ' ' || email) gin_trgm_ops);
CREATE INDEX participants_by_sound ON participants USING gin (participant_keys(full_name, email));
CREATE INDEX participants_by_cpf ON participants (congress_id, cpf) WHERE cpf IS NOT NULL;
CREATE INDEX participants_by_phone ON participants (congress_id, phone);
-- One for each order of the list.
CREATE INDEX participants_by_name ON participants (congress_id, plain_name, id);
CREATE INDEX participants_by_email ON participants (congress_id, email COLLATE "C", id);
CREATE INDEX participants_by_city ON participants (congress_id, plain_city, id);
CREATE INDEX participants_by_date ON participants (congress_id, created_at, id);

-- Every value that a registration ever had. Written by a trigger, so that no way around it is left.
CREATE TABLE participant_changes (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id    text        NOT NULL,
    participant_id bigint      NOT NULL REFERENCES participants ON DELETE CASCADE,
    -- The name of the column.
    field          text        NOT NULL,
    old            text,
    new            text,
    -- NULL: the person herself, or the bot.
    account_id     bigint,
    by_name        text,
    channel        text        NOT NULL,
    -- The import that did it.
    batch          bigint,
    at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX participant_changes_by_participant ON participant_changes (participant_id, id);
CREATE INDEX participant_changes_by_batch ON participant_changes (batch) WHERE batch IS NOT NULL;

-- Whoever changes on behalf of the organisers says so by settings of the transaction: congressbot.account, .name,
-- .channel, .batch. Without them it was the chat.
CREATE FUNCTION keep_participant_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    account bigint := nullif(current_setting('congressbot.account', true), '')::bigint;
    who     text   := nullif(current_setting('congressbot.name', true), '');
    way     text   := coalesce(nullif(current_setting('congressbot.channel', true), ''), NEW.channel);
    origin  bigint := nullif(current_setting('congressbot.batch', true), '')::bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        -- That the person herself registered stands in the row.
        IF who IS NOT NULL THEN
            INSERT INTO participant_changes
                (congress_id, participant_id, field, old, new, account_id, by_name, channel, batch)
            VALUES (NEW.congress_id, NEW.id, 'status', NULL, NEW.status, account, who, way, origin);
        END IF;
        RETURN NULL;
    END IF;
    INSERT INTO participant_changes (congress_id, participant_id, field, old, new, account_id, by_name, channel, batch)
    SELECT NEW.congress_id, NEW.id, field, changed.old, changed.new, account, who, way, origin
    FROM (VALUES ('full_name', OLD.full_name, NEW.full_name),
                 ('badge_name', OLD.badge_name, NEW.badge_name),
                 ('email', OLD.email, NEW.email),
                 ('cpf', OLD.cpf::text, NEW.cpf::text),
                 ('passport', OLD.passport, NEW.passport),
                 ('phone', OLD.phone, NEW.phone),
                 ('city', OLD.city, NEW.city),
                 ('city_code', OLD.city_code::text, NEW.city_code::text),
                 ('state', OLD.state::text, NEW.state::text),
                 ('country', OLD.country::text, NEW.country::text),
                 ('profile', OLD.profile, NEW.profile),
                 ('status', OLD.status, NEW.status)) AS changed (field, old, new)
    WHERE changed.old IS DISTINCT FROM changed.new;
    RETURN NULL;
END
$$;

CREATE TRIGGER participants_keep_changes
    AFTER INSERT OR UPDATE OF full_name, badge_name, email, cpf, passport, phone, city, city_code, state, country, profile,
                              status ON participants
    FOR EACH ROW EXECUTE FUNCTION keep_participant_changes();

-- A mail's key is m:{number of the registration}:{cause}.
CREATE FUNCTION keep_mail_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE participants SET mail = NEW.status, mail_id = NEW.id, mail_at = now()
    WHERE id = split_part(NEW.key, ':', 2)::bigint AND congress_id = NEW.congress_id
      AND (mail_id IS NULL OR mail_id <= NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER outbox_keep_mail_state
    AFTER INSERT OR UPDATE OF status ON outbox
    FOR EACH ROW WHEN (NEW.kind = 'mail' AND NEW.key ~ '^m:[0-9]{1,18}:')
    EXECUTE FUNCTION keep_mail_state();

UPDATE participants SET mail = last.status, mail_id = last.id, mail_at = coalesce(last.finished_at, last.created_at)
FROM (SELECT DISTINCT ON (congress_id, split_part(key, ':', 2))
             congress_id, split_part(key, ':', 2)::bigint AS participant, status, id, finished_at, created_at
      FROM outbox WHERE kind = 'mail' AND key ~ '^m:[0-9]{1,18}:'
      ORDER BY congress_id, split_part(key, ':', 2), id DESC) AS last
WHERE participants.id = last.participant AND participants.congress_id = last.congress_id;

-- What an organiser wants to see again: the search, filters, order and columns of the list, as its address holds them.
CREATE TABLE panel_views (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    account_id  bigint      NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query       text        NOT NULL CHECK (length(query) <= 2000),
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (congress_id, account_id, name)
);

-- A file of registrations: first it is only read and compared, then perhaps carried out, then perhaps taken back.
CREATE TABLE imports (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    account_id  bigint,
    by_name     text        NOT NULL,
    file_name   text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    -- Of a file whose reading broke off, nothing more comes. One that is applying or undoing has rows of both kinds,
    -- by their outcome; whoever does it again goes on.
    status      text        NOT NULL CHECK (status IN ('reading', 'read', 'applying', 'applied', 'undoing', 'undone')),
    -- Rows of the file by what they would do.
    added       integer     NOT NULL DEFAULT 0,
    changed     integer     NOT NULL DEFAULT 0,
    unchanged   integer     NOT NULL DEFAULT 0,
    faulty      integer     NOT NULL DEFAULT 0,
    -- Of those to be carried out or taken back: how many could not be, because others were faster.
    overtaken   integer     NOT NULL DEFAULT 0,
    kept        integer     NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    applied_at  timestamptz,
    undone_at   timestamptz
);
CREATE INDEX imports_newest ON imports (congress_id, id DESC);
CREATE INDEX imports_by_age ON imports (created_at);

-- Rows that say something new; whoever is erased is erased here, too.
CREATE TABLE import_rows (
    congress_id    text        NOT NULL,
    import_id      bigint      NOT NULL REFERENCES imports ON DELETE CASCADE,
    -- In the file, from 1 on; the head is the first.
    line           integer     NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('added', 'changed', 'faulty')),
    participant_id bigint      REFERENCES participants ON DELETE CASCADE,
    -- When the registration was last changed before the file was compared with it, and by the import.
    seen           timestamptz,
    stored         timestamptz,
    label          text        NOT NULL,
    -- The columns of participants that change.
    fields         jsonb       NOT NULL,
    -- Their values before.
    old            jsonb       NOT NULL DEFAULT '{}',
    -- What is wrong, field by field.
    faults         jsonb       NOT NULL DEFAULT '{}',
    outcome        text        CHECK (outcome IN ('stored', 'overtaken', 'undone', 'kept')),
    PRIMARY KEY (import_id, line)
);
CREATE INDEX import_rows_by_participant ON import_rows (participant_id) WHERE participant_id IS NOT NULL;
