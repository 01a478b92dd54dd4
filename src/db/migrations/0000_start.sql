CREATE TABLE `incident_members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`incident_id` integer NOT NULL,
	`ticket_id` integer NOT NULL,
	`state` text DEFAULT 'in' NOT NULL,
	`joined_by` text NOT NULL,
	`joined_at` integer NOT NULL,
	`message_id` integer,
	`carded` integer DEFAULT false NOT NULL,
	`left_by` text,
	`left_at` integer,
	`reply_id` integer,
	`draft_id` integer,
	`seal` text,
	`left_out` text,
	`approved_by` text,
	`approved_at` integer,
	`passed_on_at` integer,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_members_ticket` ON `incident_members` (`incident_id`,`ticket_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `incident_members_one` ON `incident_members` (`ticket_id`) WHERE state = 'in';--> statement-breakpoint
CREATE INDEX `incident_members_approved` ON `incident_members` (`incident_id`) WHERE approved_at is not null and passed_on_at is null;--> statement-breakpoint
CREATE TABLE `incident_replies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`incident_id` integer NOT NULL,
	`final` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`content` blob,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incident_replies_incident` ON `incident_replies` (`incident_id`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`channel` text NOT NULL,
	`ts` text,
	`generation` integer DEFAULT 1 NOT NULL,
	`shown` text,
	`shown_at` integer,
	`owner` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	`reply_id` integer,
	`content` blob,
	CONSTRAINT "incidents_resolved" CHECK((state = 'resolved') = (resolved_at is not null))
);
--> statement-breakpoint
CREATE INDEX `incidents_open` ON `incidents` (`opened_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `sketches` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`ticket_id` integer NOT NULL,
	`sender_hash` text,
	`at` integer NOT NULL,
	`compared_at` integer,
	`content` blob NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sketches_at` ON `sketches` (`at`);--> statement-breakpoint
CREATE INDEX `sketches_ticket` ON `sketches` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `sketches_new` ON `sketches` (`message_id`) WHERE compared_at is null;--> statement-breakpoint
CREATE TABLE `article_proposals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`state` text NOT NULL,
	`asked_by` text,
	`proposed_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_proposals_ticketId_unique` ON `article_proposals` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `article_proposals_state` ON `article_proposals` (`state`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text DEFAULT 'folder' NOT NULL,
	`path` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`read_at` integer NOT NULL,
	`added_by` text,
	`retired_at` integer,
	`retired_by` text,
	`content` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_version` ON `documents` (`path`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_one_live` ON `documents` (`path`) WHERE retired_at is null;--> statement-breakpoint
CREATE TABLE `passage_vectors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`space` text NOT NULL,
	`dimensions` integer NOT NULL,
	`made_at` integer NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passage_vectors_one` ON `passage_vectors` (`hash`,`space`);--> statement-breakpoint
CREATE TABLE `passages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`key` text NOT NULL,
	`heading` text NOT NULL,
	`hash` text NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_key` ON `passages` (`document_id`,`key`);--> statement-breakpoint
CREATE INDEX `passages_hash` ON `passages` (`hash`);--> statement-breakpoint
CREATE TABLE `line_tickets` (
	`effect_id` integer NOT NULL,
	`ticket_id` integer NOT NULL,
	PRIMARY KEY(`effect_id`, `ticket_id`),
	FOREIGN KEY (`effect_id`) REFERENCES `effects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `line_tickets_ticket` ON `line_tickets` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `permits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`draft_id` integer,
	`tool` text,
	`covers` text NOT NULL,
	`seal` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`settled_at` integer,
	`void_reason` text,
	`approval_id` integer,
	`effect_id` integer,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`effect_id`) REFERENCES `effects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "permits_state_known" CHECK(state in ('open', 'used', 'void')),
	CONSTRAINT "permits_settled" CHECK((state = 'open') = (settled_at is null)),
	CONSTRAINT "permits_used" CHECK((state = 'used') = (approval_id is not null or effect_id is not null)),
	CONSTRAINT "permits_of_one_thing" CHECK((purpose = 'answer') = (draft_id is not null) and (purpose = 'tool') = (tool is not null))
);
--> statement-breakpoint
CREATE INDEX `permits_ticket` ON `permits` (`ticket_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `permits_one_open` ON `permits` (`draft_id`) WHERE state = 'open' and draft_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `permits_one_sending` ON `permits` (`approval_id`) WHERE approval_id is not null;--> statement-breakpoint
CREATE TABLE `brakes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`lowered` text NOT NULL,
	`was_off` integer DEFAULT false NOT NULL,
	`settings_version` integer NOT NULL,
	`pulled_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text
);
--> statement-breakpoint
CREATE INDEX `brakes_open` ON `brakes` (`pulled_at`) WHERE settled_at is null;--> statement-breakpoint
CREATE TABLE `drills` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`settings_version` integer NOT NULL,
	`first` integer NOT NULL,
	`next` integer NOT NULL,
	`tried` integer NOT NULL,
	`tried_live` integer NOT NULL,
	`cost_usd` real DEFAULT 0 NOT NULL,
	`through` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drills_at` ON `drills` (`at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`approval_id` integer PRIMARY KEY NOT NULL,
	`ticket_id` integer NOT NULL,
	`intent` text NOT NULL,
	`automatic` integer NOT NULL,
	`chosen` text NOT NULL,
	`sent_at` integer NOT NULL,
	`guards` text,
	`model` text,
	`model_verdict` text,
	`person` text,
	`reason` text,
	`verdict` text,
	`serious` integer DEFAULT false NOT NULL,
	`decided_at` integer,
	`spent_at` integer,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_decided" CHECK((verdict is null) = (decided_at is null))
);
--> statement-breakpoint
CREATE INDEX `reviews_intent` ON `reviews` (`intent`,`decided_at`);--> statement-breakpoint
CREATE INDEX `reviews_sent` ON `reviews` (`sent_at`);--> statement-breakpoint
CREATE INDEX `reviews_ticket` ON `reviews` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`cause` text PRIMARY KEY NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`channel` text,
	`ts` text,
	`opened_at` integer NOT NULL,
	`cleared_at` integer,
	`shown` text
);
--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`draft_id` integer NOT NULL,
	`seal` text NOT NULL,
	`approved_by` text NOT NULL,
	`by_person` integer NOT NULL,
	`then_close` integer NOT NULL,
	`approved_at` integer NOT NULL,
	`send_at` integer,
	`state` text DEFAULT 'open' NOT NULL,
	`void_reason` text,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_one_open` ON `approvals` (`ticket_id`) WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_one_per_draft` ON `approvals` (`draft_id`) WHERE state <> 'void';--> statement-breakpoint
CREATE INDEX `approvals_day` ON `approvals` (`approved_at`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`ticket_id` integer,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_hash_unique` ON `audit` (`hash`);--> statement-breakpoint
CREATE INDEX `audit_ticket` ON `audit` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `bursts` (
	`channel` text PRIMARY KEY NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`ts` text,
	`ended_at` integer,
	`total` integer DEFAULT 0 NOT NULL,
	`shown` text,
	`shown_at` integer
);
--> statement-breakpoint
CREATE TABLE `calibrations` (
	`engine` text NOT NULL,
	`intent` text NOT NULL,
	`slope` real NOT NULL,
	`offset` real NOT NULL,
	`cases` integer NOT NULL,
	`right` integer NOT NULL,
	`fitted_at` integer NOT NULL,
	PRIMARY KEY(`engine`, `intent`)
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer,
	`message_id` integer,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`scope` text NOT NULL,
	`applies_to` text,
	`confidence` real,
	`engine` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "corrections_applies_to_known" CHECK((scope = 'this') = (applies_to is null))
);
--> statement-breakpoint
CREATE INDEX `corrections_ticket` ON `corrections` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `corrections_field` ON `corrections` (`field`,`at`);--> statement-breakpoint
CREATE INDEX `corrections_applies_to` ON `corrections` (`applies_to`,`field`,`at`) WHERE applies_to is not null;--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer,
	`message_id` integer NOT NULL,
	`supersedes` integer,
	`decided_by` text NOT NULL,
	`engine` text NOT NULL,
	`person` text,
	`intent` text NOT NULL,
	`priority` text NOT NULL,
	`confidence` real NOT NULL,
	`needs_review` integer NOT NULL,
	`settings_version` integer NOT NULL,
	`prompt_version` text,
	`cost_usd` real DEFAULT 0 NOT NULL,
	`decided_at` integer NOT NULL,
	`no_draft` text,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_ticket` ON `decisions` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `decisions_message` ON `decisions` (`message_id`);--> statement-breakpoint
CREATE INDEX `decisions_day` ON `decisions` (`decided_at`,`intent`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`prompt_version` text,
	`author` text,
	`based_on_message_id` integer NOT NULL,
	`guard` text NOT NULL,
	`sources` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`based_on_message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_version` ON `drafts` (`ticket_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_one_live` ON `drafts` (`ticket_id`) WHERE state = 'live';--> statement-breakpoint
CREATE TABLE `effects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`ticket_id` integer,
	`marker` text,
	`request_hash` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`planned_at` integer NOT NULL,
	`attempted_at` integer,
	`settled_at` integer,
	`progress` text,
	`receipt` text,
	`reason` text,
	`content` blob,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "effects_state_known" CHECK("state" in ('planned', 'attempting', 'done', 'cancelled', 'failed')),
	CONSTRAINT "effects_receipt" CHECK((state = 'done') = (receipt is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `effects_idempotencyKey_unique` ON `effects` (`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `effects_marker_unique` ON `effects` (`marker`);--> statement-breakpoint
CREATE INDEX `effects_ticket` ON `effects` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `effects_open` ON `effects` (`state`,`kind`) WHERE state in ('planned', 'attempting');--> statement-breakpoint
CREATE TABLE `forgotten_cards` (
	`mailbox` text NOT NULL,
	`provider_thread_id` text NOT NULL,
	`channel` text NOT NULL,
	`ts` text NOT NULL,
	`generation` integer NOT NULL,
	PRIMARY KEY(`mailbox`, `provider_thread_id`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`lane` text,
	`payload` text NOT NULL,
	`state` text DEFAULT 'live' NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`run_at` integer NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`crashes` integer DEFAULT 0 NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`again` integer DEFAULT false NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`died_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_one_live` ON `jobs` (`key`) WHERE state = 'live';--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (priority desc,`run_at`) WHERE state = 'live';--> statement-breakpoint
CREATE INDEX `jobs_suspect` ON `jobs` (`crashes`,`run_at`) WHERE state = 'live' and crashes >= 2;--> statement-breakpoint
CREATE INDEX `jobs_lane` ON `jobs` (`lane`) WHERE state = 'live' and leased_by is not null;--> statement-breakpoint
CREATE TABLE `ledger` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mailbox_id` integer NOT NULL,
	`provider_id` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`reason` text,
	`ticket_id` integer,
	`message_id` integer,
	`duplicate_of` integer,
	`origin` text DEFAULT 'live' NOT NULL,
	`seen_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duplicate_of`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_state_known" CHECK("state" in ('pending', 'ticket', 'ignored', 'duplicate', 'failed')),
	CONSTRAINT "ledger_settled" CHECK((state = 'pending') = (settled_at is null)),
	CONSTRAINT "ledger_ticket" CHECK(state <> 'ticket' or ticket_id is not null),
	CONSTRAINT "ledger_duplicate" CHECK(state <> 'duplicate' or duplicate_of is not null),
	CONSTRAINT "ledger_reason" CHECK(state not in ('ignored', 'failed') or reason is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_message` ON `ledger` (`mailbox_id`,`provider_id`);--> statement-breakpoint
CREATE INDEX `ledger_state` ON `ledger` (`state`,`mailbox_id`);--> statement-breakpoint
CREATE TABLE `ledger_totals` (
	`mailbox_id` integer NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`mailbox_id`, `state`)
);
--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`cursor` text,
	`complete_until` integer,
	`synced_at` integer,
	`paused_by` text,
	`paused_at` integer,
	`disconnected_at` integer,
	`disconnected_reason` text,
	`reconciled_at` integer,
	`watched_at` integer,
	`watched_until` integer,
	`credential` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailboxes_address_unique` ON `mailboxes` (`address`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mailbox_id` integer NOT NULL,
	`provider_id` text NOT NULL,
	`provider_thread_id` text NOT NULL,
	`ticket_id` integer,
	`direction` text NOT NULL,
	`received_at` integer NOT NULL,
	`rfc_id_hash` text,
	`content_hash` text NOT NULL,
	`sender_hash` text,
	`sender_domain` text,
	`machine` text NOT NULL,
	`language` text NOT NULL,
	`bounce` text,
	`content` blob,
	FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_provider` ON `messages` (`mailbox_id`,`provider_id`);--> statement-breakpoint
CREATE INDEX `messages_ticket` ON `messages` (`ticket_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_rfc_id` ON `messages` (`rfc_id_hash`);--> statement-breakpoint
CREATE INDEX `messages_content` ON `messages` (`content_hash`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_sender` ON `messages` (`sender_hash`,`received_at`);--> statement-breakpoint
CREATE INDEX `messages_kept` ON `messages` (`mailbox_id`,`received_at`) WHERE content is not null;--> statement-breakpoint
CREATE TABLE `model_calls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer,
	`purpose` text NOT NULL,
	`model` text NOT NULL,
	`prompt_version` text,
	`outcome` text NOT NULL,
	`took_ms` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_usd` real NOT NULL,
	`called_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `model_calls_day` ON `model_calls` (`called_at`);--> statement-breakpoint
CREATE TABLE `origin` (
	`id` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`looked_at` integer,
	`hash_key` blob NOT NULL,
	CONSTRAINT "origin_one_row" CHECK(id = 1)
);
--> statement-breakpoint
CREATE TABLE `people` (
	`slack` text PRIMARY KEY NOT NULL,
	`last_assigned_at` integer,
	`muted` text,
	`home_seen_at` integer,
	`home_view` text,
	`barred` text
);
--> statement-breakpoint
CREATE TABLE `raw_messages` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	`stored_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `raw_messages_stored` ON `raw_messages` (`stored_at`);--> statement-breakpoint
CREATE TABLE `settings_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sla_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` integer NOT NULL,
	`clock_started_at` integer NOT NULL,
	`rung` integer NOT NULL,
	`fire_at` integer NOT NULL,
	`fired_at` integer,
	`told` text,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sla_steps_rung` ON `sla_steps` (`ticket_id`,`clock_started_at`,`rung`);--> statement-breakpoint
CREATE INDEX `sla_steps_due` ON `sla_steps` (`fire_at`) WHERE fired_at is null;--> statement-breakpoint
CREATE INDEX `sla_steps_told` ON `sla_steps` (`told`,`fired_at`) WHERE told is not null;--> statement-breakpoint
CREATE TABLE `slack_events` (
	`event_id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `threads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mailbox_id` integer NOT NULL,
	`provider_thread_id` text NOT NULL,
	`ticket_id` integer NOT NULL,
	FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `threads_provider` ON `threads` (`mailbox_id`,`provider_thread_id`);--> statement-breakpoint
CREATE INDEX `threads_ticket` ON `threads` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`mailbox_id` integer NOT NULL,
	`provider_thread_id` text NOT NULL,
	`queue` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`outcome` text,
	`intent` text NOT NULL,
	`priority` text NOT NULL,
	`sender_hash` text,
	`sender_domain` text,
	`owner` text,
	`owned_since` integer,
	`clock` text,
	`clock_started_at` integer,
	`clock_minutes` integer,
	`due_at` integer,
	`resolve_due_at` integer,
	`resolve_minutes_left` integer,
	`snoozed_until` integer,
	`snoozed_until_reply` integer DEFAULT false NOT NULL,
	`touched_at` integer,
	`escalated_at` integer,
	`opened_at` integer NOT NULL,
	`promised_at` integer,
	`first_answered_at` integer,
	`finished_at` integer,
	`finished_by` text,
	`newest_inbound_id` integer,
	`decision_id` integer,
	`draft_id` integer,
	`card_channel` text,
	`card_ts` text,
	`card_generation` integer DEFAULT 1 NOT NULL,
	`card_held_at` integer,
	`placeholders` blob,
	`content` blob,
	FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tickets_state_known" CHECK("state" in ('new', 'claimed', 'sending', 'waiting', 'snoozed', 'done')),
	CONSTRAINT "tickets_outcome" CHECK((state = 'done') = (outcome is not null)),
	CONSTRAINT "tickets_owner_known" CHECK(state <> 'claimed' or owner is not null)
);
--> statement-breakpoint
CREATE INDEX `tickets_open` ON `tickets` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `tickets_queue` ON `tickets` (`queue`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `tickets_owner` ON `tickets` (`owner`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `tickets_load` ON `tickets` (`state`,`owner`) WHERE state in ('claimed', 'sending');--> statement-breakpoint
CREATE INDEX `tickets_domain` ON `tickets` (`sender_domain`,`opened_at`);--> statement-breakpoint
CREATE INDEX `tickets_opened` ON `tickets` (`opened_at`);--> statement-breakpoint
CREATE INDEX `tickets_card` ON `tickets` (`card_ts`,`card_channel`);--> statement-breakpoint
CREATE INDEX `tickets_without_card` ON `tickets` (`queue`,`card_held_at`) WHERE card_ts is null and state <> 'done';--> statement-breakpoint
CREATE INDEX `tickets_sender` ON `tickets` (`sender_hash`,`opened_at`);