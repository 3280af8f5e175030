-- evolve-tx-off
DROP INDEX CONCURRENTLY IF EXISTS authorities_newest_of_type;
CREATE INDEX CONCURRENTLY authorities_newest_of_type ON authorities (type, created_at DESC, id DESC);
