namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>A table as the catalogue tells it.</summary>
/// <param name="Name">Its name with its schema, quoted for SQL.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Constraints">Its constraints and unique indexes.</param>
public sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<Constraint> Constraints)
{
    /// <summary>The columns that one may write.</summary>
    public IEnumerable<Column> Writable => Columns.Where(column => !column.IsGenerated);

    /// <summary>Its foreign keys.</summary>
    public IEnumerable<Constraint> ForeignKeys => Constraints.Where(constraint => constraint.Kind == ConstraintKind.ForeignKey);

    /// <summary>Its primary key, unique constraints and unique indexes.</summary>
    public IEnumerable<Constraint> Uniques => Constraints.Where(constraint => constraint.Kind == ConstraintKind.Unique);

    /// <summary>Its checks.</summary>
    public IEnumerable<Constraint> Checks => Constraints.Where(constraint => constraint.Kind == ConstraintKind.Check);

    /// <summary>A column by its name.</summary>
    public Column Column(string name) => Columns.Single(column => column.Name == name);
}

/// <summary>A column.</summary>
/// <param name="Name">Its bare name.</param>
/// <param name="Type">Its type as SQL writes it.</param>
/// <param name="IsNullable">NULL is allowed.</param>
/// <param name="IsGenerated">Its value is computed, or an identity that may not be written.</param>
/// <param name="Labels">The values of an enumeration.</param>
public sealed record Column(string Name, string Type, bool IsNullable, bool IsGenerated, IReadOnlyList<string> Labels);

/// <summary>The kinds of <see cref="Constraint"/>.</summary>
public enum ConstraintKind
{
    /// <summary>CHECK.</summary>
    Check,

    /// <summary>FOREIGN KEY.</summary>
    ForeignKey,

    /// <summary>PRIMARY KEY, UNIQUE or a unique index.</summary>
    Unique,
}

/// <summary>A constraint, or a unique index.</summary>
/// <param name="Name">Its name: what PostgreSQL says when it is violated.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Definition">As SQL writes it.</param>
/// <param name="Columns">The bare names of the columns that it is about.</param>
/// <param name="References">For a foreign key: the table, as <see cref="Table.Name"/>.</param>
/// <param name="ReferencedColumns">For a foreign key: that table's columns.</param>
/// <param name="OnDelete">For a foreign key: what goes with a referenced row, as in <c>pg_constraint.confdeltype</c>.</param>
public sealed record Constraint(
    string Name,
    ConstraintKind Kind,
    string Definition,
    IReadOnlyList<string> Columns,
    string? References,
    IReadOnlyList<string> ReferencedColumns,
    char OnDelete
);
