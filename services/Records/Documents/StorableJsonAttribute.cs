using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Records.Documents;

/// <summary>A JSON object that <c>jsonb</c> can store and give back: refuses what the parser takes and PostgreSQL does not, or gives back a thousand times larger.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StorableJsonAttribute : ValidationAttribute
{
    /// <summary>Levels of nesting. Below the parser's 64, since answers wrap the object in a list or another object.</summary>
    public const int MaxDepth = 48;

    /// <summary>Characters of a number. <c>jsonb</c> keeps numbers exactly, and writes <c>1e130000</c> out in full.</summary>
    public const int MaxNumberLength = 64;

    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var fault = value is JsonObject json ? Fault(json) : null;
        return fault is null ? ValidationResult.Success : new ValidationResult(fault, [validationContext.MemberName!]);
    }

    private static string? Fault(JsonObject json)
    {
        try
        {
            return Fault(json, 1);
        }
        catch (InvalidOperationException)
        {
            return "holds text that is not valid Unicode";
        }
    }

    private static string? Fault(JsonNode? node, int depth) =>
        node switch
        {
            _ when depth > MaxDepth => $"is nested more than {MaxDepth} levels deep",
            JsonObject json => json.Select(p => TextFault(p.Key) ?? Fault(p.Value, depth + 1)).FirstOrDefault(f => f is not null),
            JsonArray array => array.Select(item => Fault(item, depth + 1)).FirstOrDefault(f => f is not null),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => TextFault(value.GetValue<string>()),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => NumberFault(value.ToJsonString()),
            _ => null,
        };

    private static string? TextFault(string text) => text.Contains('\0') ? "holds U+0000, which cannot be stored" : null;

    private static string? NumberFault(string number) =>
        number.Length > MaxNumberLength
        || (number.Contains('e', StringComparison.OrdinalIgnoreCase) && Math.Abs(double.Parse(number)) is not (> 1e-99 and < 1e99))
            ? "holds a number out of range"
            : null;
}
