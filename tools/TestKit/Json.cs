using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationSuite.TestKit;

/// <summary>How tests read and write JSON: strictly, so that an unknown or a missing member fails the test.</summary>
public static class Json
{
    /// <summary>The options, read-only. Members and the values of enumerations are named in camelCase, as ASP.NET Core does, unless <see cref="Name"/> said otherwise.</summary>
    public static JsonSerializerOptions Strict { get; private set; } = Create(JsonNamingPolicy.CamelCase);

    /// <summary>Says how this system's services name members and the values of enumerations. For a module initializer of the test project: before the first test.</summary>
    /// <param name="naming">Such as <see cref="JsonNamingPolicy.SnakeCaseLower"/>; null leaves names as they stand in C#.</param>
    public static void Name(JsonNamingPolicy? naming) => Strict = Create(naming);

    private static JsonSerializerOptions Create(JsonNamingPolicy? naming)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = naming,
            PropertyNameCaseInsensitive = false,
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(naming, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
