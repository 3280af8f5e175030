-- Templates, cases, drafts, the evidence vault. Whoever goes takes with him what hangs on him.

CREATE TABLE templates (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  category text NOT NULL CHECK (category <> ''),
  jurisdiction text NOT NULL CHECK (jurisdiction <> ''),
  court_level text NOT NULL CHECK (court_level <> ''),
  description text,
  document_json jsonb NOT NULL CHECK (jsonb_typeof(document_json) = 'object'),
  variables jsonb NOT NULL CHECK (jsonb_typeof(variables) = 'array'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE cases (
  id uuid PRIMARY KEY,
  template_id uuid REFERENCES templates ON DELETE CASCADE,
  case_name text NOT NULL CHECK (case_name <> ''),
  cause_number text NOT NULL CHECK (cause_number <> ''),
  court_name text NOT NULL CHECK (court_name <> ''),
  filing_date date,
  variable_values jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(variable_values) = 'object'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE drafts (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  title text NOT NULL CHECK (title <> ''),
  document_json jsonb NOT NULL CHECK (jsonb_typeof(document_json) = 'object'),
  content_json jsonb CHECK (jsonb_typeof(content_json) = 'object'),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- What a draft was before its current version.
CREATE TABLE draft_versions (
  draft_id uuid NOT NULL REFERENCES drafts ON DELETE CASCADE,
  version integer NOT NULL CHECK (version >= 1),
  title text NOT NULL,
  document_json jsonb NOT NULL,
  content_json jsonb,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, version)
);

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  title text NOT NULL CHECK (title <> ''),
  file_name text NOT NULL CHECK (file_name <> ''),
  content_type text NOT NULL,
  size bigint NOT NULL CHECK (size BETWEEN 1 AND 52428800),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE evidence_content (
  evidence_id uuid PRIMARY KEY REFERENCES evidence ON DELETE CASCADE,
  content bytea NOT NULL
);

-- Scans and pictures are compressed already; to try again costs time at each upload.
ALTER TABLE evidence_content ALTER COLUMN content SET STORAGE EXTERNAL;
