using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Checking;

/// <summary>A run as it will be, with a word in the place of each value that only the start tells.</summary>
internal static class ExpectedState
{
    /// <summary>Stands for a secret.</summary>
    public const string Masked = "***";

    /// <summary>Stands for what is not known before the start.</summary>
    public const string Later = "…";

    /// <summary>Fills the state of a run that has not begun.</summary>
    public static RunState Of(RunState run, ServiceManifest manifest) =>
        run with
        {
            Services = [.. run.Services.Zip(manifest.Services, (state, service) => Filled(state, service, manifest.PostgresPort))],
        };

    private static ServiceState Filled(ServiceState state, ServiceEntry service, int postgresPort) =>
        state with
        {
            DatabaseUrl = service.Database is { } database ? DatabaseUrl(database, postgresPort) : null,
            Url = state.Url ?? (service.HasAddress ? $"http://127.0.0.1:{Later}" : null),
            Told = service.Health is LogHealth log ? log.Groups.ToDictionary(group => group, _ => Later) : state.Told,
        };

    private static string DatabaseUrl(string database, int port)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port > 0 ? port : NpgsqlConnection.DefaultPort,
            Username = database,
            Password = Masked,
            Database = database,
        };
        return IntegrationSuite
            .Migrations.PostgresAddress.ToUrl(builder)
            .Replace(Uri.EscapeDataString(Masked), Masked, StringComparison.Ordinal);
    }
}
