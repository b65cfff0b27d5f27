-- Written by hand: 0028 counts an UPDATE for the session that a row has come to; these count it for the one it has left as
-- well, and a session that was taken away.
CREATE TRIGGER `session_revision_session_moved` AFTER UPDATE OF `id` ON `session` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_removed` AFTER DELETE ON `session` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_person_moved` AFTER UPDATE OF `session_id` ON `session_person` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_paper_moved` AFTER UPDATE OF `session_id` ON `paper` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_phone_link_moved` AFTER UPDATE OF `session_id` ON `phone_link` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_document_moved` AFTER UPDATE OF `session_id` ON `document` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_published_result_moved` AFTER UPDATE OF `session_id` ON `published_result` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_session_seal_moved` AFTER UPDATE OF `session_id` ON `session_seal` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_moved` AFTER UPDATE OF `session_id` ON `record` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = OLD.`session_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `session_revision_record_event_moved` AFTER UPDATE OF `election_id` ON `record_event` BEGIN
	UPDATE `session_revision` SET `number` = `number` + 1 WHERE `session_id` = (SELECT `session_id` FROM `record` WHERE `election_id` = OLD.`election_id`);
END;
