-- WITHOUT ROWID, which drizzle does not know, written by hand: a number that grows with each row would be an order of arrival.
CREATE TABLE `ballot_hint` (
	`election_id` text NOT NULL,
	`ballot` text NOT NULL,
	`hint` blob NOT NULL,
	PRIMARY KEY(`election_id`, `ballot`),
	FOREIGN KEY (`election_id`) REFERENCES `record`(`election_id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
