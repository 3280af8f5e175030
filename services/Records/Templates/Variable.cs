using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Records.Templates;

/// <summary>Something that differs from case to case: the documents of a template name it as <c>{{name}}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values look like.</param>
/// <param name="Required">Whether each case of the template must give a value.</param>
/// <param name="Default">The value of a case that gives none; without it, an optional variable is empty.</param>
/// <param name="Description">For the person who fills it in.</param>
public sealed record Variable(
    [property:
        RegularExpression(Variable.NamePattern, ErrorMessage = "must be a letter followed by letters, digits and underscores"),
        MinLength(1),
        MaxCharacters(Variable.MaxNameLength)
    ]
        string Name,
    VariableType Type = VariableType.Text,
    bool Required = false,
    [property: MaxCharacters(Variable.MaxValueLength)] string? Default = null,
    [property: MaxCharacters(1000)] string? Description = null
)
{
    /// <summary>What a name may be.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_]*$";

    /// <summary>The length of the longest name, in characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The length of the longest value, in characters.</summary>
    public const int MaxValueLength = 10_000;
}

/// <summary>What the values of a variable look like. All are sent as strings.</summary>
public enum VariableType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A decimal number with a point: <c>1500.00</c>.</summary>
    Number,

    /// <summary>A date as RFC 3339 writes it: <c>2024-05-31</c>.</summary>
    Date,
}
