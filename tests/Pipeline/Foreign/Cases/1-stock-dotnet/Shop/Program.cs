using Npgsql;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var connection = app.Configuration.GetConnectionString("Shop") ?? throw new InvalidOperationException("ConnectionStrings:Shop is not set.");
app.MapGet("/healthz", () => "ok");
app.MapGet(
    "/products",
    async () =>
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand("SELECT 40 + 2");
        return new { count = await command.ExecuteScalarAsync() };
    }
);
app.Run();
