-- evolve-tx-off
-- The list is newest first; without the index each page sorts the whole table.
DROP INDEX CONCURRENTLY IF EXISTS templates_newest;
CREATE INDEX CONCURRENTLY templates_newest ON templates (created_at DESC, id DESC);
