using Npgsql;

var address = new Uri(Environment.GetEnvironmentVariable("DATABASE_URL")!);
var login = address.UserInfo.Split(':').Select(Uri.UnescapeDataString).ToArray();
await using var database = NpgsqlDataSource.Create(
    new NpgsqlConnectionStringBuilder
    {
        Host = address.Host,
        Port = address.Port,
        Database = address.AbsolutePath[1..],
        Username = login[0],
        Password = login[1],
    }
);

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();

app.MapGet("/health", () => "healthy");

app.MapGet(
    "/notes",
    async () =>
    {
        await using var command = database.CreateCommand("SELECT coalesce(array_agg(text ORDER BY id), '{}') FROM notes");
        return (string[])(await command.ExecuteScalarAsync())!;
    }
);

app.MapPost(
    "/notes",
    async ([Microsoft.AspNetCore.Mvc.FromBody] string text) =>
    {
        if (text is "")
        {
            return Results.BadRequest();
        }

        await using var command = database.CreateCommand("INSERT INTO notes (text) VALUES ($1)");
        command.Parameters.AddWithValue(text);
        await command.ExecuteNonQueryAsync();
        return Results.Created();
    }
);

app.Run();
