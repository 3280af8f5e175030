namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What a test project's run came to.</summary>
/// <param name="Tests">The tests that ran; not all of them when there are <paramref name="Breaks"/>.</param>
/// <param name="Breaks">Why the run did not come to its end, in its platform's words; empty when it did.</param>
internal sealed record TestResults(string Project, IReadOnlyList<TestResult> Tests, IReadOnlyList<string> Breaks)
{
    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public int Passed => Count("passed");

    public int Failed => Count("failed");

    public int Skipped => Count("skipped");

    private int Count(string outcome) => Tests.Count(test => test.Outcome == outcome);
}

/// <summary>How one test ended: <c>passed</c>, <c>failed</c> or <c>skipped</c>, and why.</summary>
internal sealed record TestResult(string Name, string Outcome, string? Message)
{
    /// <summary>Its class, with its namespace.</summary>
    public string? ClassName { get; init; }

    /// <summary>The test assembly's path, where it ran.</summary>
    public string? Assembly { get; init; }

    /// <summary>Where it failed, as .NET writes it.</summary>
    public string? StackTrace { get; init; }

    /// <summary>When it began; null when its platform does not say.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Where it broke: step, service and operation, as TestKit noted it.</summary>
    public string? Place { get; init; }

    /// <summary>What befell the services under it, as TestKit noted it: many tests fail for one such cause.</summary>
    public string? Cause { get; init; }

    /// <summary>What it wrote to its output.</summary>
    public string? Output { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The test with its class, which tells apart those of one name; some frameworks have it in the name.</summary>
    public string FullName =>
        ClassName?.Split('.')[^1] is { Length: > 0 } owner && !Name.Contains(owner + ".", StringComparison.Ordinal)
            ? $"{owner}.{Name}"
            : Name;

    /// <summary>It did not run, as the build had told TestKit.</summary>
    public bool IsLeftOut => Outcome == "skipped" && Message?.Contains(LeftOutTests.Mark, StringComparison.Ordinal) == true;

    /// <summary>A latency that could not be judged.</summary>
    public bool IsUndecided => Outcome == "skipped" && Message?.Contains(ErrorCodes.MachineTooBusy, StringComparison.Ordinal) == true;
}
