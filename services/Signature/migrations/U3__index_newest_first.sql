DROP INDEX templates_newest;
