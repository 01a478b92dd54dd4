-- Words of messages as keyed hashes; the rows hold no text (src/db/search.ts).
CREATE VIRTUAL TABLE `message_words` USING fts5(words, content='', contentless_delete=1, tokenize='unicode61');
