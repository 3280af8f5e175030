-- Every version of a draft, the current one among them.
CREATE OR REPLACE VIEW draft_history AS
SELECT draft_id, version, title, document_json, content_json, saved_at FROM draft_versions
UNION ALL
SELECT id, version, title, document_json, content_json, updated_at FROM drafts;
