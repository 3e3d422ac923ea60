-- Working-time rule sets of the employer.
CREATE TABLE "working_time_rule_sets" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "author" TEXT,
    "createdAt" DATETIME NOT NULL
);

CREATE INDEX "working_time_rule_sets_id_validFrom_idx" ON "working_time_rule_sets"("id", "validFrom");

CREATE TRIGGER "working_time_rule_sets_immutable" BEFORE UPDATE ON "working_time_rule_sets"
BEGIN SELECT RAISE(ABORT, 'a rule set is never changed'); END;
CREATE TRIGGER "working_time_rule_sets_kept" BEFORE DELETE ON "working_time_rule_sets"
BEGIN SELECT RAISE(ABORT, 'a rule set is never taken away'); END;
