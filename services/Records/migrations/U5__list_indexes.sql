-- The view is made again with the newest version, and belongs to no older one.
DROP VIEW IF EXISTS draft_history;
DROP INDEX evidence_newest_of_case;
DROP INDEX drafts_newest_of_case;
DROP INDEX drafts_newest;
DROP INDEX cases_newest_of_status;
DROP INDEX cases_newest_of_template;
DROP INDEX cases_newest;
DROP INDEX templates_newest_of_category;
DROP INDEX templates_newest_of_jurisdiction;
DROP INDEX templates_newest;
