CREATE TABLE `committee` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`sector` text NOT NULL,
	`superior_id` text,
	`directed_by_id` text,
	FOREIGN KEY (`superior_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`directed_by_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`full_name` text NOT NULL,
	`code` text
);
--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`person_id` text NOT NULL,
	`position` text NOT NULL,
	`precedence` integer NOT NULL,
	`from_day` text,
	`to_day` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_committee` ON `seat` (`committee_id`);--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`person_id`);