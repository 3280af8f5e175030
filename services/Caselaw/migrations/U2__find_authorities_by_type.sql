-- evolve-tx-off
DROP INDEX CONCURRENTLY authorities_newest_of_type;
