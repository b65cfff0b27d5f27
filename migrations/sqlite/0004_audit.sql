CREATE TABLE `audit_entry` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`account_id` text,
	`committee_id` text,
	`session_id` text,
	`about_account_id` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entry_committee` ON `audit_entry` (`committee_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_entry_about` ON `audit_entry` (`about_account_id`,`number`);--> statement-breakpoint
-- Written by hand: drizzle knows no triggers. What was noted is never changed or taken away, by mistake or otherwise.
CREATE TRIGGER `audit_entry_not_changed` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_not_deleted` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE INDEX `account_person` ON `account` (`person_id`);--> statement-breakpoint
CREATE INDEX `account_grant_committee` ON `account_grant` (`committee_id`);