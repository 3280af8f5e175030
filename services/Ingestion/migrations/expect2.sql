-- Of a file that failed before, the reason was not kept, and that is said; one that did not fail has none.
(VALUES
  ('00000000-0000-4000-8000-000000000001'::uuid, NULL),
  ('00000000-0000-4000-8000-000000000002', 'The reason was not recorded.'))
EXCEPT SELECT id, failure FROM ingestions;
