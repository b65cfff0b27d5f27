DROP INDEX `person_code`;--> statement-breakpoint
ALTER TABLE `person` ADD `code_key` text;--> statement-breakpoint
ALTER TABLE `person` ADD `birth_year` integer;--> statement-breakpoint
CREATE INDEX `person_code` ON `person` (`code_key`);--> statement-breakpoint
UPDATE `person` SET `code_key` = text_key(`code`) WHERE `code` IS NOT NULL;--> statement-breakpoint
-- Names are found without their apostrophes, and by every sign for Đ: the keys are made anew.
UPDATE `person` SET `search_key` = search_key(`full_name`);--> statement-breakpoint
UPDATE `committee` SET `search_key` = search_key(CASE WHEN `code` IS NULL THEN `name` ELSE `name` || ' ' || `code` END);--> statement-breakpoint
UPDATE `published_result` SET `result` = json_set(`result`, '$.subjects', json((
	SELECT json_group_array(json_set(`value`, '$.key', search_key(`value` ->> 'name')))
	FROM (SELECT `value` FROM json_each(`published_result`.`result`, '$.subjects') ORDER BY CAST(`key` AS INTEGER))
)));
