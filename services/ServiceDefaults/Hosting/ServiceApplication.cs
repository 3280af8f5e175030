using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;
using ServiceDefaults.Http;
using ServiceDefaults.Observability;
using ServiceDefaults.OpenApi;
using ServiceDefaults.Settings;

namespace ServiceDefaults.Hosting;

/// <summary>A service of the reference system: everything the eight share, so that a <c>Program.cs</c> only names what is its own.</summary>
public static class ServiceApplication
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(2.5);

    /// <summary>Builds and runs a service until SIGTERM.</summary>
    /// <param name="configure">Registers what the service needs besides, such as its dependencies.</param>
    /// <param name="map">Maps the service's operations.</param>
    /// <returns>The exit code: 0 after an orderly stop, 78 when the environment is wrong.</returns>
    public static int Run(Action<IServiceCollection> configure, Action<IEndpointRouteBuilder> map)
    {
        try
        {
            using var app = Build(ServiceSettings.FromEnvironment(), configure, map);
            app.Run();
            return 0;
        }
        catch (SettingException e)
        {
            Console.Error.WriteLine(e.Message);
            return SettingException.ExitCode;
        }
    }

    private static WebApplication Build(ServiceSettings settings, Action<IServiceCollection> configure, Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // A trace of its own for every request, so that logs and outgoing calls carry the caller's trace id.
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;
        builder.Logging.AddServiceLog(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Upload.MaxRequestBytes;
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTime);
        builder.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = Upload.MaxRequestBytes);
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o => JsonRules.Apply(o.SerializerOptions));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.Database));
        builder.Services.AddServiceOpenApi();
        configure(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ProblemMiddleware>();
        app.MapHealth();
        app.MapOpenApi();
        map(app.MapGroup("").AddEndpointFilter<RequestValidation>());
        return app;
    }
}
