CREATE TABLE "aliases" (
	"learner_id" bigint NOT NULL,
	"fact_id" text NOT NULL,
	"wanted" text NOT NULL,
	"reply" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "aliases_learner_id_fact_id_wanted_reply_pk" PRIMARY KEY("learner_id","fact_id","wanted","reply")
);
--> statement-breakpoint
CREATE TABLE "exams" (
	"learner_id" bigint NOT NULL,
	"deck_id" text NOT NULL,
	"exam_date" date NOT NULL,
	"scope" text NOT NULL,
	"starts_on" date NOT NULL,
	CONSTRAINT "exams_learner_id_deck_id_pk" PRIMARY KEY("learner_id","deck_id")
);
--> statement-breakpoint
CREATE TABLE "hidden_questions" (
	"learner_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"fact_id" text NOT NULL,
	"question_kind" text NOT NULL,
	"silenced_key" text,
	"hidden_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hidden_questions_learner_id_question_id_pk" PRIMARY KEY("learner_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "catch_up_goal" smallint;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "correction" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "displaced_fact_id" text;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exams" ADD CONSTRAINT "exams_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_questions" ADD CONSTRAINT "hidden_questions_fact_id_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hidden_questions_fact" ON "hidden_questions" USING btree ("learner_id","fact_id");--> statement-breakpoint
CREATE VIEW "public"."counted_reviews" AS (
  select r.learner_id, r.fact_id, r.number, r.session_id, r.position, r.question_kind, r.result, r.rating,
    r.reviewed_at, r.study_day, r.before
  from reviews r
  where r.correction is distinct from 'undone' and not exists (
    select from reviews c where c.learner_id = r.learner_id and c.fact_id = r.fact_id
      and c.number = r.number + 1 and c.correction is not null));