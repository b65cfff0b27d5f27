CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`username_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`person_id` text,
	`administrator` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_username_key_unique` ON `account` (`username_key`);--> statement-breakpoint
CREATE TABLE `account_grant` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`committee_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`, `committee_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`username_key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` text NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_in_account` ON `sign_in` (`account_id`);