DROP INDEX `account_person`;--> statement-breakpoint
ALTER TABLE `account` ADD `second_of` text;--> statement-breakpoint
-- A person who came to have two accounts keeps the older one, with all roles of both; the others act for nobody any more.
UPDATE `account` SET `second_of` = (
	SELECT `first`.`id` FROM `account` AS `first`
	WHERE `first`.`person_id` = `account`.`person_id` AND `first`.rowid < `account`.rowid
	ORDER BY `first`.rowid LIMIT 1
) WHERE `person_id` IS NOT NULL;--> statement-breakpoint
INSERT OR IGNORE INTO `account_grant` (`account_id`, `role`, `committee_id`)
	SELECT `account`.`second_of`, `account_grant`.`role`, `account_grant`.`committee_id` FROM `account_grant`
	JOIN `account` ON `account`.`id` = `account_grant`.`account_id` WHERE `account`.`second_of` IS NOT NULL;--> statement-breakpoint
UPDATE `account` SET `administrator` = 1 WHERE `id` IN (
	SELECT `second_of` FROM `account` WHERE `second_of` IS NOT NULL AND `administrator` = 1
);--> statement-breakpoint
DELETE FROM `account_grant` WHERE `account_id` IN (SELECT `id` FROM `account` WHERE `second_of` IS NOT NULL);--> statement-breakpoint
DELETE FROM `sign_in` WHERE `account_id` IN (SELECT `id` FROM `account` WHERE `second_of` IS NOT NULL);--> statement-breakpoint
UPDATE `invitation` SET `status` = 'replaced' WHERE `status` = 'live'
	AND `account_id` IN (SELECT `id` FROM `account` WHERE `second_of` IS NOT NULL);--> statement-breakpoint
UPDATE `account` SET `person_id` = NULL, `administrator` = 0 WHERE `second_of` IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `account_person` ON `account` (`person_id`);
