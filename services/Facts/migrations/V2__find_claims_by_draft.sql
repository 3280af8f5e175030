-- evolve-tx-off
DROP INDEX CONCURRENTLY IF EXISTS claims_newest_of_draft;
CREATE INDEX CONCURRENTLY claims_newest_of_draft ON claims (draft_id, created_at DESC, id DESC);
