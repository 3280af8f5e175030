using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>negative_data_rejection</c>, for one way to be invalid: an input that breaks its schema is refused for what it is, not for something else.</summary>
internal abstract class RefusalCheck : ICheck
{
    public abstract string Promise { get; }

    public virtual bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.TakesJson();

    public abstract IEnumerable<JsonObject> Inputs(InputSource source);

    public abstract Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input);

    /// <summary>Sends the same request with another body.</summary>
    protected static async Task<Answer> SendAsync(CheckSession session, JsonObject input, HttpContent content) =>
        await session.SendAsync(session.Operation.Method, RequestWriter.PathOf(session.Operation, await session.BindAsync(input)), content);

    /// <summary>The finding, unless the answer is a refusal.</summary>
    protected static BrokenPromise? Expect(Answer answer, string invalid) =>
        Refusal.Statuses.Contains(answer.Status)
            ? null
            : new BrokenPromise($"{invalid} is to be refused with {string.Join(", ", Refusal.Statuses)}.", answer);
}
