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

/// <summary>A text may not be longer; the schema says <c>maxLength</c>, which counts characters (JSON Schema 2020-12 Validation, 6.3.1) and not UTF-16 code units as <see cref="MaxLengthAttribute"/> does.</summary>
/// <param name="length">The longest, in characters.</param>
public sealed class MaxCharactersAttribute(int length) : MaxLengthAttribute(length)
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string text || IsWithin(text, Length);

    /// <summary>Whether a text has at most so many characters, each counted once however many code units it takes.</summary>
    public static bool IsWithin(string text, int length) => text.Length <= length || text.EnumerateRunes().Count() <= length;
}

/// <summary>No string of a list may be longer; the schema of its items says <c>maxLength</c>.</summary>
/// <param name="length">The longest, in characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachMaxLengthAttribute(int length) : ValidationAttribute($"must hold no text longer than {length}")
{
    /// <summary>The longest.</summary>
    public int Length { get; } = length;

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is not IEnumerable<string?> items || items.All(item => item is null || MaxCharactersAttribute.IsWithin(item, Length));
}
