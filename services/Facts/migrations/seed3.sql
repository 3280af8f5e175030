-- Rows of version 3 as the service wrote them: its claims rest on sentences that there are.
INSERT INTO sentences (id, paragraph_id, start_offset, end_offset, text) VALUES
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-00000000000a', 0, 20, 'The road was closed.'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-00000000000a', 21, 42, 'The driver knew that.');
INSERT INTO claims (id, draft_id, claim_text, claim_type) VALUES
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-0000000000d1', 'He drove on all the same.', 'factual'),
  ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-0000000000d1', 'That is negligence.', 'legal');
INSERT INTO claim_sentences (claim_id, sentence_id, position) VALUES
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000002', 1),
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', 2);
