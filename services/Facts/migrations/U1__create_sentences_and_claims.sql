DROP TABLE claim_exhibits;
DROP TABLE claims;
DROP TABLE sentences;
