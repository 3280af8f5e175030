using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>What can't be generated for or judged leaves its operation out, by name; all others are judged.</summary>
internal static class Limits
{
    private static readonly ConditionalWeakTable<ApiOperation, string> s_known = [];

    /// <summary>The operations that are judged.</summary>
    public static IEnumerable<ApiOperation> Judged(this ApiDocument document) =>
        document.Operations.Where(operation => document.WhyNot(operation).Length == 0);

    /// <summary>Why an operation is left out; empty when it is not.</summary>
    public static string WhyNot(this ApiDocument document, ApiOperation operation) =>
        s_known.GetValue(operation, _ => Find(document, operation) ?? "");

    private static string? Find(ApiDocument document, ApiOperation operation) =>
        Parameters(operation).FirstOrDefault() ?? Body(operation) ?? Schema(document, operation);

    private static IEnumerable<string> Parameters(ApiOperation operation) =>
        operation
            .ParametersIn("header")
            .Concat(operation.ParametersIn("cookie"))
            .Where(OperationParts.IsRequired)
            .Select(parameter => $"no value is generated for its {Text(parameter, "in")} {Text(parameter, "name")}")
            .Concat(
                operation
                    .ParametersIn("query")
                    .Concat(operation.ParametersIn("path"))
                    .Where(parameter => OperationParts.IsRequired(parameter) && !OperationParts.IsScalar(parameter))
                    .Select(parameter => $"its {Text(parameter, "in")} parameter {Text(parameter, "name")} is a list or an object")
            );

    private static string? Body(ApiOperation operation) =>
        operation.Body() is not { } body || operation.TakesJson() || operation.TakesForm()
            ? null
            : $"no body of the media type {body.Name} is generated";

    private static string? Schema(ApiDocument document, ApiOperation operation)
    {
        try
        {
            var (schema, source) = (operation.InputSchema(), InputSource.Of(document, operation, seed: 0));
            return document.Validator.DefectsOf(schema) is [var defect, ..] ? $"its schema can't be used: {defect}"
                : source.Valid.SelectMany(input => document.Breaches(schema, input)).FirstOrDefault() is { } breach
                    ? $"no valid input of it is found; the nearest breaks {breach}"
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.Message;
        }
    }

    private static string? Text(JsonElement parameter, string name) => parameter.GetProperty(name).GetString();
}
