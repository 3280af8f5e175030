DROP TRIGGER claims_to_sentences ON claims;
DROP TABLE claim_sentences;
DROP FUNCTION claims_to_sentences();
DROP FUNCTION claim_sentences_to_array();
