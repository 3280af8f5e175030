namespace IntegrationSuite.TestKit.Databases;

/// <summary>The query behind <see cref="Catalogue"/>: one line of text for each thing that a schema holds (PostgreSQL, "System Catalogs"). What extensions brought is theirs. Who owns the database differs between a service and a test, so its owner has no name here.</summary>
internal static class CatalogueSql
{
    public const string Lines = """
        WITH spaces AS (
            SELECT oid, nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
        ), foreign_objects AS (
            SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
        ), relations AS (
            SELECT c.*, quote_ident(s.nspname) || '.' || quote_ident(c.relname) AS name
            FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace
            WHERE c.relname NOT IN ('changelog', 'changelog_id_seq', 'changelog_pkey',
                                    'flyway_schema_history', 'flyway_schema_history_pk', 'flyway_schema_history_s_idx', 'schema_migrations', 'schema_migrations_pkey')
              AND (('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM foreign_objects))
        ), routines AS (
            SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
            WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM foreign_objects)
        ), grants AS (
            SELECT 'schema ' || nspname AS name, nspacl AS acl, 'n'::"char" AS kind, nspowner AS owner FROM pg_namespace WHERE oid IN (SELECT oid FROM spaces)
            UNION ALL SELECT 'relation ' || name, relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner FROM relations WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            UNION ALL SELECT 'column ' || r.name || '.' || quote_ident(a.attname), a.attacl, 'c', r.relowner
                      FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL SELECT 'function ' || name, proacl, 'f', proowner FROM routines
        )
        SELECT 'schema ' || nspname FROM spaces
        UNION ALL SELECT 'extension ' || extname || ' ' || extversion FROM pg_extension
        UNION ALL SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table' END || ' ' || name
                         || CASE relpersistence WHEN 'u' THEN ' unlogged' ELSE '' END || CASE WHEN relrowsecurity THEN ' row security' ELSE '' END
                         || coalesce(' with ' || array_to_string(reloptions, ', '), '') || coalesce(' for ' || pg_get_expr(relpartbound, oid), '')
                  FROM relations WHERE relkind IN ('r', 'p', 'f')
        UNION ALL SELECT CASE relkind WHEN 'v' THEN 'view ' ELSE 'materialized view ' END || name || ' as ' || pg_get_viewdef(oid) FROM relations WHERE relkind IN ('v', 'm')
        UNION ALL SELECT 'column ' || r.name || '.' || quote_ident(a.attname) || ' #' || row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum) || ' ' || format_type(a.atttypid, a.atttypmod)
                         || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                         || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity' ELSE '' END
                         || CASE a.attgenerated WHEN '' THEN coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') ELSE ' generated ' || pg_get_expr(d.adbin, d.adrelid) END
                         || CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || a.attcollation::regcollation::text ELSE '' END
                         || CASE WHEN a.attstorage <> t.typstorage THEN ' storage ' || a.attstorage::text ELSE '' END
                  FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
                  WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 'constraint ' || r.name || '.' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid)
                  FROM pg_constraint c JOIN relations r ON r.oid = c.conrelid WHERE c.contype <> 'n'
        UNION ALL SELECT 'index ' || r.name || ' ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
                  FROM pg_index i JOIN relations r ON r.oid = i.indrelid
        UNION ALL SELECT 'sequence ' || r.name || ' ' || format_type(s.seqtypid, null) || concat_ws(' ', ' start', s.seqstart, 'by', s.seqincrement, 'from', s.seqmin, 'to', s.seqmax, 'cache', s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END)
                  FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
        UNION ALL SELECT 'trigger ' || r.name || '.' || quote_ident(t.tgname) || ' ' || t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
                  FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
        UNION ALL SELECT 'policy ' || r.name || '.' || quote_ident(p.polname) || concat_ws(' ', ' for', p.polcmd, p.polpermissive, p.polroles::regrole[]::text, pg_get_expr(p.polqual, r.oid), pg_get_expr(p.polwithcheck, r.oid))
                  FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
        UNION ALL SELECT 'rule ' || pg_get_ruledef(w.oid) FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'
        UNION ALL SELECT 'function ' || CASE WHEN prokind IN ('f', 'p') THEN pg_get_functiondef(oid) ELSE name || ' ' || prokind::text END FROM routines
        UNION ALL SELECT 'type ' || t.oid::regtype::text || ' '
                         || CASE t.typtype WHEN 'e' THEN 'enum (' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) || ')'
                            WHEN 'd' THEN 'domain ' || format_type(t.typbasetype, t.typtypmod) || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || t.typdefault, '')
                                          || coalesce((SELECT string_agg(' ' || pg_get_constraintdef(oid), '' ORDER BY conname) FROM pg_constraint WHERE contypid = t.oid), '')
                            ELSE t.typtype::text END
                  FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace
                  WHERE t.typtype IN ('e', 'd', 'r') AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM foreign_objects)
        UNION ALL SELECT 'composite type ' || r.name || ' (' || (SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = r.oid AND attnum > 0 AND NOT attisdropped) || ')'
                  FROM relations r WHERE r.relkind = 'c'
        UNION ALL SELECT 'comment on ' || r.name || coalesce('.' || quote_ident(a.attname), '') || ' ' || d.description
                  FROM pg_description d JOIN relations r ON d.classoid = 'pg_class'::regclass AND d.objoid = r.oid LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid AND d.objsubid > 0
        UNION ALL SELECT 'privilege on ' || g.name || ' ' || a.privilege_type || ' to ' || CASE a.grantee WHEN 0 THEN 'public' WHEN (SELECT datdba FROM pg_database WHERE datname = current_database()) THEN 'the database''s owner' ELSE a.grantee::regrole::text END || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END
                  FROM grants g CROSS JOIN LATERAL aclexplode(coalesce(g.acl, acldefault(g.kind, g.owner))) a
        ORDER BY 1
        """;
}
