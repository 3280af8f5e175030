-- evolve-tx-off
-- The list is newest first. Built without stopping writers; a build that was cut short leaves an invalid
-- index behind, which goes first, so that this file can run again.
DROP INDEX CONCURRENTLY IF EXISTS ingestions_newest;
CREATE INDEX CONCURRENTLY ingestions_newest ON ingestions (created_at DESC, id DESC);
