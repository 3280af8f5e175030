-- The documents of each exhibit are numbered from 1 in the order in which they came; of those of one request, which shared a time, by their ids.
(VALUES
  ('00000000-0000-4000-8000-000000000001'::uuid, '00000000-0000-4000-8000-0000000000a2'::uuid, 1),
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000a3', 2),
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000a1', 3),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000a9', 1))
EXCEPT SELECT exhibit_id, document_id, position FROM exhibit_documents;
