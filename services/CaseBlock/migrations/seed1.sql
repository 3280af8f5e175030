-- Rows of version 1 as the service wrote them: approved as they are, approved and made so later, never approved.
INSERT INTO templates (id, name, lines, approved, created_at, updated_at) VALUES
  ('00000000-0000-4000-8000-000000000001', 'Approved at once', '["one"]', true, '2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'),
  ('00000000-0000-4000-8000-000000000002', 'Approved later', '["one", "two"]', true, '2024-05-01T10:00:00Z', '2024-05-03T09:30:00Z'),
  ('00000000-0000-4000-8000-000000000003', 'Changed and not approved', '[]', false, '2024-05-02T10:00:00Z', '2024-05-04T11:00:00Z');
