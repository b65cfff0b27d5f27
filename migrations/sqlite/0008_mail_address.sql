CREATE TABLE `mail_address` (
	`account_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
