CREATE TABLE `sealing` (
	`id` integer PRIMARY KEY NOT NULL,
	`migrations` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session_seal` (
	`session_id` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	`body` text NOT NULL,
	`papers` text NOT NULL,
	`documents` text NOT NULL,
	`result` text,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `audit_entry` ADD `seal` text;--> statement-breakpoint
CREATE INDEX `audit_entry_session` ON `audit_entry` (`session_id`,`number`);--> statement-breakpoint
ALTER TABLE `document` ADD `bytes_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `document` ADD `seal` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `document` SET `bytes_hash` = bytes_digest(`bytes`);--> statement-breakpoint
UPDATE `document` SET `seal` = document_digest(`session_id`, `id`, `kind`, `subject_id`, `title`, `bytes_hash`);
