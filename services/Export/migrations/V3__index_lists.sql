-- evolve-tx-off
-- Lists are newest first, of all drafts or of one. Built without stopping writers; a build that was cut
-- short leaves an invalid index behind, which goes first, so that this file can run again.
DROP INDEX CONCURRENTLY IF EXISTS exports_newest;
CREATE INDEX CONCURRENTLY exports_newest ON exports (created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS exports_newest_of_draft;
CREATE INDEX CONCURRENTLY exports_newest_of_draft ON exports (draft_id, created_at DESC, id DESC);
