ALTER TABLE `audit_entry` ADD `plan_id` text;--> statement-breakpoint
ALTER TABLE `audit_entry` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `audit_entry` ADD `role` text;