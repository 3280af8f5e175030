-- Rows of version 3 as the services wrote them: evidence of version 2, whose digest nobody knew, and of version 3.
INSERT INTO cases (id, case_name, cause_number, court_name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'Smith v. Jones', '2024-1', 'District Court');
INSERT INTO evidence (id, case_id, title, file_name, content_type, size, sha256) VALUES
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', 'Letter', 'letter.txt', 'text/plain', 3, NULL),
  ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000001', 'Note', 'note.txt', 'text/plain', 5, NULL),
  ('00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000001', 'Map', 'map.txt', 'text/plain', 3, repeat('0', 64));
INSERT INTO evidence_content (evidence_id, content) VALUES
  ('00000000-0000-4000-8000-000000000011', 'abc'),
  ('00000000-0000-4000-8000-000000000012', 'hello'),
  ('00000000-0000-4000-8000-000000000013', 'map');
