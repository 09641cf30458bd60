CREATE TABLE "imports" (
	"learner_id" bigint NOT NULL,
	"id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "imports_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "paste_parts" (
	"learner_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "paste_parts_learner_id_message_id_pk" PRIMARY KEY("learner_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "pastes" (
	"learner_id" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"is_wanted" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"message_id" bigint
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"learner_id" bigint NOT NULL,
	"deck_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "shares_learner_id_deck_id_pk" PRIMARY KEY("learner_id","deck_id")
);
--> statement-breakpoint
ALTER TABLE "decks" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paste_parts" ADD CONSTRAINT "paste_parts_learner_id_pastes_learner_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."pastes"("learner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pastes" ADD CONSTRAINT "pastes_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_received" ON "imports" USING btree ("learner_id","received_at");--> statement-breakpoint
CREATE INDEX "shares_deck" ON "shares" USING btree ("deck_id");