CREATE TABLE `audit_digest_head` (
	`committee_id` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`digest` integer NOT NULL,
	PRIMARY KEY(`committee_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `audit_digest_head_digest` ON `audit_digest_head` (`digest`);--> statement-breakpoint
CREATE TABLE `committee_audit_head` (
	`committee_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `committee_audit_entry` (
	`committee_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`event` text NOT NULL,
	`account_id` text,
	`session_id` text,
	`about_account_id` text,
	`plan_id` text,
	`person_id` text,
	`role` text,
	`seal` text,
	`hash` text NOT NULL,
	PRIMARY KEY(`committee_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `committee_audit_entry_session` ON `committee_audit_entry` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `committee_audit_entry_at` ON `committee_audit_entry` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entry_at` ON `audit_entry` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entry_event` ON `audit_entry` (`event`,`number`);--> statement-breakpoint
CREATE TRIGGER `committee_audit_entry_not_changed` BEFORE UPDATE ON `committee_audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `committee_audit_entry_not_deleted` BEFORE DELETE ON `committee_audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_digest_head_not_changed` BEFORE UPDATE ON `audit_digest_head` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_digest_head_not_deleted` BEFORE DELETE ON `audit_digest_head` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `committee_audit_head_grows` BEFORE UPDATE ON `committee_audit_head` WHEN NEW.`number` <= OLD.`number` OR NEW.`committee_id` <> OLD.`committee_id` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `committee_audit_head_not_deleted` BEFORE DELETE ON `committee_audit_head` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
