-- The two users of the database, made once, by the superuser, in an empty cluster. Neither has a password yet.
--
-- The owner changes the schema: the only one that migrate is. It may add trusted extensions, and nothing outside this
-- database.
CREATE ROLE congressbot_owner LOGIN;
-- The app reads and writes rows: all that bot-api does. No DDL, no TRUNCATE, no temporary tables.
CREATE ROLE congressbot_app LOGIN;

-- Nobody comes in without having been let in.
REVOKE ALL ON DATABASE congressbot FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT CONNECT, CREATE, TEMPORARY ON DATABASE congressbot TO congressbot_owner;
ALTER SCHEMA public OWNER TO congressbot_owner;

GRANT CONNECT ON DATABASE congressbot TO congressbot_app;
GRANT USAGE ON SCHEMA public TO congressbot_app;
-- Every table to come is open to the app, so that no migration has to think of it.
ALTER DEFAULT PRIVILEGES FOR ROLE congressbot_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO congressbot_app;
ALTER DEFAULT PRIVILEGES FOR ROLE congressbot_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO congressbot_app;
