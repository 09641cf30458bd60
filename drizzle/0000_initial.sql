CREATE TABLE "cards" (
	"learner_id" bigint NOT NULL,
	"fact_id" text NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"elapsed_days" integer NOT NULL,
	"scheduled_days" integer NOT NULL,
	"learning_steps" integer NOT NULL,
	"reps" integer NOT NULL,
	"lapses" integer NOT NULL,
	"state" smallint NOT NULL,
	"last_review" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "cards_learner_id_fact_id_pk" PRIMARY KEY("learner_id","fact_id")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"learner_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"state" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversations_learner_id_chat_id_pk" PRIMARY KEY("learner_id","chat_id")
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" bigint,
	"file" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"sections" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text PRIMARY KEY NOT NULL,
	"deck_id" text NOT NULL,
	"key" text,
	"position" integer NOT NULL,
	"section" text,
	"body" jsonb NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"learner_id" bigint,
	"payload" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"handled_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"id" bigint PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"deck_id" text,
	"daily_goal" smallint DEFAULT 10 NOT NULL,
	"new_per_day" smallint DEFAULT 10 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"learner_id" bigint NOT NULL,
	"fact_id" text NOT NULL,
	"number" integer NOT NULL,
	"session_id" text NOT NULL,
	"position" smallint NOT NULL,
	"question_kind" text NOT NULL,
	"result" text NOT NULL,
	"rating" smallint NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"study_day" date NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "reviews_learner_id_fact_id_number_pk" PRIMARY KEY("learner_id","fact_id","number")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"learner_id" bigint NOT NULL,
	"id" text NOT NULL,
	"deck_id" text NOT NULL,
	"kind" text NOT NULL,
	"deck_title" text,
	"length" smallint NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "sessions_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"learner_id" bigint NOT NULL,
	"session_id" text NOT NULL,
	"position" smallint NOT NULL,
	"fact_id" text NOT NULL,
	"question" jsonb NOT NULL,
	"again" jsonb NOT NULL,
	"repeats" smallint,
	"hinted" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp with time zone,
	"message_id" bigint,
	"answered_at" timestamp with time zone,
	"update_id" bigint,
	"choice" smallint,
	"reply" text,
	"result" text,
	"remark" jsonb,
	CONSTRAINT "steps_learner_id_session_id_position_pk" PRIMARY KEY("learner_id","session_id","position")
);
--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_fact_id_cards_learner_id_fact_id_fk" FOREIGN KEY ("learner_id","fact_id") REFERENCES "public"."cards"("learner_id","fact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_learner_id_session_id_sessions_learner_id_id_fk" FOREIGN KEY ("learner_id","session_id") REFERENCES "public"."sessions"("learner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_learner_id_fact_id_cards_learner_id_fact_id_fk" FOREIGN KEY ("learner_id","fact_id") REFERENCES "public"."cards"("learner_id","fact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_due" ON "cards" USING btree ("learner_id","due");--> statement-breakpoint
CREATE UNIQUE INDEX "decks_built_in_file" ON "decks" USING btree ("file") WHERE "decks"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "decks_owner" ON "decks" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_deck_key" ON "facts" USING btree ("deck_id","key");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("learner_id","update_id") WHERE "inbox"."handled_at" is null and "inbox"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "reviews_day" ON "reviews" USING btree ("learner_id","study_day");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_one_open" ON "sessions" USING btree ("learner_id") WHERE "sessions"."closed_at" is null;