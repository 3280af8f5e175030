using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Something that a contract promises of an operation, whatever it is called with.</summary>
internal interface ICheck
{
    /// <summary>The promise, as the end of a sentence about the operation.</summary>
    string Promise { get; }

    /// <summary>Whether the contract promises it of this operation.</summary>
    bool AppliesTo(ApiDocument document, ApiOperation operation);

    /// <summary>What to call it with.</summary>
    IEnumerable<JsonObject> Inputs(InputSource source);

    /// <summary>Calls the operation; null when the promise was kept, or when nothing can be said of it.</summary>
    Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input);
}
