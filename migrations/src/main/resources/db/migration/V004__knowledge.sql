-- What the organisers published, what was asked about it, and what the language model cost.

-- A trusted extension, like unaccent.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Portuguese whatever accents are typed.
CREATE TEXT SEARCH CONFIGURATION knowledge (COPY = pg_catalog.portuguese);
ALTER TEXT SEARCH CONFIGURATION knowledge
    ALTER MAPPING FOR asciiword, word, hword_asciipart, hword_part, asciihword, hword WITH unaccent, portuguese_stem;

-- Every version of every document: a file of the congress's folder, or its own facts. Versions are kept, so that an
-- answer of long ago can be traced to what it was drawn from.
CREATE TABLE knowledge_documents (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    content     text        NOT NULL,
    -- SHA-256 of the content, hexadecimal.
    digest      char(64)    NOT NULL,
    origin      text        NOT NULL CHECK (origin IN ('folder', 'panel')),
    -- Of the versions of one document at most one is searched; none when the file was deleted.
    current     boolean     NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX knowledge_one_current_version ON knowledge_documents (congress_id, name) WHERE current;
CREATE INDEX knowledge_documents_by_name ON knowledge_documents (congress_id, name, id DESC);

-- A document cut at its headings.
CREATE TABLE knowledge_passages (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id text        NOT NULL,
    document_id bigint      NOT NULL REFERENCES knowledge_documents ON DELETE CASCADE,
    -- The title that an answer names as its source.
    title       text        NOT NULL,
    heading     text        NOT NULL,
    -- The heading is a question: this is its answer.
    faq         boolean     NOT NULL,
    body        text        NOT NULL,
    -- SHA-256 of title, heading and body: what was computed of a passage holds as long as its words.
    digest      char(64)    NOT NULL,
    -- A fact of congress.yaml, which has sentences of its own in every language.
    topic       text
);
CREATE INDEX knowledge_passages_by_document ON knowledge_passages (document_id);

-- A passage in the pieces that an answer is cut to: sentences, rows of a table, entries of a list, from 1 on. The heading
-- is 0, the title -1: they are searched, too.
CREATE TABLE knowledge_sentences (
    congress_id text     NOT NULL,
    passage_id  bigint   NOT NULL REFERENCES knowledge_passages ON DELETE CASCADE,
    position    integer  NOT NULL,
    text        text     NOT NULL,
    words       tsvector NOT NULL,
    PRIMARY KEY (passage_id, position)
);
CREATE INDEX knowledge_sentences_by_word ON knowledge_sentences USING gin (words);

-- The words of the current documents, as people type them without accents: what a typo is compared with.
CREATE TABLE knowledge_words (
    congress_id text NOT NULL,
    word        text NOT NULL,
    PRIMARY KEY (congress_id, word)
);
CREATE INDEX knowledge_words_by_trigram ON knowledge_words USING gist (word gist_trgm_ops);

-- Computed once for the words of a passage and a model.
CREATE TABLE knowledge_embeddings (
    congress_id text     NOT NULL,
    digest      char(64) NOT NULL,
    model       text     NOT NULL,
    vector      real[]   NOT NULL,
    PRIMARY KEY (congress_id, digest, model)
);

-- What people asked, and what they were told.
CREATE TABLE questions (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id     text        NOT NULL,
    conversation_id bigint      NOT NULL REFERENCES conversations ON DELETE CASCADE,
    -- NULL once the words are forgotten.
    question        text,
    answer          text,
    answered_by     text        NOT NULL CHECK (answered_by IN ('facts', 'passage', 'model', 'nobody')),
    -- Passages that the answer was drawn from.
    sources         bigint[]    NOT NULL,
    at              timestamptz NOT NULL
);
CREATE INDEX questions_by_conversation ON questions (conversation_id, id);
CREATE INDEX questions_by_age ON questions (at);

-- One row for each call of a model. No personal data: the person is a hash, the prompt too.
CREATE TABLE model_calls (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    congress_id   text        NOT NULL,
    person        char(16)    NOT NULL,
    purpose       text        NOT NULL CHECK (purpose IN ('answer', 'propose', 'describe', 'transcribe', 'embed')),
    prompt_hash   char(64)    NOT NULL,
    sources       bigint[]    NOT NULL,
    verdict       text        NOT NULL,
    input_tokens  integer     NOT NULL,
    output_tokens integer     NOT NULL,
    -- Millionths of the currency in which the prices are set.
    cost_micros   bigint      NOT NULL,
    duration_ms   integer     NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX model_calls_of_a_day ON model_calls (congress_id, at);

-- Unanswered questions had been events.
INSERT INTO questions (congress_id, conversation_id, question, answered_by, sources, at)
SELECT congress_id, conversation_id, detail, 'nobody', '{}', at FROM conversation_events WHERE kind = 'unanswered';
DELETE FROM conversation_events WHERE kind = 'unanswered';
