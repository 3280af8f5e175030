using System.Text.Json.Nodes;
using Clients;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>An operation that changes some members of a thing and leaves the others.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Route">Its path, as the contract has it.</param>
/// <param name="CreateAsync">Makes a thing with a value in each of its members, and gives its path.</param>
/// <param name="Values">Two other values of each member, as JSON.</param>
/// <param name="Empties">The members that may be emptied, with what they are then.</param>
/// <param name="Needed">Members that each change must have; they may change too.</param>
internal sealed record Change(
    string Service,
    string Route,
    Func<Services, Task<string>> CreateAsync,
    IReadOnlyDictionary<string, string[]> Values,
    IReadOnlyDictionary<string, string> Empties,
    params string[] Needed
)
{
    /// <summary>Whether it needs the version that was read, so that of two that meet one is refused.</summary>
    public bool IsVersioned { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Service}: PUT {Route}";
}

/// <summary>A thing that a test changes.</summary>
internal sealed class ChangedThing(HttpClient http, Change change, string path, CancellationToken cancel)
{
    public static async Task<ChangedThing> CreateAsync(Services services, Change change, CancellationToken cancel) =>
        new(services.Http(change.Service), change, await change.CreateAsync(services), cancel);

    public Task<JsonObject> ReadAsync() => http.GetAsync(path, cancel).ExpectAsync<JsonObject>(200);

    /// <summary>Changes members to these values, given as JSON, and sees that the answer is what can be read then.</summary>
    public async Task<JsonObject> ChangeAsync(params IEnumerable<(string Member, string Json)> members)
    {
        var before = await ReadAsync();
        var body = new JsonObject();
        foreach (var needed in change.Needed)
        {
            body[needed] = before[needed]!.DeepClone();
        }

        foreach (var (member, json) in members)
        {
            body[member] = JsonNode.Parse(json);
        }

        var answer = await http.PutJsonAsync(path, body, cancel).ExpectAsync<JsonObject>(200);
        AssertSame(await ReadAsync(), answer, "answered something else than can be read then");
        return answer;
    }

    /// <summary>Sends a change of one member, as others send theirs at the same time.</summary>
    public async Task SendAsync(string member, string json)
    {
        using var _ = await http.PutJsonAsync(path, new JsonObject { [member] = JsonNode.Parse(json) }, cancel).ExpectAsync(200);
    }

    public void AssertSame(JsonNode? expected, JsonNode? actual, string wrong) =>
        JsonAssert.AreSame(expected, actual, $"{change} {wrong}.");
}
