using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>There is a PostgreSQL, if a service wants a database.</summary>
internal sealed class PostgresCheck : IDoctorCheck
{
    public string AllWell => "PostgreSQL is at hand, or not wanted";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        var wanted =
            context.Options.PostgresConnectionString is null
            && context.Manifest?.Services.Any(service => service.Database is not null) == true;
        return wanted ? WhyNone().Select(error => new Finding(error)) : [];
    }

    private static IReadOnlyList<SuiteError> WhyNone()
    {
        try
        {
            return DatabaseServers.WhyNone(InheritedEnvironment.Read()) is { } error ? [error] : [];
        }
        catch (SuiteException e)
        {
            return e.Errors;
        }
    }
}
