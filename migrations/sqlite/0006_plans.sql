CREATE TABLE `plan_reminder` (
	`plan_id` text NOT NULL,
	`committee_id` text NOT NULL,
	`account_id` text NOT NULL,
	`due_on` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`plan_id`, `committee_id`, `account_id`, `due_on`, `kind`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer_id` text NOT NULL,
	`date` text NOT NULL,
	`issued` integer NOT NULL,
	`format` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`issuer_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_issuer` ON `plan` (`issuer_id`);--> statement-breakpoint
ALTER TABLE `session` ADD `plan_id` text;--> statement-breakpoint
CREATE INDEX `session_plan` ON `session` (`plan_id`);--> statement-breakpoint
-- Sessions of format 2 know nothing of plans: they were drawn up without one.
UPDATE `session` SET `body` = json_set(`body`, '$.planId', json('null')), `format` = 3 WHERE `format` = 2;
