using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A body that nobody could take is refused by its length, before it is sent (RFC 9110, 10.1.1 and 15.5.14).</summary>
internal sealed class OversizedRefusal : RefusalCheck
{
    // More than any service keeps in memory for one request.
    private const long Length = 16L * 1024 * 1024 * 1024;

    public override string Promise => "refuses a body of 16 GiB";

    public override bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Body() is not null;

    public override IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public override async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var type = MediaTypes.Sendable(session.Operation.Body()!.Value.Name);
        var content = new UnsentContent(Length, type == MediaTypes.Multipart ? $"{type}; boundary=unsent" : type);
        try
        {
            return Expect(await SendAsync(session, input, content), "a body of 16 GiB");
        }
        catch (HttpRequestException) when (content.WasAskedFor)
        {
            return new BrokenPromise(
                "it asked for a body of 16 GiB.",
                new Answer(
                    new HttpResponseMessage(System.Net.HttpStatusCode.Continue),
                    [],
                    "curl -H 'Expect: 100-continue' -H 'Content-Length: 17179869184'"
                )
            );
        }
    }
}
