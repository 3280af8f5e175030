using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Http;

/// <summary>A text must hold something that can be seen.</summary>
public sealed class NotBlankAttribute : RegularExpressionAttribute
{
    /// <summary>The rule; it is also the schema's <c>pattern</c>.</summary>
    public NotBlankAttribute()
        : base(@"[\s\S]*\S[\s\S]*") => ErrorMessage = "must not be blank";

    /// <summary>An empty text is blank too, though the base class takes it.</summary>
    public override bool IsValid(object? value) => value is not string text || !string.IsNullOrWhiteSpace(text);
}

/// <summary>No two items of an array may be equal; the schema says <c>uniqueItems</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DistinctItemsAttribute() : ValidationAttribute("must not hold an item twice")
{
    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is not System.Collections.IEnumerable items || items.Cast<object?>().GroupBy(item => item).All(group => group.Count() == 1);
}
