using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Http;

/// <summary>Turns ASP.NET Core's binding failures into field → messages.</summary>
internal static partial class BindingErrors
{
    public static IReadOnlyDictionary<string, string[]> Describe(BadHttpRequestException error)
    {
        var (field, message) = error.InnerException is JsonException json ? FromJson(json) : FromMessage(error);
        return new Dictionary<string, string[]> { [field] = [message] };
    }

    private static (string, string) FromJson(JsonException error)
    {
        var path = error.Path is { Length: > 2 } at && at.StartsWith("$.", StringComparison.Ordinal) ? at[2..] : null;
        if (Unmapped().Match(error.Message) is { Success: true } unmapped)
        {
            return (unmapped.Groups[1].Value, "is not a known property");
        }

        if (Missing().Match(error.Message) is { Success: true } missing)
        {
            return (path is null ? missing.Groups[1].Value : $"{path}.{missing.Groups[1].Value}", "is missing");
        }

        return (path ?? "body", "is malformed or of the wrong type");
    }

    private static (string, string) FromMessage(BadHttpRequestException error)
    {
        if (error.StatusCode == 415)
        {
            return ("content_type", "must be application/json");
        }

        if (error.StatusCode == 413)
        {
            return ("body", "is too large");
        }

        return Parameter().Match(error.Message) is { Success: true } parameter
            ? (JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Groups[1].Value), "is missing, malformed or of the wrong type")
            : ("body", "is missing or malformed");
    }

    [GeneratedRegex(@"^The JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("parameter \"[^\" ]+ ([^\" ]+)\"")]
    private static partial Regex Parameter();
}
