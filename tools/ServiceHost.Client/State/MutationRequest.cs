namespace IntegrationSuite.ServiceHost.Client;

/// <summary>What mutation testing is asked to do: the build writes it, <c>mutation judge</c> reads it.</summary>
public sealed record MutationRequest
{
    /// <summary>How the services start, with mutants in them; in an artifacts folder of their own.</summary>
    public required LaunchOptions Launch { get; init; }

    /// <summary>The test projects' assemblies, absolute.</summary>
    public required IReadOnlyList<string> Tests { get; init; }

    /// <summary>The folder of a <c>&lt;Assembly&gt;.json</c> of mutants for each assembly.</summary>
    public required string Mutants { get; init; }

    /// <summary>The folder of the reports.</summary>
    public required string Reports { get; init; }

    /// <summary>After so many minutes no further round begins.</summary>
    public double Minutes { get; init; } = 30;

    /// <summary>Percent of the mutants reached that must be killed; null: whatever it is will do.</summary>
    public double? Threshold { get; init; }

    /// <summary>Only mutants of lines that changed since this commit; null: all.</summary>
    public string? Since { get; init; }

    /// <summary>A filter of tests, as MSTest reads it; empty: all.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Who asks: when he has ended, so does the judging.</summary>
    public ProcessIdentity? Starter { get; init; }

    /// <summary>Its file, in the artifacts folder.</summary>
    public const string FileName = "request.json";
}
