CREATE TABLE `published_result` (
	`session_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Sessions of format 4 do not say of which level their committee was: it is the one that it has now.
UPDATE `session` SET `body` = json_set(`body`, '$.committeeLevel', coalesce((SELECT `level` FROM `committee` WHERE `committee`.`id` = `session`.`committee_id`), '')), `format` = 5 WHERE `format` = 4;
