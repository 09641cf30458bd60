CREATE TABLE "audit" (
	"admin_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"target" text,
	"outcome" text NOT NULL,
	CONSTRAINT "audit_admin_id_update_id_pk" PRIMARY KEY("admin_id","update_id")
);
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");