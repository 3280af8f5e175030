-- Why a file failed. Of those before, the reason was not kept; a service of the version before may go on
-- writing failures without one, so it is not demanded.
ALTER TABLE ingestions ADD COLUMN failure text;
UPDATE ingestions SET failure = 'The reason was not recorded.' WHERE status = 'failed';
ALTER TABLE ingestions ADD CONSTRAINT ingestions_failure_of_failed CHECK (failure IS NULL OR status = 'failed');
