-- The document has every entry with all that it said, under its type, in the order of the places; without entries it has three empty lists.
(VALUES
  ('00000000-0000-4000-8000-000000000001'::uuid, '{
    "cases": [
      {"citation": "Marbury v. Madison, 5 U.S. 137 (1803)", "normalized_citation": "5 U.S. 137 (1803)", "occurrences": 1, "paragraph_ids": []},
      {"citation": "Brown v. Board of Education, 347 U.S. 483 (1954)", "normalized_citation": "347 U.S. 483 (1954)", "occurrences": 2, "paragraph_ids": ["p7", "p1"]}
    ],
    "statutes": [{"citation": "42 U.S.C. § 1983", "normalized_citation": "42 U.S.C. § 1983", "occurrences": 3, "paragraph_ids": ["p2", "p5"]}],
    "regulations": [{"citation": "29 C.F.R. § 1630.2", "normalized_citation": "29 C.F.R. § 1630.2", "occurrences": 1, "paragraph_ids": ["p3"]}]
  }'::jsonb),
  ('00000000-0000-4000-8000-000000000002', '{"cases": [], "statutes": [], "regulations": []}'))
EXCEPT SELECT draft_id, entries FROM tables_of_authorities;
