using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDefaults.Http;

/// <summary>The JSON of all services: snake_case, strict in what it takes.</summary>
public static class JsonRules
{
    /// <summary>Options for what a service takes and gives.</summary>
    public static JsonSerializerOptions Strict { get; } = Create();

    /// <summary>Options for answers of other services: a member added there must not break the caller.</summary>
    public static JsonSerializerOptions Tolerant { get; } = CreateTolerant();

    /// <summary>Turns the strict rules on.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new StrictEnumConverter());
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new StorableTextConverter());
        options.Converters.Add(new JsonObjectConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonSerializerOptions CreateTolerant()
    {
        var options = new JsonSerializerOptions(Strict) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
        options.MakeReadOnly();
        return options;
    }
}
