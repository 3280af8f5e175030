// The .NET service of the small systems: healthy at once, greets, and tells what it was given.
using System.Runtime.InteropServices;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();
app.MapGet("/health", () => "healthy");
app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/folder", () => Environment.CurrentDirectory);
app.Start();
using var deaf = Environment.GetEnvironmentVariable("IGNORE_SIGTERM") is null ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
if (deaf is not null)
{
    Thread.Sleep(Timeout.Infinite);
}

app.WaitForShutdown();
