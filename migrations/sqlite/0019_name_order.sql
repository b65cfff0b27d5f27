DROP INDEX `person_search`;--> statement-breakpoint
ALTER TABLE `person` ADD `order_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `person_order` ON `person` (`order_key`,`id`);--> statement-breakpoint
UPDATE `person` SET `order_key` = name_order_key(`full_name`);--> statement-breakpoint
UPDATE `published_result` SET `result` = json_set(`result`, '$.subjects', json((
	SELECT json_group_array(json_set(`value`, '$.orderKey', name_order_key(`value` ->> 'name')))
	FROM (SELECT `value` FROM json_each(`published_result`.`result`, '$.subjects') ORDER BY CAST(`key` AS INTEGER))
)));
