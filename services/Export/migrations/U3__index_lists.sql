DROP INDEX exports_newest_of_draft;
DROP INDEX exports_newest;
