using System.Text.Json.Nodes;
using Clients;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>An operation that stores what it is sent.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Method">POST or PUT.</param>
/// <param name="Route">Its path, as the contract has it.</param>
/// <param name="PrepareAsync">Makes what it needs and the simplest whole request.</param>
internal sealed record Writing(string Service, string Method, string Route, Func<Services, Task<Request>> PrepareAsync)
{
    /// <summary>Its texts.</summary>
    public IReadOnlyList<TextField> Texts { get; init; } = [];

    /// <summary>Its lists that have an upper bound.</summary>
    public IReadOnlyList<ListField> Lists { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() => $"{Service}: {Method} {Route}";
}

/// <summary>A request, ready to be sent, also more than once.</summary>
internal sealed record Request(string Path, JsonObject Body);

/// <summary>A member that is a text.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Longest">So many characters it may have; 0 where there is no bound.</param>
/// <param name="MayBeBlank">Whether white space alone is a value.</param>
internal sealed record TextField(string Place, int Longest, bool MayBeBlank = false);

/// <summary>A member that is a list.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Most">So many items it may have.</param>
/// <param name="ItemsAsync">Makes so many items that can be stored.</param>
internal sealed record ListField(string Place, int Most, Func<Services, int, Task<JsonArray>> ItemsAsync);

/// <summary>Sends the request of a <see cref="Writing"/> with other values, as often as a test likes.</summary>
internal sealed class Writer(HttpClient http, Writing writing, Request request, CancellationToken cancel)
{
    private JsonObject _body = request.Body;

    public static async Task<Writer> PrepareAsync(Services services, Writing writing, CancellationToken cancel) =>
        new(services.Http(writing.Service), writing, await writing.PrepareAsync(services), cancel);

    public Task<HttpResponseMessage> SendAsync(string place, JsonNode? value) =>
        http.SendJsonAsync(new HttpMethod(writing.Method), request.Path, Members.With(_body, place, value), cancel);

    /// <summary>Stores a value, and gives what is stored then.</summary>
    public async Task<JsonObject> StoreAsync(string place, JsonNode? value)
    {
        using var response = await SendAsync(place, value).ExpectAsync(writing.Method == "POST" ? 201 : 200);
        var stored = await http.GetAsync(response.Headers.Location ?? new Uri(request.Path, UriKind.Relative), cancel)
            .ExpectAsync<JsonObject>(200);
        // The next save of a draft needs the version that this one made.
        _body = _body.ContainsKey("version") ? Members.With(_body, "version", (int)stored["version"]!) : _body;
        return stored;
    }
}
