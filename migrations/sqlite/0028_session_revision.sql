-- Written by hand: WITHOUT ROWID, which drizzle does not know, the first numbers, and who counts. Triggers do, so that no
-- change is left out, whoever makes it; casting a ballot writes one paper and one event.
CREATE TABLE `session_revision` (
	`session_id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `session_revision` SELECT `id`, 0 FROM `session`;
--> statement-breakpoint
CREATE TRIGGER `session_revision_begun` AFTER INSERT ON `session` BEGIN
	INSERT INTO `session_revision` VALUES (NEW.`id`, 0);
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_changed` AFTER UPDATE ON `session` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_person_added` AFTER INSERT ON `session_person` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_person_changed` AFTER UPDATE ON `session_person` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_person_removed` AFTER DELETE ON `session_person` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_paper_added` AFTER INSERT ON `paper` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_paper_changed` AFTER UPDATE ON `paper` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_paper_removed` AFTER DELETE ON `paper` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_phone_link_added` AFTER INSERT ON `phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_phone_link_changed` AFTER UPDATE ON `phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_phone_link_removed` AFTER DELETE ON `phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_document_added` AFTER INSERT ON `document` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_document_changed` AFTER UPDATE ON `document` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_document_removed` AFTER DELETE ON `document` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_published_result_added` AFTER INSERT ON `published_result` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_published_result_changed` AFTER UPDATE ON `published_result` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_published_result_removed` AFTER DELETE ON `published_result` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_seal_added` AFTER INSERT ON `session_seal` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_seal_changed` AFTER UPDATE ON `session_seal` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_seal_removed` AFTER DELETE ON `session_seal` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_added` AFTER INSERT ON `record` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_changed` AFTER UPDATE ON `record` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = NEW.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_removed` AFTER DELETE ON `record` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_event_added` AFTER INSERT ON `record_event` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = (SELECT `session_id` FROM `record` WHERE `election_id` = NEW.`election_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_event_changed` AFTER UPDATE ON `record_event` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = (SELECT `session_id` FROM `record` WHERE `election_id` = NEW.`election_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_event_removed` AFTER DELETE ON `record_event` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = (SELECT `session_id` FROM `record` WHERE `election_id` = OLD.`election_id`);
END;
