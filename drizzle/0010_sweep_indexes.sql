CREATE INDEX "pushes_old" ON "pushes" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "imports_old" ON "imports" USING btree ("received_at");