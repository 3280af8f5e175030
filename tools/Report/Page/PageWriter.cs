using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using IntegrationSuite.Report.Sections;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Report.Page;

/// <summary>
/// Writes the page: one file that needs no other and no network. What tests and services wrote is in it as JSON alone, in a block that
/// browsers don't run, and the page's own script shows it as text; its Content-Security-Policy lets no other script run, and nothing be
/// fetched.
/// </summary>
internal static class PageWriter
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It escapes what HTML could take for the end of the block (<, >, &), and not every letter beyond ASCII.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new HarmlessConverter(), new FiniteConverter() },
    };

    /// <summary>The page.</summary>
    public static string Write(ReportModel model)
    {
        var (style, script) = (Resource("page.css"), Script());
        return Resource("page.html")
            .Replace("{{style-hash}}", Hash(style), StringComparison.Ordinal)
            .Replace("{{script-hash}}", Hash(script), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            // Last: nothing in it is a placeholder.
            .Replace("{{model}}", JsonSerializer.Serialize(model, s_json), StringComparison.Ordinal);
    }

    /// <summary>The parts in the order of their names, as one script with one scope.</summary>
    private static string Script()
    {
        var parts = typeof(PageWriter)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("script.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return $"'use strict';\n(() => {{\n{string.Join('\n', parts.Select(Resource))}}})();\n";
    }

    // The hash is of these characters: a line has one end, wherever the sources were checked out.
    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PageWriter).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>JSON knows no infinity, which 1e999 is read as.</summary>
    private sealed class FiniteConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    /// <summary>Shows what would turn the direction of the text around it, and other control characters, as visible signs.</summary>
    private sealed class HarmlessConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(HarmlessText.Of(value));
    }
}
