CREATE TABLE "heartbeat" (
	"id" smallint PRIMARY KEY NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"started_at" timestamp with time zone PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "study_days" (
	"learner_id" bigint NOT NULL,
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"streak" integer NOT NULL,
	"days_off" smallint NOT NULL,
	"record" integer NOT NULL,
	CONSTRAINT "study_days_learner_id_day_pk" PRIMARY KEY("learner_id","day")
);
--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "is_typing" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "is_pacing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "study_days" ADD CONSTRAINT "study_days_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;