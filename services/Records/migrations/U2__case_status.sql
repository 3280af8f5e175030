-- data-loss: where each case stands.
ALTER TABLE cases DROP COLUMN status;
