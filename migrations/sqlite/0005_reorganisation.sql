CREATE TABLE `past_superior` (
	`committee_id` text NOT NULL,
	`superior_id` text,
	`from_day` text,
	`to_day` text NOT NULL,
	PRIMARY KEY(`committee_id`, `to_day`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superior_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `past_superior_superior` ON `past_superior` (`superior_id`);--> statement-breakpoint
CREATE TABLE `term` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`congress_on` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `term_committee` ON `term` (`committee_id`);--> statement-breakpoint
ALTER TABLE `committee` ADD `superior_since` text;--> statement-breakpoint
ALTER TABLE `committee` ADD `code` text;--> statement-breakpoint
ALTER TABLE `committee` ADD `from_day` text;--> statement-breakpoint
ALTER TABLE `committee` ADD `to_day` text;--> statement-breakpoint
ALTER TABLE `committee` ADD `successor_id` text REFERENCES committee(id);--> statement-breakpoint
ALTER TABLE `committee` ADD `search_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `committee_superior` ON `committee` (`superior_id`,`search_key`,`id`);--> statement-breakpoint
CREATE INDEX `committee_director` ON `committee` (`directed_by_id`);--> statement-breakpoint
CREATE INDEX `committee_successor` ON `committee` (`successor_id`);--> statement-breakpoint
CREATE INDEX `committee_search` ON `committee` (`search_key`,`id`);--> statement-breakpoint
ALTER TABLE `person` ADD `search_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `person_search` ON `person` (`search_key`,`id`);--> statement-breakpoint
CREATE INDEX `person_code` ON `person` (`code`);--> statement-breakpoint
UPDATE `committee` SET `search_key` = search_key(`name`);--> statement-breakpoint
UPDATE `person` SET `search_key` = search_key(`full_name`);
