-- No release has served on PostgreSQL before: there are no rows whose keys were to be filled.
ALTER TABLE "committee" ADD COLUMN "name_key" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "committee" ADD COLUMN "code_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "place" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "committee_code" ON "committee" USING btree ("code_key");