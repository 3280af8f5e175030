using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Pipeline.Contracts.Checks;

/// <summary>A small service that keeps its contract, <c>bookshelf.json</c>, in all but one thing.</summary>
internal sealed class Bookshelf : IAsyncDisposable
{
    private static readonly ApiDocument Document = ApiDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "bookshelf.json"))
    );

    private const string Token = "of-the-librarian";

    private readonly ConcurrentDictionary<Guid, JsonObject> _books = new();
    private readonly BookRules _rules;
    private readonly Fault _fault;
    private readonly WebApplication _app;

    static Bookshelf()
    {
        Document.Service = "bookshelf";
        Credentials.Use(Document.Service, "bearer", Token);
    }

    private Bookshelf(Fault fault)
    {
        (_fault, _rules) = (fault, new BookRules(Document, fault));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(AnswerAsync);
    }

    /// <summary>The service, as the checks see it.</summary>
    public ApiService Service => new("bookshelf", Document, new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) });

    public static async Task<Bookshelf> StartAsync(Fault fault)
    {
        var shelf = new Bookshelf(fault);
        await shelf._app.StartAsync();
        return shelf;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var id =
            segments is ["books", var text] && Guid.TryParse(text, out var known) ? known
            : _fault == Fault.TakesAnyPath ? _books.Keys.FirstOrDefault()
            : Guid.Empty;
        await (
            (context.Request.Method, segments.Length, _books.GetValueOrDefault(id)) switch
            {
                ("GET", 1, _) => ListAsync(context),
                ("POST", 1, _) => AddAsync(context),
                ("GET", 2, { } book) => ReadAsync(context, book),
                ("PUT", 2, { } book) => ChangeAsync(context, book),
                ("DELETE", 2, { } book) => DeleteAsync(context, id, book),
                ("GET" or "PUT" or "DELETE", 2, null) => RefuseAsync(context, 404),
                _ => RefuseMethodAsync(context, segments.Length == 1 ? "GET, POST" : "GET, PUT, DELETE"),
            }
        );
    }

    private Task ListAsync(HttpContext context)
    {
        var (limit, offset) = (50, 0);
        if (
            (context.Request.Query["limit"] is [{ } text] && !(int.TryParse(text, out limit) && limit is >= 1 and <= 50))
            || (context.Request.Query["offset"] is [{ } from] && !(int.TryParse(from, out offset) && offset is >= 0 and <= 100_000))
        )
        {
            return RefuseAsync(context, 400);
        }

        if (_fault != Fault.ListsWithoutTotal)
        {
            context.Response.Headers["X-Total-Count"] = $"{_books.Count + (_fault == Fault.MiscountsTheWhole ? 1 : 0)}";
        }

        return WriteAsync(
            context,
            200,
            new JsonArray([
                .. _books
                    .OrderByDescending(book => book.Key)
                    .Skip(offset + (offset > 0 && _fault == Fault.SkipsBetweenPages ? 1 : 0))
                    .Take(limit)
                    .Select(book => book.Value.DeepClone()),
            ])
        );
    }

    private async Task AddAsync(HttpContext context)
    {
        if (await BodyAsync(context) is { } body)
        {
            var isValid = _rules.Allow(body);
            var book = BookOf(body, Guid.CreateVersion7());
            var id = book["id"]!.GetValue<Guid>();
            if (
                (isValid && !(_fault == Fault.LosesSubtitled && book.ContainsKey("subtitle")))
                || (!isValid && _fault == Fault.StoresBeforeItRefuses)
            )
            {
                _books[id] = book;
            }

            context.Response.Headers.Location = isValid ? $"/books/{(_fault == Fault.LeadsAstray ? Guid.NewGuid() : id)}" : default;
            await (isValid && !RefusesValid(body) ? WriteAsync(context, 201, book) : RefuseAsync(context, 400));
        }
    }

    private Task ReadAsync(HttpContext context, JsonObject book)
    {
        var tag = TagOf(book);
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag && _fault != Fault.IgnoresIfNoneMatch)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        var shown = book.DeepClone().AsObject();
        shown["seen_at"] = DateTimeOffset.UtcNow;
        shown["pages"] = _fault == Fault.ReadsPagesAsText ? shown["pages"]!.ToString() : shown["pages"]!.DeepClone();
        return WriteAsync(context, 200, shown, _fault == Fault.ReadsAsBytes ? "application/octet-stream" : "application/json");
    }

    private async Task ChangeAsync(HttpContext context, JsonObject book)
    {
        if (await BodyAsync(context) is { } body)
        {
            var isValid = _rules.Allow(body);
            var id = book["id"]!.GetValue<Guid>();
            var status =
                !isValid || RefusesValid(body) ? 400
                : _fault == Fault.NeverChanges ? 409
                : _fault == Fault.FailsOnSubtitle && body is JsonObject members && members.ContainsKey("subtitle") ? 500
                : 200;
            if (status == 200 || (status == 400 && _fault == Fault.ChangesBeforeItRefuses))
            {
                _books[id] = BookOf(body, id, book["edition"]!.GetValue<int>() + (_fault == Fault.CountsChanges ? 1 : 0));
            }

            await (status == 200 ? WriteAsync(context, 200, _books[id]) : RefuseAsync(context, status));
        }
    }

    private static string TagOf(JsonObject book) =>
        $"\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(book.ToJsonString())))}\"";

    private Task DeleteAsync(HttpContext context, Guid id, JsonObject book)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Token}" && _fault != Fault.LetsAnybodyDelete)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return RefuseAsync(context, 401);
        }

        if (context.Request.Headers.IfMatch is [{ } tag] && tag != TagOf(book) && _fault != Fault.IgnoresIfMatch)
        {
            return RefuseAsync(context, 412);
        }

        if (_fault != Fault.DeletesNothing)
        {
            _books.TryRemove(id, out _);
        }

        context.Response.StatusCode = _fault == Fault.DeletesWith200 ? 200 : 204;
        return Task.CompletedTask;
    }

    private Task RefuseMethodAsync(HttpContext context, string allow)
    {
        if (_fault != Fault.HidesAllow)
        {
            context.Response.Headers.Allow = allow;
        }

        return RefuseAsync(context, _fault == Fault.HidesWrongMethod ? 404 : 405);
    }

    /// <summary>The body; null when the request was refused for it.</summary>
    private async Task<JsonNode?> BodyAsync(HttpContext context)
    {
        if (_fault == Fault.TakesAnySize)
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        }

        if (_fault != Fault.TakesAnyMediaType && !context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, 415);
            return null;
        }

        try
        {
            if (_fault == Fault.TakesEitherOfTwo)
            {
                return await EitherAsync(context);
            }

            return await JsonNode.ParseAsync(
                    context.Request.Body,
                    documentOptions: new() { AllowTrailingCommas = _fault == Fault.TakesTrailingComma, AllowDuplicateProperties = false }
                ) ?? new JsonArray();
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            await RefuseAsync(context, (e as BadHttpRequestException)?.StatusCode ?? 400);
            return null;
        }
    }

    /// <summary>Of a member that is there twice, the value that is valid.</summary>
    private async Task<JsonNode> EitherAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
        {
            return new JsonArray();
        }

        var members = body.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.Clone())).ToList();
        var first = ObjectOf(members.DistinctBy(member => member.Key));
        return _rules.Allow(first) ? first : ObjectOf(members.AsEnumerable().Reverse().DistinctBy(member => member.Key));
    }

    private static JsonObject ObjectOf(IEnumerable<KeyValuePair<string, JsonElement>> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, JsonSerializer.SerializeToNode(member.Value))));

    private bool RefusesValid(JsonNode body) =>
        _fault == Fault.RefusesSubtitle && body is JsonObject members && members.ContainsKey("subtitle");

    private static JsonObject BookOf(JsonNode? body, Guid id, int edition = 1)
    {
        var book = new JsonObject
        {
            ["id"] = id,
            ["edition"] = edition,
            ["seen_at"] = DateTimeOffset.UtcNow,
            ["title"] = "untitled",
            ["pages"] = 1,
            ["genre"] = "novel",
        };
        foreach (var (name, value) in body as JsonObject ?? [])
        {
            var isExpected = name is "title" or "genre" or "subtitle"
                ? value?.GetValueKind() == JsonValueKind.String
                : name == "pages" && value is JsonValue number && number.TryGetValue<int>(out _);
            book[name] = isExpected ? value!.DeepClone() : book[name]?.DeepClone();
        }

        book.Where(member => member.Value is null).Select(member => member.Key).ToList().ForEach(name => book.Remove(name));
        return book;
    }

    private static Task RefuseAsync(HttpContext context, int status) =>
        WriteAsync(context, status, new JsonObject { ["detail"] = $"It is a {status}." }, "application/problem+json");

    private static async Task WriteAsync(HttpContext context, int status, JsonNode body, string type = "application/json")
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        await context.Response.WriteAsync(body.ToJsonString());
    }
}
