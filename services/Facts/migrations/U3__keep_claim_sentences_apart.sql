-- evolve-tx-off
-- Statement by statement, so that no reader waits for the update; each can be run again.
ALTER TABLE claims ADD COLUMN IF NOT EXISTS sentence_ids uuid[] NOT NULL DEFAULT '{}';
UPDATE claims SET sentence_ids = ARRAY(SELECT sentence_id FROM claim_sentences WHERE claim_id = claims.id ORDER BY position);
DROP TABLE claim_sentences;
