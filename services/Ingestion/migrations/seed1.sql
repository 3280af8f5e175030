-- Rows of version 1 as the service wrote them: one that went well, one that failed.
INSERT INTO ingestions (id, file_name, sha256, size_bytes, status, duration_ms, section_count, paragraph_count, sentence_count, citation_count) VALUES
  ('00000000-0000-4000-8000-000000000001', 'brief.docx', repeat('a', 64), 1000, 'succeeded', 12, 2, 4, 9, 1),
  ('00000000-0000-4000-8000-000000000002', 'picture.docx', repeat('b', 64), 5, 'failed', 3, 0, 0, 0, 0);
