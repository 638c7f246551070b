-- Conflicts: which meetings are held at some time.
CREATE INDEX meetings_start ON meetings (start_at);
