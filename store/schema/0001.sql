-- The first schema. {{id}} and {{bytes}} are worded by the database; instants are UTC milliseconds, docs are JSON.

CREATE TABLE facts (
  name   TEXT PRIMARY KEY,
  number BIGINT NOT NULL DEFAULT 0,
  doc    TEXT NOT NULL DEFAULT ''
);
INSERT INTO facts (name) VALUES ('generation'), ('journal'), ('office');

CREATE TABLE people (
  id       TEXT PRIMARY KEY,
  doc      TEXT NOT NULL
);
CREATE TABLE departments (
  code     TEXT PRIMARY KEY,
  position BIGINT NOT NULL,
  doc      TEXT NOT NULL
);
CREATE TABLE policies (
  key      TEXT PRIMARY KEY,
  policy   TEXT NOT NULL,
  version  BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  source   TEXT NOT NULL,
  doc      TEXT NOT NULL,
  UNIQUE (policy, version)
);

CREATE TABLE series (
  policy   TEXT PRIMARY KEY,
  doc      TEXT NOT NULL
);
CREATE TABLE meetings (
  id       TEXT PRIMARY KEY,
  series   TEXT NOT NULL,
  previous TEXT NOT NULL,
  uid      TEXT,
  recurs   BIGINT NOT NULL, -- the RECURRENCE-ID of a meeting that shares its UID with the others of its series, else 0
  stage    TEXT NOT NULL,
  planned  BIGINT,
  start_at BIGINT,
  doc      TEXT NOT NULL,
  UNIQUE (uid, recurs)
);
CREATE INDEX meetings_series ON meetings (series, planned);
CREATE TABLE items (
  id       TEXT PRIMARY KEY,
  meeting  TEXT NOT NULL,
  series   TEXT NOT NULL,
  owner    TEXT NOT NULL,
  supervisor TEXT NOT NULL,
  is_open  BOOLEAN NOT NULL,
  due      TEXT NOT NULL,
  done_at  BIGINT,
  doc      TEXT NOT NULL
);
CREATE INDEX items_meeting ON items (meeting);
CREATE INDEX items_series ON items (series, is_open);
CREATE INDEX items_owner ON items (owner, is_open);
CREATE INDEX items_supervisor ON items (supervisor, is_open);
CREATE TABLE folders (
  person   TEXT PRIMARY KEY,
  doc      TEXT NOT NULL
);

CREATE TABLE journal (
  seq      BIGINT PRIMARY KEY,
  at       BIGINT NOT NULL,
  case_id  TEXT NOT NULL,
  what     TEXT NOT NULL,
  who      TEXT NOT NULL,
  before   TEXT NOT NULL,
  after    TEXT NOT NULL,
  source   TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE
);
CREATE INDEX journal_case ON journal (case_id, seq);

CREATE TABLE wakeups (
  case_id     TEXT PRIMARY KEY,
  wake_at     BIGINT,
  poke_at     BIGINT,
  lease_owner TEXT NOT NULL DEFAULT '',
  lease_until BIGINT,
  fence       BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX wakeups_wake ON wakeups (wake_at);
CREATE INDEX wakeups_poke ON wakeups (poke_at);

CREATE TABLE letters (
  id          {{id}},
  key         TEXT NOT NULL UNIQUE,
  message_id  TEXT NOT NULL UNIQUE,
  code        TEXT UNIQUE,
  kind        TEXT NOT NULL,
  case_id     TEXT NOT NULL,
  line        TEXT NOT NULL, -- letters to one recipient in one line go out one after another: a case, or a series' UID
  recipient   TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'uncertain', 'dead')),
  attempts    BIGINT NOT NULL DEFAULT 0,
  next_at     BIGINT NOT NULL,
  queued_at   BIGINT NOT NULL,
  sent_at     BIGINT,
  last_error  TEXT NOT NULL DEFAULT '',
  lease_owner TEXT NOT NULL DEFAULT '',
  lease_until BIGINT,
  fence       BIGINT NOT NULL DEFAULT 0,
  raw_hash    TEXT NOT NULL DEFAULT '',
  doc         TEXT NOT NULL
);
-- Only of what is not settled: a claim passes over the history of sent letters.
CREATE INDEX letters_due ON letters (next_at, id) WHERE state IN ('queued', 'uncertain', 'sending');
CREATE INDEX letters_order ON letters (line, recipient, id);
CREATE INDEX letters_case ON letters (case_id, recipient, id);

CREATE TABLE mails (
  id           {{id}},
  mailbox      TEXT NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid          BIGINT,
  hash         TEXT NOT NULL UNIQUE,
  arrived      BIGINT NOT NULL,
  saved_at     BIGINT NOT NULL,
  attempts     BIGINT NOT NULL DEFAULT 0,
  lease_owner  TEXT NOT NULL DEFAULT '',
  lease_until  BIGINT,
  verdict      TEXT NOT NULL DEFAULT '',
  judged_at    BIGINT,
  reason       TEXT NOT NULL DEFAULT '',
  from_address TEXT NOT NULL DEFAULT '',
  writer       TEXT NOT NULL DEFAULT '',
  proof        TEXT NOT NULL DEFAULT '',
  subject      TEXT NOT NULL DEFAULT '',
  message_id   TEXT NOT NULL DEFAULT '',
  letter_key   TEXT NOT NULL DEFAULT '',
  understood   TEXT NOT NULL DEFAULT '',
  UNIQUE (mailbox, uid_validity, uid)
);
CREATE INDEX mails_verdict ON mails (verdict, id);
CREATE INDEX mails_message_id ON mails (message_id);
CREATE TABLE mailboxes (
  mailbox      TEXT PRIMARY KEY,
  uid_validity BIGINT NOT NULL,
  uid          BIGINT NOT NULL
);

CREATE TABLE daemons (
  name         TEXT PRIMARY KEY,
  heard        BIGINT NOT NULL,
  doc          TEXT NOT NULL
);

CREATE TABLE documents (
  hash     TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  type     TEXT NOT NULL,
  size     BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  data     {{bytes}} NOT NULL
);
CREATE TABLE archive (
  number          TEXT PRIMARY KEY,
  class           TEXT NOT NULL CHECK (class IN ('minutes', 'record', 'report', 'resolution', 'material', 'letter')),
  meeting         TEXT NOT NULL,
  series          TEXT NOT NULL,
  day             TEXT NOT NULL,
  title           TEXT NOT NULL,
  departments     TEXT NOT NULL,
  readers         TEXT NOT NULL,
  confidentiality TEXT NOT NULL,
  shelf           TEXT NOT NULL,
  superseded_by   TEXT NOT NULL,
  hash            TEXT NOT NULL,
  filed_at        BIGINT NOT NULL,
  text            TEXT NOT NULL,
  folded          TEXT NOT NULL
);
CREATE INDEX archive_meeting ON archive (meeting);
CREATE INDEX archive_day ON archive (day);
CREATE TABLE sequences (
  prefix TEXT PRIMARY KEY,
  last   BIGINT NOT NULL
);
