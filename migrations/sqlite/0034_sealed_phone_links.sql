-- Written by hand: WITHOUT ROWID, which drizzle does not know, and the counters of revisions as 0028 and 0030 have them for
-- `phone_link`. What is in that is sealed by the service itself, in the transaction of this migration.
CREATE TABLE `sealed_phone_link` (
	`session_id` text NOT NULL,
	`voter_hash` text NOT NULL,
	`credential_hash` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`session_id`, `voter_hash`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `sealed_phone_link_credential` ON `sealed_phone_link` (`session_id`,`credential_hash`);--> statement-breakpoint
CREATE TRIGGER `session_revision_sealed_phone_link_added` AFTER INSERT ON `sealed_phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_sealed_phone_link_changed` AFTER UPDATE ON `sealed_phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_sealed_phone_link_removed` AFTER DELETE ON `sealed_phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_sealed_phone_link_moved` AFTER UPDATE OF `session_id` ON `sealed_phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
