using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ServiceDefaults.Http;

namespace Caselaw.Citations;

/// <summary>Citation types as the database and the query name them.</summary>
internal static class CitationTypes
{
    private static readonly string[] Names = [.. Enum.GetValues<CitationType>().Select(ToName)];

    public static string ToName(this CitationType type) => type.ToString().ToLowerInvariant();

    public static CitationType Parse(string name) => Enum.Parse<CitationType>(name, ignoreCase: true);

    /// <summary>Strictly the words of the contract: as an enum ASP.NET Core would bind the names of C# and any number.</summary>
    /// <exception cref="ApiException">400: it is none of them.</exception>
    public static string? FromQuery(string? type) =>
        type is null || Names.Contains(type) ? type : throw ApiException.BadField("type", $"must be one of {string.Join(", ", Names)}");

    /// <summary>Documents the words that <see cref="FromQuery"/> takes.</summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = (OpenApiSchema)operation.Parameters!.Single(parameter => parameter.Name == "type").Schema!;
        schema.Enum = [.. Names.Select(name => JsonValue.Create(name))];
        return Task.CompletedTask;
    }
}
