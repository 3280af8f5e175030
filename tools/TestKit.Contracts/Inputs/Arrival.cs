using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>What a service can see of an input: parameters and forms are text, in which an empty list is nothing, and a null neither.</summary>
internal static class Arrival
{
    private static readonly Uri s_anywhere = new("http://localhost/");

    /// <summary>The input as it is read from its own request; null when that can't be.</summary>
    public static JsonObject? Of(ApiOperation operation, JsonObject input)
    {
        try
        {
            using var request = RequestWriter.WithHeaders(
                new HttpRequestMessage(HttpMethod.Get, new Uri(s_anywhere, RequestWriter.PathOf(operation, input))),
                operation,
                input
            );
            var arrived = ParameterValues.Of(operation, request);
            if (input.TryGetPropertyValue("body", out var body))
            {
                arrived["body"] =
                    operation.TakesForm() && operation.Body() is { } media && body is JsonObject fields
                        ? FormFields.Read(operation.Document, media, FormFields.Texts(operation.Document, media, fields))
                        : body?.DeepClone();
            }

            return arrived;
        }
        catch (Exception e) when (e is FormatException or UriFormatException)
        {
            return null;
        }
    }
}
