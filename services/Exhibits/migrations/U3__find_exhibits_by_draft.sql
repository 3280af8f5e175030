-- evolve-tx-off
DROP INDEX CONCURRENTLY exhibits_newest_of_draft;
