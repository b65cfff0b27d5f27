-- The one migration that does more than add: columns, tables and stored JSON take the words of design.md §2.
ALTER TABLE `paper` RENAME COLUMN `batch_id` TO `print_run_id`;--> statement-breakpoint
UPDATE `session` SET `body` = coalesce(in_new_words('session', `body`), `body`),
	`format` = CASE WHEN in_new_words('session', `body`) IS NULL THEN `format` ELSE 6 END WHERE `format` = 5;
