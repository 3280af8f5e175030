-- evolve-tx-off
CREATE INDEX CONCURRENTLY authorities_newest_of_type ON authorities (type, created_at DESC, id DESC);
