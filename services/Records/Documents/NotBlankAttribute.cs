using System.ComponentModel.DataAnnotations;

namespace Records.Documents;

/// <summary>Text with something to read in it. Also the pattern of the property in the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotBlankAttribute : RegularExpressionAttribute
{
    /// <summary>The rule.</summary>
    public NotBlankAttribute()
        : base(@"[\s\S]*\S[\s\S]*") => ErrorMessage = "must not be blank";

    /// <summary>Names the rule rather than the pattern. An empty text is blank too, though the base class takes it.</summary>
    public override bool IsValid(object? value) => value is null || !string.IsNullOrWhiteSpace(value as string);
}
