-- evolve-tx-off
DROP INDEX CONCURRENTLY claims_newest_of_draft;
