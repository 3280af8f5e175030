-- Rows of version 4 as the service wrote them: entries of each type, not stored in their order, and a table without any.
INSERT INTO tables_of_authorities (draft_id, generated_at) VALUES
  ('00000000-0000-4000-8000-000000000001', '2024-05-01T10:00:00Z'), ('00000000-0000-4000-8000-000000000002', '2024-05-02T10:00:00Z');
INSERT INTO table_entries (draft_id, position, type, citation, normalized_citation, occurrences, paragraph_ids) VALUES
  ('00000000-0000-4000-8000-000000000001', 3, 'regulation', '29 C.F.R. § 1630.2', '29 C.F.R. § 1630.2', 1, '{p3}'),
  ('00000000-0000-4000-8000-000000000001', 1, 'case', 'Brown v. Board of Education, 347 U.S. 483 (1954)', '347 U.S. 483 (1954)', 2, '{p7,p1}'),
  ('00000000-0000-4000-8000-000000000001', 0, 'case', 'Marbury v. Madison, 5 U.S. 137 (1803)', '5 U.S. 137 (1803)', 1, '{}'),
  ('00000000-0000-4000-8000-000000000001', 2, 'statute', '42 U.S.C. § 1983', '42 U.S.C. § 1983', 3, '{p2,p5}');
