-- At least one row in every table, with what a file may get wrong. Awkward for CSV: quotes, separators, every end of a
-- line, a line that is a backslash and a dot (once the end of a copy), blanks at both ends, emoji, empty against NULL.
INSERT INTO contacts (congress_id) VALUES ('cbas'), ('cbas'), ('');
INSERT INTO contact_aliases (congress_id, channel, alias, contact_id)
VALUES ('cbas', 'gowa', '5562998765432@s.whatsapp.net', 1), ('cbas', 'gowa', E'"a,b"\r\n\\.\n;\t', 2);
INSERT INTO conversations
    (congress_id, channel, account, contact_id, reply_to, phone, state, step, version, message_count, last_seen_at)
VALUES ('cbas', 'gowa', '5562900000000', 1, '', '+5562998765432',
        '{"type": "idle", "said": "linha 1\nlinha 2 \"x\" \\\\ 🎉", "none": null, "n": 1.10}', 'IDLE', 3, 2,
        '2026-11-20T12:00:00.123456Z'),
       ('cbas', 'gowa', '5562900000000', 2, ' x ', NULL, '{"type": ""}', '', 1, 0, '2026-02-28T23:59:59.999999-03');
INSERT INTO inbox (congress_id, channel, account, message_id, conversation_id, turn_key, status)
VALUES ('cbas', 'gowa', '', 'A1', 1, 'r:A1', 'done'), ('cbas', 'gowa', '', 'A2', NULL, '', 'dead');
INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, step, provider_message_id, delivery, at)
VALUES ('cbas', 1, 'in', 'r:A1', '{"type": "text", "text": "👩‍🌾 ção\u2028\t"}', NULL, '', 'received', now()),
       ('cbas', 1, 'out', 'r:A1', '[]', 'IDLE', NULL, 'sent', now());
INSERT INTO participants
    (congress_id, conversation_id, full_name, email, cpf, passport, country, phone, city, city_code, state, profile,
     status, privacy_version, privacy_at, channel, badge_name)
VALUES ('cbas', 1, E'Maria "Zé" d''Ávila;\\n', 'maria@ufg.br', '52998224725', NULL, 'BR', '+5562998765432', 'Goiânia',
        5208707, 'GO', 'Estudante', 'confirmed', '', now(), 'gowa', NULL),
       ('cbas', NULL, 'NULL', 'null@example.org', NULL, 'AB12345', 'PT', '+351912345678', E'\\N', NULL, 'EX', '\.',
        'cancelled', '1', now(), 'chat', ' ');
INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at, finished_at)
VALUES ('cbas', 'r:A1', 'reply', 1, '{"text": "a\nb"}', 'sent', now(), now()),
       ('cbas', 'confirmation:1', 'mail', NULL, '{}', 'pending', now(), NULL);
INSERT INTO dead_letters (congress_id, message_id, envelope, reason, attempts)
VALUES ('cbas', 'A2', E'no JSON: "\\u0000\n\\.\n\r', 'attempts', 5);
INSERT INTO conversation_events (congress_id, conversation_id, kind, detail, at)
VALUES ('cbas', 1, 'confirmed', '', now()), ('cbas', 1, 'confirmed', NULL, now());
INSERT INTO knowledge_documents (congress_id, name, content, digest, origin, current)
VALUES ('cbas', 'faq.md', E'# Título\n\n| a | b |\n', repeat('0', 64), 'folder', true);
INSERT INTO knowledge_passages (congress_id, document_id, title, heading, faq, body, digest)
VALUES ('cbas', 1, 'Título', '', false, E'a\r\nb', repeat('1', 64));
INSERT INTO knowledge_sentences (congress_id, passage_id, position, text, words)
VALUES ('cbas', 1, -1, 'Onde é?', to_tsvector('knowledge', 'onde estacionar ''aspas''')), ('cbas', 1, 1, '', '');
INSERT INTO knowledge_words (congress_id, word) VALUES ('cbas', ''), ('cbas', 'estacionamento');
INSERT INTO knowledge_embeddings (congress_id, digest, model, vector)
VALUES ('cbas', repeat('1', 64), 'm', '{0.1, -3.4028235e38, NULL}'), ('cbas', repeat('1', 64), '', '{}');
INSERT INTO questions (congress_id, conversation_id, question, answer, answered_by, sources, at)
VALUES ('cbas', 1, '', NULL, 'nobody', '{}', now()), ('cbas', 1, NULL, E'"\n"', 'passage', '{1,2}', now());
INSERT INTO model_calls
    (congress_id, person, purpose, prompt_hash, sources, verdict, input_tokens, output_tokens, cost_micros, duration_ms, at)
VALUES ('cbas', repeat('a', 16), 'answer', repeat('2', 64), '{1}', '', 1, 2, 3, 4, now());
INSERT INTO metrics_daily (congress_id, day, metric, key, value)
VALUES ('cbas', '2026-11-20', 'registrations-by-profile', E'Estudante;\n"x"', 3), ('', '2026-02-28', 'events', '', 0);
INSERT INTO organiser_numbers (congress_id, phone, name) VALUES ('cbas', '+5562998765432', E'Zé "da" \\.');
INSERT INTO queue_marker (id, planted, lost_at) VALUES ('m', true, now());
INSERT INTO intake (congress_id, channel, account, message_id, conversation, envelope, raw, received_at)
VALUES ('cbas', 'gowa', '', 'A3', 'c', E'{"a":\r\n1}', '\x00ff0a0d22225c2e', now()), ('cbas', 'gowa', '', 'A4', '', '', '', now());

INSERT INTO participant_changes (congress_id, participant_id, field, old, new, account_id, by_name, channel, batch)
VALUES ('cbas', 1, 'full_name', E'"a";\r\n', NULL, NULL, NULL, 'gowa', NULL),
       ('cbas', 2, 'email', '', 'null@example.org', 1, 'Ana "x"', 'import', 1);
INSERT INTO outbox (congress_id, key, kind, conversation_id, body, status, next_attempt_at, finished_at)
VALUES ('cbas', 'm:2:confirmation', 'mail', NULL, '{}', 'sent', now(), now());
UPDATE participants SET full_name = 'NULLO' WHERE id = 2;
UPDATE participants SET mail = 'refused' WHERE id = 2;
INSERT INTO panel_views (congress_id, account_id, name, query) VALUES ('cbas', 1, 'Só "GO"', 'uf=GO&busca=%22');
INSERT INTO imports (congress_id, account_id, by_name, file_name, status, created_at)
VALUES ('cbas', 1, 'Ana', 'a;"b".csv', 'applied', now());
INSERT INTO import_rows (congress_id, import_id, line, kind, participant_id, seen, label, fields, faults)
VALUES ('cbas', 1, 2, 'changed', 1, now(), E'\\.\n', '{"full_name": "Zé\n\"x\""}', '{}'),
       ('cbas', 1, 3, 'faulty', NULL, NULL, '', '{}', '{"name": "Falta."}');

INSERT INTO accounts (congress_id, email, name, role) VALUES ('cbas', 'ana@ufg.br', 'Ana "A"; Prado', 'owner');
INSERT INTO account_invitations (token_hash, congress_id, account_id, expires_at) VALUES (repeat('3', 64), 'cbas', 1, now());
INSERT INTO account_sessions (token_hash, congress_id, account_id, form_token, half, opened_at, used_at)
VALUES (repeat('4', 64), 'cbas', 1, '', false, now(), now());
INSERT INTO account_browsers (token_hash, congress_id, account_id, seen_at) VALUES (repeat('5', 64), 'cbas', 1, now());
INSERT INTO audit_log (congress_id, account_id, account_name, deed, subject_kind, subject_id, at)
VALUES ('cbas', NULL, '', 'say', 'conversation', '', now());
INSERT INTO question_groups (congress_id, status, heading, answer, decided_at) VALUES ('cbas', 'answered', '', E'a\r\nb', now());
INSERT INTO answer_notices (congress_id, group_id, conversation_id, due_at, created_at) VALUES ('cbas', 1, 1, now(), now());
INSERT INTO takeovers (congress_id, conversation_id, account_id, account_name, begun_at, last_reply, until, ended_at, ended_how)
VALUES ('cbas', 1, NULL, 'Ana "A" Prado', now(), 0, now(), now(), 'time');
INSERT INTO alerts (congress_id, conversation_id, kind, raised_at) VALUES ('cbas', 1, 'asked', now());
INSERT INTO conversation_notes (congress_id, conversation_id, account_name, text, nonce, at)
VALUES ('cbas', 1, '', E'a;"\n\\.\n', '', now());
INSERT INTO canned_replies (congress_id, title, text) VALUES ('cbas', 'x', E'"\r\n');
INSERT INTO forestalled_messages (congress_id, channel, account, message_id, conversation_id, how)
VALUES ('cbas', 'gowa', 'a;"', E'3A\\.', 1, 'deleted');
INSERT INTO merged_conversations (id, congress_id, into_id) VALUES (77, 'cbas', 1);
INSERT INTO number_states (congress_id, channel, account, state, since, told_at)
VALUES ('cbas', 'gowa', E'"\n;', 'logged out', now(), NULL);

-- The last number was given to somebody who had it erased: nobody else gets it.
INSERT INTO contacts (congress_id) VALUES ('cbas');
DELETE FROM contacts WHERE id = 4;
