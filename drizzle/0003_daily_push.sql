CREATE TABLE "pushes" (
	"learner_id" bigint NOT NULL,
	"local_date" date NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"due_at" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"is_forced" boolean DEFAULT false NOT NULL,
	"sent_at" timestamp with time zone,
	"session_id" text,
	"message_id" bigint,
	CONSTRAINT "pushes_learner_id_local_date_pk" PRIMARY KEY("learner_id","local_date")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"learner_id" bigint PRIMARY KEY NOT NULL,
	"local_time" time(0) NOT NULL,
	"weekdays" smallint DEFAULT 127 NOT NULL,
	"step_days" smallint DEFAULT 1 NOT NULL,
	"next_due_at" timestamp with time zone,
	"last_local_date" date,
	"last_claimed_at" timestamp with time zone,
	"zone_confirmed" boolean DEFAULT false NOT NULL,
	"silence" text,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telegram_pause" (
	"id" smallint PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "rest_until" date;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pushes_claimed" ON "pushes" USING btree ("held_until") WHERE "pushes"."status" = 'claimed';--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("next_due_at") WHERE "schedules"."next_due_at" is not null;