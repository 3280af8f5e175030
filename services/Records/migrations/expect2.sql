-- Every case from before is open.
(VALUES ('00000000-0000-4000-8000-000000000001'::uuid, 'open')) EXCEPT SELECT id, status FROM cases;
SELECT id, status FROM cases WHERE status <> 'open';
