-- Tables that grow by the second while a connection keeps its plans. A table that was vacuumed or analysed while it had
-- a page or two is read whole by every plan that is made then, also by those that check foreign keys, and a connection
-- keeps such a plan until the table is analysed again: a minute later at best. One that never was is taken for ten pages,
-- and its indexes are used. So nobody looks at these before it is worth it.
ALTER TABLE contacts SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE contact_aliases SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE conversations SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE conversation_events SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE inbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE messages SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE outbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE participants SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE forestalled_messages SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
ALTER TABLE uncounted_events SET (autovacuum_vacuum_threshold = 1000, autovacuum_analyze_threshold = 1000);
