CREATE TABLE `half_term_report` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`period` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`committee_id`, `term`, `period`, `kind`),
	FOREIGN KEY (`committee_id`,`term`) REFERENCES `half_term_review`(`committee_id`,`term`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `half_term_review` (
	`committee_id` text NOT NULL,
	`term` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`committee_id`, `term`),
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
);
