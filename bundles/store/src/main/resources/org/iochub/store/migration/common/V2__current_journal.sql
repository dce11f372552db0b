-- The embedded database's rows of current_record on their way there (class JournaledRecords): what is here is newer.
CREATE TABLE current_journal (
    no BIGINT NOT NULL PRIMARY KEY,
    packed ${bytes} NOT NULL
);
