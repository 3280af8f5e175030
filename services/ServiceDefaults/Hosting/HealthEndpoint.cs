using System.Reflection;
using Npgsql;
using ServiceDefaults.Settings;

namespace ServiceDefaults.Hosting;

/// <summary>What <c>GET /health</c> answers.</summary>
public sealed record Health(
    string Status,
    string Service,
    string Version,
    DateTimeOffset Timestamp,
    IReadOnlyDictionary<string, string>? Checks = null
);

internal static class HealthEndpoint
{
    private static readonly string Version = Assembly.GetEntryAssembly()?.GetName().Version?.ToString(3) ?? "0.0.0";

    private static DateTimeOffset Now => DateTimeOffset.UtcNow; // no mutants: every time leaves a service as UTC

    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapGet("/health", CheckAsync)
            .WithName("GetHealth")
            .Produces<Health>()
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> CheckAsync(NpgsqlDataSource database, ServiceSettings settings, CancellationToken cancel)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(cancel);
            return Results.Ok(new Health("healthy", settings.Name, Version, Now));
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            var checks = new Dictionary<string, string> { ["database"] = "out of reach" };
            return Results.Json(new Health("unhealthy", settings.Name, Version, Now, checks), statusCode: 503);
        }
    }
}
