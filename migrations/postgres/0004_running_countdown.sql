CREATE TABLE "running_countdown" (
	"session_id" text COLLATE "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "running_countdown" ADD CONSTRAINT "running_countdown_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;