// The .NET service of the small systems: healthy at once, greets, and tells what it was given.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();
app.MapGet("/health", () => "healthy");
app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
app.MapGet("/folder", () => Environment.CurrentDirectory);
app.Run();
