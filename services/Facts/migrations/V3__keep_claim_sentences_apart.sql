-- The sentences of a claim move from an array to a table of their own, where a foreign key guards them.
-- Writers wait; readers do not, until the array goes at the very end.
LOCK TABLE claims IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE claim_sentences (
  claim_id uuid NOT NULL,
  sentence_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0)
);

INSERT INTO claim_sentences (claim_id, sentence_id, position)
SELECT c.id, given.id, min(given.position)
FROM claims c, unnest(c.sentence_ids) WITH ORDINALITY AS given (id, position)
GROUP BY c.id, given.id;

ALTER TABLE claim_sentences
  ADD PRIMARY KEY (claim_id, sentence_id),
  ADD FOREIGN KEY (claim_id) REFERENCES claims (id) ON DELETE CASCADE,
  -- Old rows were checked by the service alone: the key binds those that come.
  ADD FOREIGN KEY (sentence_id) REFERENCES sentences (id) NOT VALID;

CREATE INDEX claim_sentences_of_sentence ON claim_sentences (sentence_id);

ALTER TABLE claims DROP COLUMN sentence_ids;
