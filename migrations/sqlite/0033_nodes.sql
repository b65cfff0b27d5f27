CREATE TABLE `box_renewal` (
	`session_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`is_taking` integer NOT NULL,
	`height` integer,
	`summoned` integer NOT NULL,
	`present` integer NOT NULL,
	`issued` integer NOT NULL,
	`collected` integer NOT NULL,
	`phone` integer,
	`sheet` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setup_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
