CREATE TABLE `oldest_release` (
	`id` integer PRIMARY KEY NOT NULL,
	`migration` text NOT NULL,
	`written_at` integer NOT NULL
);
