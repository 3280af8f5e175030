-- An approved template was approved when it was last changed; another never was.
(VALUES
  ('00000000-0000-4000-8000-000000000001'::uuid, '2024-05-01T10:00:00Z'::timestamptz),
  ('00000000-0000-4000-8000-000000000002', '2024-05-03T09:30:00Z'),
  ('00000000-0000-4000-8000-000000000003', NULL))
EXCEPT SELECT id, approved_at FROM templates;
