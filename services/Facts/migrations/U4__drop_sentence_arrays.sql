LOCK TABLE claims, claim_sentences IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE claim_sentences DROP CONSTRAINT claim_sentences_sentence_id_fkey;
ALTER TABLE claims ADD COLUMN sentence_ids uuid[] NOT NULL DEFAULT '{}';
UPDATE claims c SET sentence_ids = ARRAY(SELECT sentence_id FROM claim_sentences WHERE claim_id = c.id ORDER BY position);

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
