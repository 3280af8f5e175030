-- Rows of version 2 as the service wrote them, for the test that version 3 keeps them.
INSERT INTO tables_of_authorities (draft_id, generated_at, entries) VALUES
  ('00000000-0000-4000-8000-000000000001', '2024-05-01T10:00:00Z', '{
    "cases": [
      {"citation": "Brown v. Board of Education, 347 U.S. 483 (1954)", "normalized_citation": "347 U.S. 483 (1954)", "occurrences": 2, "paragraph_ids": ["p1", "p7"]},
      {"citation": "Marbury v. Madison, 5 U.S. 137 (1803)", "normalized_citation": "5 U.S. 137 (1803)", "occurrences": 1, "paragraph_ids": []}
    ],
    "statutes": [{"citation": "42 U.S.C. § 1983", "normalized_citation": "42 U.S.C. § 1983", "occurrences": 3, "paragraph_ids": ["p2"]}],
    "regulations": [{"citation": "29 C.F.R. § 1630.2", "normalized_citation": "29 C.F.R. § 1630.2", "occurrences": 1, "paragraph_ids": ["p3"]}]
  }'),
  ('00000000-0000-4000-8000-000000000002', '2024-05-02T10:00:00Z', '{"cases": [], "statutes": [], "regulations": []}');
