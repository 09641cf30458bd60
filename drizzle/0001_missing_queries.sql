CREATE TABLE "missing_queries" (
	"query" text PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"last_asked_at" timestamp with time zone NOT NULL
);
