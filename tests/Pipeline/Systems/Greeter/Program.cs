// The .NET service of the small systems: healthy at once, greets, and tells what it was given.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();
app.MapGet("/health", () => "healthy");
app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/folder", Answers.Folder);
app.Start();
End.WaitFor(app);

/// <summary>What a test leaves out when its coverage shall be low.</summary>
internal static class Answers
{
    public static string Folder() => Environment.CurrentDirectory;
}

/// <summary>Its end, which a test may make it refuse with IGNORE_SIGTERM. What that covers is no test's business.</summary>
[ExcludeFromCodeCoverage]
internal static class End
{
    public static void WaitFor(WebApplication app)
    {
        if (Environment.GetEnvironmentVariable("IGNORE_SIGTERM") is null)
        {
            app.WaitForShutdown();
            return;
        }

        using var deaf = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        Thread.Sleep(Timeout.Infinite);
    }
}
