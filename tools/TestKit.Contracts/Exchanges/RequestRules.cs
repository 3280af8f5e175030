using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>What a request must hold to, to be accepted.</summary>
internal static class RequestRules
{
    public static IEnumerable<Breach> Check(ApiOperation operation, HttpRequestMessage request, byte[]? body) =>
        ParameterBreaches(operation, request).Concat(BodyBreaches(operation, request, body));

    private static IEnumerable<Breach> BodyBreaches(ApiOperation operation, HttpRequestMessage request, byte[]? body) =>
        !operation.Definition.TryGetProperty("requestBody", out var documented) ? []
        : body is null && request.Content is null && OperationParts.IsRequired(documented) ? [new Breach("body", "a value", "nothing")]
        : body is not null
        && request.Content?.Headers.ContentType?.ToString() is { } type
        && MediaTypes.IsJson(MediaTypes.Normal(type))
        && MediaTypes.Of(documented.GetProperty("content"), type) is { } media
            ? operation.Document.Validator.Validate(media.Value.GetProperty("schema"), body)
        : [];

    /// <summary>A parameter that the contract does not know changes nothing, and is no breach.</summary>
    private static IEnumerable<Breach> ParameterBreaches(ApiOperation operation, HttpRequestMessage request)
    {
        JsonObject sent;
        try
        {
            sent = ParameterValues.Of(operation, request);
        }
        catch (FormatException e)
        {
            return [new Breach("parameters", "each once, as its style has it", e.Message)];
        }

        return from place in OperationParts.Places
            from parameter in operation.ParametersIn(place)
            from breach in Breaches(operation, place, parameter, sent[place]!.AsObject())
            select breach;
    }

    private static IEnumerable<Breach> Breaches(ApiOperation operation, string place, JsonElement parameter, JsonObject sent)
    {
        var name = parameter.GetProperty("name").GetString()!;
        return sent.TryGetPropertyValue(name, out var value)
                ? operation
                    .Document.Validator.Validate(parameter.GetProperty("schema"), DeepJson.Element(value))
                    .Select(breach => breach with { Path = $"{place} {name}{breach.Path.TrimStart('$')}" })
            : OperationParts.IsRequired(parameter) && !operation.IsList(parameter) ? [new Breach($"{place} {name}", "a value", "nothing")]
            : [];
    }
}
