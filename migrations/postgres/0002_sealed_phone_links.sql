-- `phone_link` was never written to: no release has served on PostgreSQL before.
DROP TABLE "phone_link" CASCADE;
--> statement-breakpoint
CREATE TABLE "sealed_phone_link" (
	"session_id" text COLLATE "C" NOT NULL,
	"voter_hash" text COLLATE "C" NOT NULL,
	"credential_hash" text COLLATE "C" NOT NULL,
	"sealed" text COLLATE "C" NOT NULL,
	CONSTRAINT "sealed_phone_link_session_id_voter_hash_pk" PRIMARY KEY("session_id","voter_hash")
);
--> statement-breakpoint
ALTER TABLE "sealed_phone_link" ADD CONSTRAINT "sealed_phone_link_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_phone_link_credential" ON "sealed_phone_link" USING btree ("session_id","credential_hash");
