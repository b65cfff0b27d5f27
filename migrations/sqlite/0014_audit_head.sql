CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
-- Written by hand: where the log ends today, and triggers, which drizzle does not know: it only ever grows.
INSERT INTO `audit_head` SELECT 1, `number`, `hash` FROM `audit_entry` ORDER BY `number` DESC LIMIT 1;--> statement-breakpoint
CREATE TRIGGER `audit_head_grows` BEFORE UPDATE ON `audit_head` WHEN NEW.`number` <= OLD.`number` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `audit_head_not_deleted` BEFORE DELETE ON `audit_head` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
