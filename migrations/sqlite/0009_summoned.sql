CREATE TABLE `summoned_list` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`committee_id`, `term`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
