-- The history of standing data stays; what a record said may be erased with its client.
DROP TRIGGER "standing_changes_immutable";
CREATE TRIGGER "standing_changes_immutable" BEFORE UPDATE ON "standing_changes"
WHEN NEW."document" IS NOT NULL
  OR NEW."sequence" IS NOT OLD."sequence" OR NEW."kind" IS NOT OLD."kind" OR NEW."id" IS NOT OLD."id"
  OR NEW."version" IS NOT OLD."version" OR NEW."revision" IS NOT OLD."revision"
  OR NEW."removed" IS NOT OLD."removed" OR NEW."author" IS NOT OLD."author"
  OR NEW."changedAt" IS NOT OLD."changedAt"
BEGIN SELECT RAISE(ABORT, 'the history of standing data is never changed'); END;
