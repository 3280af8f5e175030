using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>
/// An open connection for Evolve, which hands a whole file to the driver as one command: this one runs its statements one by one,
/// so that a file outside of a transaction (<c>-- evolve-tx-off</c>) may have several, and <c>SET</c>s end with their file.
/// </summary>
/// <remarks><c>new Evolve(new SplittingConnection(connection), log, DBMS.PostgreSQL)</c>: Evolve can't find out the server's kind through it.</remarks>
public sealed class SplittingConnection : DbConnection
{
    private readonly NpgsqlConnection _inner;
    private readonly CancellationToken _cancel;

    /// <summary>A view of a connection, which stays the caller's to close.</summary>
    /// <param name="inner">The connection, open.</param>
    /// <param name="cancel">Ends the statement that runs, and refuses further ones.</param>
    public SplittingConnection(NpgsqlConnection inner, CancellationToken cancel = default)
    {
        _inner = inner;
        _cancel = cancel;
        Runner = new StatementRunner(inner, cancel);
    }

    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString
    {
        get => _inner.ConnectionString;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Database => _inner.Database;

    /// <inheritdoc/>
    public override string DataSource => _inner.DataSource;

    /// <inheritdoc/>
    public override string ServerVersion => _inner.ServerVersion;

    /// <inheritdoc/>
    public override ConnectionState State => _inner.State;

    /// <summary>Runs the scripts.</summary>
    internal StatementRunner Runner { get; }

    /// <summary>Runs a script statement by statement, each outside of a transaction of the others unless one is open; a <c>COPY … FROM STDIN</c> with the rows behind it.</summary>
    /// <param name="script">Its text.</param>
    /// <exception cref="PostgresException">The server refused a statement.</exception>
    /// <exception cref="Sql.SqlSyntaxException">It can't be split.</exception>
    public Task RunAsync(string script) => Runner.RunAsync(script, oneByOne: true);

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) => _inner.ChangeDatabase(databaseName);

    /// <inheritdoc/>
    public override void Open() => _inner.Open();

    /// <inheritdoc/>
    public override void Close() => _inner.Close();

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        _cancel.ThrowIfCancellationRequested();
        return _inner.BeginTransaction(isolationLevel);
    }

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand()
    {
        _cancel.ThrowIfCancellationRequested();
        return new SplittingCommand(this, _inner.CreateCommand());
    }
}
