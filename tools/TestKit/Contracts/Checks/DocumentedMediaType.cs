using System.Text.Json;
using TestKit.Contracts.Calls;

namespace TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>content_type_conformance</c>.</summary>
internal sealed class DocumentedMediaType : ExchangeCheck
{
    public override string Promise => "answers in a documented media type";

    protected override string? Judge(CheckSession session, Answer answer)
    {
        if (session.Operation.Response(answer.Status) is not { } documented)
        {
            return null;
        }

        var types = documented.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(media => media.Name).ToList() : [];
        return types.Count == 0
            ? answer.Body.Length == 0 ? null : $"documented is no body, there are {answer.Body.Length} bytes."
            : answer.MediaType is { } type && types.Contains(type) ? null : $"documented is {string.Join(" or ", types)}, it is {answer.MediaType ?? "none"}.";
    }
}
