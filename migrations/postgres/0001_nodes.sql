CREATE TABLE "box_renewal" (
	"session_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"is_taking" boolean NOT NULL,
	"height" integer,
	"summoned" integer NOT NULL,
	"present" integer NOT NULL,
	"issued" integer NOT NULL,
	"collected" integer NOT NULL,
	"phone" integer,
	"sheet" integer
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"until" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"id" integer PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "box_renewal" ADD CONSTRAINT "box_renewal_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;