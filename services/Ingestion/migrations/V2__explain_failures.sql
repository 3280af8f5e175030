-- evolve-tx-off
-- Why a file failed. Of those before, the reason was not kept; a service of the version before may go on
-- writing failures without one, so it is not demanded. Statement by statement, so that the rows are filled
-- and checked without the lock that shuts readers out; each can be run again after a run that was cut short.
ALTER TABLE ingestions ADD COLUMN IF NOT EXISTS failure text;
UPDATE ingestions SET failure = 'The reason was not recorded.' WHERE status = 'failed' AND failure IS NULL;
ALTER TABLE ingestions DROP CONSTRAINT IF EXISTS ingestions_failure_of_failed;
ALTER TABLE ingestions ADD CONSTRAINT ingestions_failure_of_failed CHECK (failure IS NULL OR status = 'failed') NOT VALID;
ALTER TABLE ingestions VALIDATE CONSTRAINT ingestions_failure_of_failed;
