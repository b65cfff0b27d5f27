CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`account_id` text,
	`committee_id` text,
	`grants` text NOT NULL,
	`expires_at` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_person` ON `invitation` (`person_id`);--> statement-breakpoint
CREATE INDEX `invitation_account` ON `invitation` (`account_id`);--> statement-breakpoint
ALTER TABLE `account` ADD `second_factor` text;--> statement-breakpoint
-- Written by hand: everybody signs in again once, and rows lie by id (WITHOUT ROWID). A row number would tell in which
-- order people came to receive their papers.
DROP TABLE `sign_in`;--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`device` text,
	`begun_on` text NOT NULL,
	`last_used_on` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sign_in_account` ON `sign_in` (`account_id`);
