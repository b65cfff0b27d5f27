ALTER TABLE `invitation` ADD `by_administrator` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `invitation_committee` ON `invitation` (`committee_id`);