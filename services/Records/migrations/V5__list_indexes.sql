-- evolve-tx-off
-- Lists are newest first, with and without their filters; the cascades find their rows by the same indexes.
-- A build that was cut short leaves an invalid index behind: it goes first, so that this file can run again.
DROP INDEX CONCURRENTLY IF EXISTS templates_newest;
CREATE INDEX CONCURRENTLY templates_newest ON templates (created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS templates_newest_of_jurisdiction;
CREATE INDEX CONCURRENTLY templates_newest_of_jurisdiction ON templates (jurisdiction, created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS templates_newest_of_category;
CREATE INDEX CONCURRENTLY templates_newest_of_category ON templates (category, created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS cases_newest;
CREATE INDEX CONCURRENTLY cases_newest ON cases (created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS cases_newest_of_template;
CREATE INDEX CONCURRENTLY cases_newest_of_template ON cases (template_id, created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS cases_newest_of_status;
CREATE INDEX CONCURRENTLY cases_newest_of_status ON cases (status, created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS drafts_newest;
CREATE INDEX CONCURRENTLY drafts_newest ON drafts (created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS drafts_newest_of_case;
CREATE INDEX CONCURRENTLY drafts_newest_of_case ON drafts (case_id, created_at DESC, id DESC);
DROP INDEX CONCURRENTLY IF EXISTS evidence_newest_of_case;
CREATE INDEX CONCURRENTLY evidence_newest_of_case ON evidence (case_id, created_at DESC, id DESC);
