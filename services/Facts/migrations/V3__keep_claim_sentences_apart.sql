-- The sentences of a claim move from an array to a table of their own. The array stays until version 4: while services of
-- this version and of the one before run side by side, each writes its own form, and triggers write the other.
-- Writers wait; readers do not.
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
  ADD FOREIGN KEY (claim_id) REFERENCES claims (id) ON DELETE CASCADE;

CREATE INDEX claim_sentences_of_sentence ON claim_sentences (sentence_id);

CREATE FUNCTION claims_to_sentences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM claim_sentences WHERE claim_id = NEW.id;
  INSERT INTO claim_sentences (claim_id, sentence_id, position)
  SELECT NEW.id, given.id, min(given.position) FROM unnest(NEW.sentence_ids) WITH ORDINALITY AS given (id, position) GROUP BY given.id;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_to_sentences AFTER INSERT OR UPDATE OF sentence_ids ON claims
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION claims_to_sentences();

CREATE FUNCTION claim_sentences_to_array() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claims c SET sentence_ids = ARRAY(SELECT sentence_id FROM claim_sentences WHERE claim_id = c.id ORDER BY position)
  WHERE c.id IN (SELECT claim_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER claim_sentences_added AFTER INSERT ON claim_sentences REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION claim_sentences_to_array();
CREATE TRIGGER claim_sentences_removed AFTER DELETE ON claim_sentences REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION claim_sentences_to_array();
