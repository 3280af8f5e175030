-- Each entry of a document is a row with all that it said: the cases, then the statutes, then the regulations, numbered from 0, each in its order.
(VALUES
  ('00000000-0000-4000-8000-000000000001'::uuid, 0, 'case', 'Brown v. Board of Education, 347 U.S. 483 (1954)', '347 U.S. 483 (1954)', 2, '{p1,p7}'::text[]),
  ('00000000-0000-4000-8000-000000000001', 1, 'case', 'Marbury v. Madison, 5 U.S. 137 (1803)', '5 U.S. 137 (1803)', 1, '{}'),
  ('00000000-0000-4000-8000-000000000001', 2, 'statute', '42 U.S.C. § 1983', '42 U.S.C. § 1983', 3, '{p2}'),
  ('00000000-0000-4000-8000-000000000001', 3, 'regulation', '29 C.F.R. § 1630.2', '29 C.F.R. § 1630.2', 1, '{p3}'))
EXCEPT SELECT draft_id, position, type, citation, normalized_citation, occurrences, paragraph_ids FROM table_entries;
-- A table without entries has none.
SELECT * FROM table_entries WHERE draft_id = '00000000-0000-4000-8000-000000000002';
