-- Which migrations were run is the owner's alone to write, and what is in the log of deeds is nobody's to change. Where one user does everything (dev), there is no app.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'congressbot_app') THEN
        REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM congressbot_app;
        REVOKE UPDATE, DELETE ON audit_log FROM congressbot_app;
    END IF;
END
$$;
