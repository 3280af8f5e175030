using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Postgres.Shared;

/// <summary>The errors of migrations as the suite reports errors.</summary>
internal static class MigrationErrors
{
    /// <summary>The same problems.</summary>
    public static SuiteException ToSuiteException(this MigrationException exception, string? service = null) =>
        new([
            .. exception.Problems.Select(problem => new SuiteError(
                problem.Code,
                problem.Message,
                service,
                File: problem.File,
                Line: problem.Line,
                Column: problem.Column
            )),
        ]);
}
