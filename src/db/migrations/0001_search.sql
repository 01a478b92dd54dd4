-- Words of messages as keyed hashes; the rows hold no text (src/db/search.ts).
CREATE VIRTUAL TABLE `message_words` USING fts5(words, content='', contentless_delete=1, tokenize='unicode61');
--> statement-breakpoint
-- Words of the knowledge base, English endings taken off, and pieces of words for what that misses (src/db/passage-search.ts).
CREATE VIRTUAL TABLE `passage_words` USING fts5(title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `passage_pieces` USING fts5(title, body, content='', contentless_delete=1, tokenize='trigram');
