namespace IntegrationSuite.MutationTesting.Mutants;

/// <summary>A small change of a service's source that its tests should notice.</summary>
/// <param name="Assembly">The assembly that it is compiled into.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="Id">Stays the same while its line does: made of the file's name, the line's text, and what changes.</param>
/// <param name="File">The source, from the manifest's folder.</param>
/// <param name="Start">Where what changes begins.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Kind">Which mutator made it (<see cref="Mutators.MutatorKinds"/>).</param>
/// <param name="Original">The source as it is.</param>
/// <param name="Replacement">What stands there instead; empty when a statement is left out.</param>
/// <param name="OfProcess">It lies in what is worked out once for all requests: only a process of its own can have it.</param>
/// <param name="Reason">Why it is not to be judged, in the words of a comment in the source.</param>
internal sealed record Mutant(
    string Assembly,
    int Number,
    string Id,
    string File,
    Place Start,
    Place End,
    string Kind,
    string Original,
    string Replacement,
    bool OfProcess,
    string? Reason
)
{
    /// <summary>Its name among all assemblies' mutants, as it travels with a request.</summary>
    public string Name => $"{Assembly}:{Number}";
}

/// <summary>A place in a source: both count from 1, as in Stryker's report schema.</summary>
internal sealed record Place(int Line, int Column);
