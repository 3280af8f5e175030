-- Evidence without a digest gets that of its content, as SHA-256 in hexadecimal ("abc": FIPS 180-2, appendix B.1). What was worked out at an upload stays.
(VALUES
  ('00000000-0000-4000-8000-000000000011'::uuid, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
  ('00000000-0000-4000-8000-000000000012', '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'),
  ('00000000-0000-4000-8000-000000000013', repeat('0', 64)))
EXCEPT SELECT id, sha256 FROM evidence;
