-- data-loss: everything.
DROP VIEW IF EXISTS draft_history;
DROP TABLE evidence_content;
DROP TABLE evidence;
DROP TABLE draft_versions;
DROP TABLE drafts;
DROP TABLE cases;
DROP TABLE templates;
