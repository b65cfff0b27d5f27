CREATE TABLE `gone_id` (
	`id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kept_import` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`by_account` text NOT NULL,
	`at` text NOT NULL,
	`committee_id` text,
	`term` text,
	`committee_ids` text NOT NULL,
	`counts` text NOT NULL,
	`taken_back` text,
	`built_before` text,
	`image` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_import_id_unique` ON `kept_import` (`id`);--> statement-breakpoint
CREATE INDEX `kept_import_place` ON `kept_import` (`committee_id`,`number`);--> statement-breakpoint
-- A person or committee that was there when it was looked up may have been taken back before the step that names it.
CREATE TRIGGER `account_of_nobody` BEFORE INSERT ON `account` WHEN NEW.`person_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `grant_in_nothing` BEFORE INSERT ON `account_grant` WHEN NEW.`committee_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `invitation_of_nobody` BEFORE INSERT ON `invitation` WHEN NEW.`person_id` IN (SELECT `id` FROM `gone_id`) OR NEW.`committee_id` IN (SELECT `id` FROM `gone_id`)
	OR EXISTS (SELECT 1 FROM json_each(NEW.`grants`) WHERE `value` ->> 'committeeId' IN (SELECT `id` FROM `gone_id`)) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `session_of_nothing` BEFORE INSERT ON `session` WHEN NEW.`committee_id` IN (SELECT `id` FROM `gone_id`) OR NEW.`superior_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `session_below_nothing` BEFORE UPDATE OF `superior_id` ON `session` WHEN NEW.`superior_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `session_with_nobody` BEFORE INSERT ON `session_person` WHEN NEW.`person_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `term_of_nothing` BEFORE INSERT ON `term` WHEN NEW.`committee_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `review_of_nothing` BEFORE INSERT ON `half_term_review` WHEN NEW.`committee_id` IN (SELECT `id` FROM `gone_id`) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `summoned_of_nothing` BEFORE INSERT ON `summoned_list` WHEN NEW.`committee_id` IN (SELECT `id` FROM `gone_id`)
	OR EXISTS (SELECT 1 FROM json_each(NEW.`body`) WHERE `value` ->> 'personId' IN (SELECT `id` FROM `gone_id`)) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;--> statement-breakpoint
CREATE TRIGGER `plan_with_nobody` BEFORE INSERT ON `plan` WHEN EXISTS (SELECT 1 FROM json_tree(NEW.`body`) WHERE `atom` IN (SELECT `id` FROM `gone_id`)) BEGIN SELECT RAISE(ABORT, 'taken-back'); END;
