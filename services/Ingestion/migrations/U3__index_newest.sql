DROP INDEX ingestions_newest;
