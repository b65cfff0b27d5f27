-- The one migration that does more than add: columns, tables and stored JSON take the words of docs/glossary.md
-- (docs/decisions/words-of-before.md). What is no JSON is left as it is, and told by whoever reads it.
ALTER TABLE `paper` RENAME COLUMN `batch_id` TO `print_run_id`;--> statement-breakpoint
-- Rows whose digests the kept imports may hold: as they are, and as a later import found them.
CREATE TEMP TABLE `rows_of_before` AS SELECT json_group_array(json(`row`)) AS `rows` FROM (
	SELECT json_object('id', `id`, 'name', `name`, 'level', `level`, 'sector', `sector`, 'superiorId', `superior_id`,
		'superiorSince', `superior_since`, 'directedById', `directed_by_id`, 'code', `code`, 'from', `from_day`,
		'to', `to_day`, 'successorId', `successor_id`) AS `row`
	FROM `committee` WHERE EXISTS (SELECT 1 FROM `kept_import` WHERE `image` IS NOT NULL)
	UNION ALL
	SELECT json_object('id', `id`, 'fullName', CAST(`full_name` AS TEXT), 'code', CAST(`code` AS TEXT), 'birthYear', `birth_year`)
	FROM `person` WHERE EXISTS (SELECT 1 FROM `kept_import` WHERE `image` IS NOT NULL)
	UNION ALL
	SELECT json_extract(`part`.`value`, '$.before') FROM `kept_import`,
		json_each(CASE WHEN json_valid(`image`) THEN `image` ELSE '{}' END, '$.committees') AS `part`
	WHERE `part`.`type` = 'object' AND json_type(`part`.`value`, '$.before') = 'object'
	UNION ALL
	SELECT json_extract(`part`.`value`, '$.before') FROM `kept_import`,
		json_each(CASE WHEN json_valid(`image`) THEN `image` ELSE '{}' END, '$.people') AS `part`
	WHERE `part`.`type` = 'object' AND json_type(`part`.`value`, '$.before') = 'object'
);--> statement-breakpoint
UPDATE `kept_import` SET `image` = coalesce(image_in_new_words(`image`, (SELECT `rows` FROM `rows_of_before`)), `image`)
	WHERE `image` IS NOT NULL;--> statement-breakpoint
DROP TABLE `rows_of_before`;--> statement-breakpoint
ALTER TABLE `committee` RENAME COLUMN `level` TO `rank`;--> statement-breakpoint
ALTER TABLE `committee_level` RENAME TO `committee_rank`;--> statement-breakpoint
ALTER TABLE `person` RENAME COLUMN `full_name` TO `name`;--> statement-breakpoint
UPDATE `session` SET `format` = 6, `body` = in_new_words('session', `body`)
	WHERE `format` = 5 AND in_new_words('session', `body`) IS NOT NULL;--> statement-breakpoint
UPDATE `plan` SET `format` = 2, `body` = in_new_words('plan', `body`)
	WHERE `format` = 1 AND in_new_words('plan', `body`) IS NOT NULL;--> statement-breakpoint
UPDATE `published_result` SET `result` = coalesce(in_new_words('result', `result`), `result`);
