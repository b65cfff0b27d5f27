CREATE TABLE `roster_revision` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL
);
