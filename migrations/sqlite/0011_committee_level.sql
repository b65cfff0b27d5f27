CREATE TABLE `committee_level` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`label_vi` text NOT NULL,
	`label_en` text NOT NULL,
	`to_day` text
);
