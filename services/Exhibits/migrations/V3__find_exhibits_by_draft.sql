-- evolve-tx-off
DROP INDEX CONCURRENTLY IF EXISTS exhibits_newest_of_draft;
CREATE INDEX CONCURRENTLY exhibits_newest_of_draft ON exhibits (draft_id, created_at DESC, id DESC);
