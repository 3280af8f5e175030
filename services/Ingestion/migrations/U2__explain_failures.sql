ALTER TABLE ingestions DROP CONSTRAINT ingestions_failure_of_failed;
ALTER TABLE ingestions DROP COLUMN failure;
