namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A part of a pattern (ECMA-262, 22.2.1).</summary>
internal abstract record PatternPart
{
    /// <summary>One character of a set.</summary>
    public sealed record Character(CharacterSet Set) : PatternPart;

    /// <summary>One of several, the first that leads on.</summary>
    public sealed record Choice(IReadOnlyList<PatternPart> Parts) : PatternPart;

    /// <summary>One after the other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternPart> Parts) : PatternPart;

    /// <summary>A part several times.</summary>
    /// <param name="Most">Null: without end.</param>
    public sealed record Repeat(PatternPart Part, int Least, int? Most, bool IsLazy) : PatternPart;

    /// <summary>A group, from its <c>(</c> to what makes it one that looks ahead or behind.</summary>
    public sealed record Group(string Opening, PatternPart Part) : PatternPart
    {
        /// <summary>Whether it looks, and takes nothing.</summary>
        public bool IsLook => Opening is "(?=" or "(?!" or "(?<=" or "(?<!";
    }

    /// <summary>What takes nothing, or what a group took, as .NET writes it.</summary>
    public sealed record Assertion(string Text) : PatternPart;
}
