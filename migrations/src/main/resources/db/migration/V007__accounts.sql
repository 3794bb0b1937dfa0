-- Who may see the organisers' panel, what they may do there, and what they did.

-- An account is of one congress. Its address is how somebody says who she is, whatever the congress.
CREATE TABLE accounts (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id    text        NOT NULL,
    email          text        NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    name           text        NOT NULL CHECK (length(name) BETWEEN 2 AND 80),
    role           text        NOT NULL CHECK (role IN ('owner', 'editor', 'support', 'door', 'viewer')),
    -- Argon2id in the PHC string format; none until somebody chose one.
    password_hash  text,
    -- Base32 (RFC 4648) of the secret that an authenticator app shares with us; none without a second factor.
    totp_secret    text,
    -- The 30 seconds of the last code taken: no code is taken twice.
    totp_used_step bigint      NOT NULL DEFAULT 0,
    disabled_at    timestamptz,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX accounts_by_congress ON accounts (congress_id, name);

-- A link by which somebody chooses a password, once. Tokens are kept as SHA-256, hexadecimal.
CREATE TABLE account_invitations (
    token_hash  char(64)    PRIMARY KEY,
    congress_id text        NOT NULL,
    account_id  bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX account_invitations_by_account ON account_invitations (account_id);

CREATE TABLE account_sessions (
    token_hash  char(64)    PRIMARY KEY,
    congress_id text        NOT NULL,
    account_id  bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
    -- Stands in every form of the session.
    form_token  text        NOT NULL,
    -- Only the password was right yet: this is no session until the code of the second factor comes.
    half        boolean     NOT NULL,
    opened_at   timestamptz NOT NULL,
    used_at     timestamptz NOT NULL
);
CREATE INDEX account_sessions_by_account ON account_sessions (account_id);
CREATE INDEX account_sessions_by_use ON account_sessions (used_at);

-- Browsers in which somebody came in before: strangers' guesses do not hold her up there.
CREATE TABLE account_browsers (
    token_hash  char(64)    PRIMARY KEY,
    congress_id text        NOT NULL,
    account_id  bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
    seen_at     timestamptz NOT NULL
);
CREATE INDEX account_browsers_by_account ON account_browsers (account_id);

-- Who did what with other people's data. Nothing in here is personal data of those: a subject is a kind and a number.
CREATE TABLE audit_log (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id  text        NOT NULL,
    -- None for what was done from the command line.
    account_id   bigint,
    -- As it was then.
    account_name text        NOT NULL,
    deed         text        NOT NULL CHECK (length(deed) BETWEEN 1 AND 40),
    subject_kind text        NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 40),
    subject_id   text        NOT NULL CHECK (length(subject_id) <= 120),
    at           timestamptz NOT NULL
);
CREATE INDEX audit_log_newest ON audit_log (congress_id, id DESC);
CREATE INDEX audit_log_by_account ON audit_log (account_id, deed, at);

-- Whoever writes into the log writes for good.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
