-- What the wider dialogue remembers: the name on the badge, and the language of a chat.

ALTER TABLE participants
    ADD COLUMN badge_name text CHECK (length(badge_name) BETWEEN 1 AND 60);

-- A BCP 47 tag.
ALTER TABLE conversations
    ADD COLUMN language text NOT NULL DEFAULT 'pt-BR' CHECK (language IN ('pt-BR', 'en', 'es'));
