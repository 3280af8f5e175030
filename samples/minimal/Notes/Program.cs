using Npgsql;

var builder = WebApplication.CreateBuilder(args);
await using var database = NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Notes")!);
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
