using System.Diagnostics.CodeAnalysis;

namespace ServiceDefaults.OpenApi;

/// <summary>Gives a member examples, for rules that its schema cannot say.</summary>
/// <param name="values">A JSON array of them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExamplesAttribute([StringSyntax(StringSyntaxAttribute.Json)] string values) : Attribute
{
    /// <summary>A JSON array.</summary>
    public string Values { get; } = values;
}

/// <summary>Says of what a member holds the ids, where its name does not: <c>x-resource</c> in the schema.</summary>
/// <param name="collection">The last part of the collection's path, in this service or another.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResourceAttribute(string collection) : Attribute
{
    /// <summary>The last part of the collection's path.</summary>
    public string Collection { get; } = collection;
}
