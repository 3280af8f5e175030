using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What is known of a test of a run: how it ended, and what it rests on.</summary>
public sealed record TestRecord
{
    /// <summary><see cref="TestKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The test project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The project's concern.</summary>
    public required string Concern { get; init; }

    /// <summary>Its class, with its namespace.</summary>
    public string? ClassName { get; init; }

    /// <summary>Its name, with its parameters.</summary>
    public required string Name { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>skipped</c>, or <c>undecided</c>: a latency that a busy machine did not let be judged.</summary>
    public required string Outcome { get; init; }

    /// <summary>When it began; null when its platform does not say.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The services that it reached, directly or through others, and those whose migrations it read. Second instances are under their service's name.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Those of them that it called itself.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    /// <summary>The services that it started second instances of.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>The services whose migrations it read.</summary>
    public IReadOnlyList<string> Migrations { get; init; } = [];

    /// <summary>Its W3C trace ids: by them its lines are found in the services' logs.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    /// <summary>The commit, or the time, of its last run, whose outcome stands; null when it ran in this one.</summary>
    public string? UnchangedSince { get; init; }

    /// <summary>Why it may rest on more than <see cref="Services"/>, and so counts as resting on everything; null when the record is whole.</summary>
    public string? Unknown { get; init; }
}

/// <summary>The tests of a run: <c>results/tests.json</c>.</summary>
/// <param name="StartedAt">When the run began (UTC).</param>
/// <param name="Tests">In the order of the test projects.</param>
public sealed record TestRecords(DateTimeOffset StartedAt, IReadOnlyList<TestRecord> Tests)
{
    /// <summary>Its name in the folder of results.</summary>
    public const string FileName = "tests.json";

    /// <summary>Reads them.</summary>
    /// <param name="file">The path.</param>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static TestRecords Read(string file) =>
        JsonSerializer.Deserialize<TestRecords>(File.ReadAllBytes(file), ClientJson.Options) ?? throw new JsonException("null");

    /// <summary>Writes them.</summary>
    /// <param name="file">The path.</param>
    public void Write(string file)
    {
        File.WriteAllBytes(file + ".tmp", JsonSerializer.SerializeToUtf8Bytes(this, ClientJson.Indented));
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
