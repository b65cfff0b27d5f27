CREATE TABLE "account" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"username" text COLLATE "C" NOT NULL,
	"username_key" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"administrator" boolean NOT NULL,
	"second_factor" text COLLATE "C",
	"second_of" text COLLATE "C",
	CONSTRAINT "account_username_key_unique" UNIQUE("username_key")
);
--> statement-breakpoint
CREATE TABLE "account_grant" (
	"account_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"committee_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "account_grant_account_id_role_committee_id_pk" PRIMARY KEY("account_id","role","committee_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"account_id" text COLLATE "C",
	"committee_id" text COLLATE "C",
	"grants" text COLLATE "C" NOT NULL,
	"by_administrator" boolean DEFAULT false NOT NULL,
	"drawn_by" text COLLATE "C",
	"expires_at" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"username_key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last_at" text COLLATE "C" NOT NULL,
	"locked_until" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C",
	"begun_on" text COLLATE "C" NOT NULL,
	"last_used_on" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_digest_head" (
	"committee_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"digest" integer NOT NULL,
	CONSTRAINT "audit_digest_head_committee_id_number_pk" PRIMARY KEY("committee_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"session_id" text COLLATE "C",
	"about_account_id" text COLLATE "C",
	"plan_id" text COLLATE "C",
	"person_id" text COLLATE "C",
	"role" text COLLATE "C",
	"seal" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL,
	"committee_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "committee_audit_head" (
	"committee_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committee_audit_entry" (
	"committee_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"session_id" text COLLATE "C",
	"about_account_id" text COLLATE "C",
	"plan_id" text COLLATE "C",
	"person_id" text COLLATE "C",
	"role" text COLLATE "C",
	"seal" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "committee_audit_entry_committee_id_number_pk" PRIMARY KEY("committee_id","number")
);
--> statement-breakpoint
CREATE TABLE "committee" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"superior_id" text COLLATE "C",
	"superior_since" text COLLATE "C",
	"directed_by_id" text COLLATE "C",
	"code" text COLLATE "C",
	"from_day" text COLLATE "C",
	"to_day" text COLLATE "C",
	"successor_id" text COLLATE "C",
	"search_key" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "past_superior" (
	"committee_id" text COLLATE "C" NOT NULL,
	"superior_id" text COLLATE "C",
	"from_day" text COLLATE "C",
	"to_day" text COLLATE "C" NOT NULL,
	CONSTRAINT "past_superior_committee_id_to_day_pk" PRIMARY KEY("committee_id","to_day")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C",
	"code_key" text COLLATE "C",
	"birth_year" integer,
	"search_key" text COLLATE "C" DEFAULT '' NOT NULL,
	"order_key" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "committee_rank" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"label_vi" text COLLATE "C" NOT NULL,
	"label_en" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "roster_revision" (
	"id" integer PRIMARY KEY NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"committee_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"precedence" integer NOT NULL,
	"from_day" text COLLATE "C",
	"to_day" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "term" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"committee_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	"congress_on" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "document" (
	"session_id" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"bytes_hash" text COLLATE "C" NOT NULL,
	"seal" text COLLATE "C" NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "document_session_id_id_pk" PRIMARY KEY("session_id","id")
);
--> statement-breakpoint
CREATE TABLE "half_term_report" (
	"committee_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "half_term_report_committee_id_term_period_kind_pk" PRIMARY KEY("committee_id","term","period","kind")
);
--> statement-breakpoint
CREATE TABLE "half_term_review" (
	"committee_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "half_term_review_committee_id_term_pk" PRIMARY KEY("committee_id","term")
);
--> statement-breakpoint
CREATE TABLE "gone_id" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_import" (
	"number" integer PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"by_account" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"committee_id" text COLLATE "C",
	"term" text COLLATE "C",
	"committee_ids" text COLLATE "C" NOT NULL,
	"counts" text COLLATE "C" NOT NULL,
	"taken_back" text COLLATE "C",
	"built_before" text COLLATE "C",
	"image" text COLLATE "C",
	CONSTRAINT "kept_import_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"issuer_id" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"issued" boolean NOT NULL,
	"format" integer NOT NULL,
	"body" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot_hint" (
	"session_id" text COLLATE "C" NOT NULL,
	"election_id" text COLLATE "C" NOT NULL,
	"ballot" text COLLATE "C" NOT NULL,
	"hint" "bytea" NOT NULL,
	CONSTRAINT "ballot_hint_session_id_election_id_ballot_pk" PRIMARY KEY("session_id","election_id","ballot")
);
--> statement-breakpoint
CREATE TABLE "record_event" (
	"session_id" text COLLATE "C" NOT NULL,
	"election_id" text COLLATE "C" NOT NULL,
	"height" integer NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"payload" text COLLATE "C",
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "record_event_session_id_election_id_height_pk" PRIMARY KEY("session_id","election_id","height")
);
--> statement-breakpoint
CREATE TABLE "record" (
	"session_id" text COLLATE "C" NOT NULL,
	"election_id" text COLLATE "C" NOT NULL,
	"timestamp" integer NOT NULL,
	CONSTRAINT "record_session_id_election_id_pk" PRIMARY KEY("session_id","election_id")
);
--> statement-breakpoint
CREATE TABLE "oldest_release" (
	"id" integer PRIMARY KEY NOT NULL,
	"migration" text COLLATE "C" NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_address" (
	"account_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"address" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_reminder" (
	"plan_id" text COLLATE "C" NOT NULL,
	"committee_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	CONSTRAINT "plan_reminder_plan_id_committee_id_account_id_due_on_kind_pk" PRIMARY KEY("plan_id","committee_id","account_id","due_on","kind")
);
--> statement-breakpoint
CREATE TABLE "session_seal" (
	"session_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"columns" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"papers" text COLLATE "C" NOT NULL,
	"documents" text COLLATE "C" NOT NULL,
	"result" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "paper" (
	"session_id" text COLLATE "C" NOT NULL,
	"credential" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"print_run_id" text COLLATE "C",
	"fate" text COLLATE "C" NOT NULL,
	"voted_by" text COLLATE "C",
	"recast_key_hash" text COLLATE "C",
	CONSTRAINT "paper_session_id_credential_pk" PRIMARY KEY("session_id","credential")
);
--> statement-breakpoint
CREATE TABLE "phone_link" (
	"session_id" text COLLATE "C" NOT NULL,
	"voter_id" text COLLATE "C" NOT NULL,
	"credential" text COLLATE "C" NOT NULL,
	CONSTRAINT "phone_link_session_id_voter_id_pk" PRIMARY KEY("session_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "published_result" (
	"session_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"result" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_person" (
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	CONSTRAINT "session_person_session_id_person_id_role_pk" PRIMARY KEY("session_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"committee_id" text COLLATE "C" NOT NULL,
	"superior_id" text COLLATE "C",
	"plan_id" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"held_on" text COLLATE "C" NOT NULL,
	"opened" boolean NOT NULL,
	"read_key" text COLLATE "C" NOT NULL,
	"format" integer NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "summoned_list" (
	"committee_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "summoned_list_committee_id_term_pk" PRIMARY KEY("committee_id","term")
);
--> statement-breakpoint
ALTER TABLE "account_grant" ADD CONSTRAINT "account_grant_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee" ADD CONSTRAINT "committee_superior_id_committee_id_fk" FOREIGN KEY ("superior_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee" ADD CONSTRAINT "committee_directed_by_id_committee_id_fk" FOREIGN KEY ("directed_by_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee" ADD CONSTRAINT "committee_successor_id_committee_id_fk" FOREIGN KEY ("successor_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_superior" ADD CONSTRAINT "past_superior_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_superior" ADD CONSTRAINT "past_superior_superior_id_committee_id_fk" FOREIGN KEY ("superior_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "half_term_report" ADD CONSTRAINT "half_term_report_committee_id_term_half_term_review_committee_id_term_fk" FOREIGN KEY ("committee_id","term") REFERENCES "half_term_review"("committee_id","term") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "half_term_review" ADD CONSTRAINT "half_term_review_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_issuer_id_committee_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_hint" ADD CONSTRAINT "ballot_hint_session_id_election_id_record_session_id_election_id_fk" FOREIGN KEY ("session_id","election_id") REFERENCES "record"("session_id","election_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_event" ADD CONSTRAINT "record_event_session_id_election_id_record_session_id_election_id_fk" FOREIGN KEY ("session_id","election_id") REFERENCES "record"("session_id","election_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_address" ADD CONSTRAINT "mail_address_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_reminder" ADD CONSTRAINT "plan_reminder_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_seal" ADD CONSTRAINT "session_seal_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_link" ADD CONSTRAINT "phone_link_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_result" ADD CONSTRAINT "published_result_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_person" ADD CONSTRAINT "session_person_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summoned_list" ADD CONSTRAINT "summoned_list_committee_id_committee_id_fk" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_person" ON "account" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "account_grant_committee" ON "account_grant" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "invitation_person" ON "invitation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitation_account" ON "invitation" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "invitation_committee" ON "invitation" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "sign_in_account" ON "sign_in" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_digest_head_digest" ON "audit_digest_head" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "audit_entry_committee" ON "audit_entry" USING btree ("committee_id","number");--> statement-breakpoint
CREATE INDEX "audit_entry_about" ON "audit_entry" USING btree ("about_account_id","number");--> statement-breakpoint
CREATE INDEX "audit_entry_session" ON "audit_entry" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_event" ON "audit_entry" USING btree ("event","number");--> statement-breakpoint
CREATE INDEX "committee_audit_entry_session" ON "committee_audit_entry" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "committee_audit_entry_at" ON "committee_audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "committee_superior" ON "committee" USING btree ("superior_id","search_key","id");--> statement-breakpoint
CREATE INDEX "committee_director" ON "committee" USING btree ("directed_by_id");--> statement-breakpoint
CREATE INDEX "committee_successor" ON "committee" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "committee_search" ON "committee" USING btree ("search_key","id");--> statement-breakpoint
CREATE INDEX "past_superior_superior" ON "past_superior" USING btree ("superior_id");--> statement-breakpoint
CREATE INDEX "person_order" ON "person" USING btree ("order_key","id");--> statement-breakpoint
CREATE INDEX "person_code" ON "person" USING btree ("code_key");--> statement-breakpoint
CREATE INDEX "seat_committee" ON "seat" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "seat_person" ON "seat" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "term_committee" ON "term" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "kept_import_place" ON "kept_import" USING btree ("committee_id","number");--> statement-breakpoint
CREATE INDEX "plan_issuer" ON "plan" USING btree ("issuer_id");--> statement-breakpoint
CREATE INDEX "record_event_payload" ON "record_event" USING btree ("session_id","election_id","payload");--> statement-breakpoint
CREATE INDEX "session_person_person" ON "session_person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_committee" ON "session" USING btree ("committee_id");--> statement-breakpoint
CREATE INDEX "session_superior" ON "session" USING btree ("superior_id");--> statement-breakpoint
CREATE INDEX "session_plan" ON "session" USING btree ("plan_id");