-- Lessons, training records and contributions are filed too (S0-89, S0-99, S0-104).
CREATE TABLE archive_anew (
  number          TEXT PRIMARY KEY,
  class           TEXT NOT NULL CHECK (class IN ('minutes', 'record', 'report', 'resolution', 'material', 'letter', 'lessons', 'training', 'knowledge')),
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
INSERT INTO archive_anew SELECT number, class, meeting, series, day, title, departments, readers, confidentiality, shelf, superseded_by, hash, filed_at, text, folded FROM archive;
DROP TABLE archive;
ALTER TABLE archive_anew RENAME TO archive;
CREATE INDEX archive_meeting ON archive (meeting);
CREATE INDEX archive_day ON archive (day);
