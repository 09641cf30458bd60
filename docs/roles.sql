-- Least privilege: one role changes the schema, one only reads and writes rows, one only looks.
-- Run once as the owner of the cluster, connected to the bot's own, still empty database (here: konspekt):
--   psql --dbname=konspekt --file=docs/roles.sql
-- then give each its password:  \password konspekt_migrator  and so on.

create role konspekt_migrator login;
create role konspekt_app login;
create role konspekt_reader login;

-- Nobody but these comes in, and nobody but the migrator makes tables.
revoke all on database konspekt from public;
revoke create on schema public from public;
grant connect, create on database konspekt to konspekt_migrator;
grant connect on database konspekt to konspekt_app, konspekt_reader;
grant usage, create on schema public to konspekt_migrator;
grant usage on schema public to konspekt_app, konspekt_reader;

-- Where the list of applied migrations is kept: the bot looks whether its own are there.
create schema if not exists drizzle authorization konspekt_migrator;
grant usage on schema drizzle to konspekt_app, konspekt_reader;

-- For every table the migrator is going to make.
alter default privileges for role konspekt_migrator in schema public
  grant select, insert, update, delete on tables to konspekt_app;
alter default privileges for role konspekt_migrator in schema public
  grant select on tables to konspekt_reader;
alter default privileges for role konspekt_migrator in schema drizzle
  grant select on tables to konspekt_app, konspekt_reader;

-- A session that forgets itself is ended; nobody holds a lock for long.
alter role konspekt_app set idle_in_transaction_session_timeout = '10s';
alter role konspekt_app set statement_timeout = '10s';
alter role konspekt_reader set default_transaction_read_only = on;
alter role konspekt_reader set statement_timeout = '30s';
