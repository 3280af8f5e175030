DROP TABLE tables_of_authorities;
DROP TABLE authorities;
