-- WITHOUT ROWID is written by hand: drizzle does not know it. A row number would tell in which order papers came.
CREATE TABLE `document` (
	`session_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`title` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`session_id`, `id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `record_event` (
	`election_id` text NOT NULL,
	`height` integer NOT NULL,
	`type` text NOT NULL,
	`hash` text NOT NULL,
	`payload` text,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`election_id`, `height`),
	FOREIGN KEY (`election_id`) REFERENCES `record`(`election_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_event_payload` ON `record_event` (`election_id`,`payload`);--> statement-breakpoint
CREATE TABLE `record` (
	`election_id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`timestamp` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `paper` (
	`session_id` text NOT NULL,
	`credential` text NOT NULL,
	`channel` text NOT NULL,
	`batch_id` text,
	`fate` text NOT NULL,
	`voted_by` text,
	`recast_key_hash` text,
	PRIMARY KEY(`session_id`, `credential`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `phone_link` (
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`credential` text NOT NULL,
	PRIMARY KEY(`session_id`, `voter_id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `session_person` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`, `role`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `session_person_person` ON `session_person` (`person_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`superior_id` text,
	`state` text NOT NULL,
	`held_on` text NOT NULL,
	`opened` integer NOT NULL,
	`read_key` text NOT NULL,
	`format` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_committee` ON `session` (`committee_id`);--> statement-breakpoint
CREATE INDEX `session_superior` ON `session` (`superior_id`);