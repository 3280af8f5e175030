-- Rows of version 4 as the service wrote them: a claim whose sentences came in another order than their ids have, and one without any.
INSERT INTO sentences (id, paragraph_id, start_offset, end_offset, text) VALUES
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000000a', 0, 20, 'The road was closed.'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-00000000000a', 21, 42, 'The driver knew that.'),
  ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-00000000000a', 43, 60, 'It was dark, too.');
INSERT INTO claims (id, draft_id, claim_text, claim_type) VALUES
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-0000000000d1', 'He drove on all the same.', 'factual'),
  ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-0000000000d1', 'That is negligence.', 'legal');
INSERT INTO claim_sentences (claim_id, sentence_id, position) VALUES
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', 2),
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000002', 4),
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000003', 1);
