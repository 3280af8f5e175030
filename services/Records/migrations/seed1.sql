-- A case of version 1 as the service wrote it.
INSERT INTO cases (id, case_name, cause_number, court_name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'Smith v. Jones', '2024-1', 'District Court');
