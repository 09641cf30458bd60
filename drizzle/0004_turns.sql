CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"learner_id" bigint PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"is_wanted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
UPDATE "inbox" SET "learner_id" = 0 WHERE "learner_id" IS NULL;--> statement-breakpoint
ALTER TABLE "inbox" DROP CONSTRAINT "inbox_pkey";--> statement-breakpoint
ALTER TABLE "inbox" ALTER COLUMN "learner_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_learner_id_update_id_pk" PRIMARY KEY("learner_id","update_id");--> statement-breakpoint
CREATE INDEX "inbox_received" ON "inbox" USING btree ("received_at");
