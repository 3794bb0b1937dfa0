-- The passwords, from the environment of the container; a file of psql's. Changing one later: set it in .env, then
--   docker compose up -d
--   docker compose exec postgres psql -U postgres -d congressbot -f /docker-entrypoint-initdb.d/02-passwords.sql
\getenv owner_password POSTGRES_OWNER_PASSWORD
\getenv app_password POSTGRES_APP_PASSWORD
ALTER ROLE congressbot_owner PASSWORD :'owner_password';
ALTER ROLE congressbot_app PASSWORD :'app_password';
