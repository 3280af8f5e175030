using Clients;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>An operation that is refused for what the request says or for how things stand.</summary>
/// <param name="Service">The service that has it.</param>
/// <param name="Operation">Its method and path, as the contract has them.</param>
/// <param name="Status">How it is refused.</param>
/// <param name="Why">What is wrong.</param>
/// <param name="PrepareAsync">Makes what it needs.</param>
internal sealed record Refusal(string Service, string Operation, int Status, string Why, Func<Services, Task<Refused>> PrepareAsync)
{
    /// <inheritdoc />
    public override string ToString() => $"{Service}: {Operation}, {Why}: {Status}";
}

/// <summary>A request that is refused, and what must be as it was.</summary>
/// <param name="SendAsync">Sends it.</param>
/// <param name="SucceedAsync">The same operation with a request that is taken.</param>
/// <param name="State">Where all that it could have changed is read.</param>
internal sealed record Refused(
    Func<Task<HttpResponseMessage>> SendAsync,
    Func<Task<HttpResponseMessage>> SucceedAsync,
    params (HttpClient Http, string Path)[] State
)
{
    /// <summary>All that it could have changed, its times among it.</summary>
    public async Task<string> ReadStateAsync()
    {
        var read = new List<string>();
        foreach (var (http, path) in State)
        {
            using var response = await http.GetAsync(path).ExpectAsync(200);
            read.Add($"{path} ({response.Header("X-Total-Count")}): {await response.Content.ReadAsStringAsync()}");
        }

        return string.Join('\n', read);
    }
}
