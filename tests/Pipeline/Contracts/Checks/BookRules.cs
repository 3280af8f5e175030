using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts.Checks;

/// <summary>What the bookshelf takes for a book: its contract's schema, loosened by its fault.</summary>
internal sealed class BookRules
{
    private readonly JsonElement _schema;
    private readonly SchemaValidator _validator = new(default);

    public BookRules(ApiDocument document, Fault fault)
    {
        var schema = JsonObject.Create(document.Root.GetProperty("components").GetProperty("schemas").GetProperty("NewBook"))!;
        Loosen(schema, fault);
        _schema = JsonSerializer.SerializeToElement(schema);
    }

    public bool Allow(JsonNode? body) => _validator.Validate(_schema, JsonSerializer.SerializeToElement(body)).Count == 0;

    private static void Loosen(JsonObject schema, Fault fault)
    {
        var (title, pages) = (schema["properties"]!["title"]!, schema["properties"]!["pages"]!.AsObject());
        switch (fault)
        {
            case Fault.TakesMissing:
                schema.Remove("required");
                break;
            case Fault.TakesNull:
                title["type"] = new JsonArray("string", "null");
                break;
            case Fault.TakesWrongType:
                title["type"] = new JsonArray("string", "integer", "boolean");
                break;
            case Fault.TakesOutOfBounds:
                pages.Remove("maximum");
                break;
            case Fault.TakesUnknownMember:
                schema.Remove("additionalProperties");
                break;
        }
    }
}
