-- A step is written anew when it is put and when it is answered, question and all. Where its page has room for the new
-- version, no index learns of it and the log keeps only what differs; a full page sends it elsewhere, in full.
-- Rows of before stay where they are.
alter table steps set (fillfactor = 60);
