using System.Runtime.CompilerServices;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>What can't be generated for or judged leaves its operation out, by name; all others are judged.</summary>
internal static class Limits
{
    private static readonly ConditionalWeakTable<ApiOperation, string> s_known = [];

    /// <summary>The operations that are judged.</summary>
    public static IEnumerable<ApiOperation> Judged(this ApiDocument document) =>
        document.Operations.Where(operation => operation.WhyNot().Length == 0);

    /// <summary>Why an operation is left out; empty when it is not.</summary>
    public static string WhyNot(this ApiOperation operation) => s_known.GetValue(operation, _ => Find(operation) ?? "");

    private static string? Find(ApiOperation operation) => operation.Defect ?? Proof(operation) ?? Body(operation) ?? Schema(operation);

    private static string? Proof(ApiOperation operation) =>
        operation.Unproved() is { } schemes ? $"no credential for its security scheme {schemes} is given (Credentials.Use)" : null;

    private static string? Body(ApiOperation operation) =>
        operation.Body() is not { } body || MediaTypes.IsSent(body.Name) ? null : $"no body of the media type {body.Name} is generated";

    private static string? Schema(ApiOperation operation)
    {
        try
        {
            return operation.Document.Validator.DefectsOf(operation.InputSchema()) is [var defect, ..]
                    ? $"its schema can't be used: {defect}"
                : InputSource.Of(operation, seed: 0).Valid.Any() ? null
                : "no valid input of it is found";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.Message;
        }
    }
}
