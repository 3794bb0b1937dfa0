-- The organisers' list: newest first, and names are found without their accents.

-- A trusted extension: who may create in this database may create it, and everybody may call it.
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE INDEX participants_newest ON participants (congress_id, id DESC);
