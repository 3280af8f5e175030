using System.Text.Json;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary><c>results/verdict.json</c>: whether the services work together, what was asked of them, and which binaries it is about. Written at a run's very end; a run that was cancelled or killed leaves none.</summary>
internal sealed record VerdictFile
{
    /// <summary>The one verdict that lets something through.</summary>
    public const string Passed = "passed";

    /// <summary>A key in this environment variable signs verdicts, and is asked for where they are verified.</summary>
    public const string KeyVariable = "INTEGRATION_TEST_VERDICT_KEY";

    private const int Largest = 64 << 20;

    /// <summary><c>passed</c>, <c>failed</c>, or <c>inconclusive</c>: a latency could not be judged.</summary>
    public required string Verdict { get; init; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>The test filter; null when all tests ran.</summary>
    public string? Filter { get; init; }

    /// <summary>The gates that this run was given other levels for than the manifest has, as <c>IntegrationTestGates</c> has them.</summary>
    public string? Gates { get; init; }

    /// <summary>The share of covered lines that each service had to reach, in percent; null when that was not judged, as for one concern alone.</summary>
    public double? CoverageThreshold { get; init; }

    /// <summary>The test projects.</summary>
    public IReadOnlyList<ProjectTally> Tests { get; init; } = [];

    /// <summary>The commits or times of the runs whose outcomes stand for tests that nothing has changed for.</summary>
    public IReadOnlyList<string> UnchangedSince { get; init; } = [];

    /// <summary>The services whose coverage was not measured.</summary>
    public IReadOnlyList<UnmeasuredService>? NotMeasured { get; init; }

    /// <summary>Why the verdict is not <c>passed</c>.</summary>
    public IReadOnlyList<SuiteError> Errors { get; init; } = [];

    /// <summary>What was tested: each .NET service's assemblies.</summary>
    public IReadOnlyDictionary<string, ServiceBinaries> Binaries { get; init; } = new Dictionary<string, ServiceBinaries>();

    /// <summary>Writes it whole or not at all, and its signature beside it when there is a key.</summary>
    /// <param name="file">The path.</param>
    /// <param name="key">The value of <see cref="KeyVariable"/>.</param>
    public void Write(string file, string? key)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, ClientJson.Indented);
        File.Delete(VerdictSignature.FileOf(file));
        if (key is { Length: > 0 })
        {
            File.WriteAllText(VerdictSignature.FileOf(file), VerdictSignature.Of(content, key));
        }

        File.WriteAllBytes(file + ".tmp", content);
        File.Move(file + ".tmp", file, overwrite: true);
    }

    /// <summary>Reads one, and holds it against its signature.</summary>
    /// <param name="file">The path.</param>
    /// <param name="key">The value of <see cref="KeyVariable"/>; null or empty when none is asked for.</param>
    /// <exception cref="SuiteException">SUITE710: there is none, or it is no verdict. SUITE715: the key did not sign it.</exception>
    public static VerdictFile Read(string file, string? key)
    {
        try
        {
            var content = BoundedFile.Read(file, Largest);
            VerdictSignature.Require(file, content, key);
            return JsonSerializer.Deserialize<VerdictFile>(content, ClientJson.Options) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.VerdictMissing,
                    $"No verdict can be read from '{file}': {HarmlessText.OneLine(e.Message, most: 300)} Run: dotnet build -t:IntegrationTest, in the same configuration.",
                    File: file
                )
            );
        }
    }
}

/// <summary>How the tests of a project ended; those that nothing has changed for did not run.</summary>
internal sealed record ProjectTally(string Project, int Passed, int Failed, int Skipped, int Unchanged = 0);
