namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>What comes of a breach of a gate.</summary>
public enum GateLevel
{
    /// <summary>The run fails.</summary>
    Error,

    /// <summary>A warning says what would fail.</summary>
    Warn,

    /// <summary>Nobody looks.</summary>
    Off,
}

/// <summary>How strict each gate is for a service: so that a system adopts them one by one.</summary>
/// <param name="Contracts">Its answers are of its contract, and every documented one is exercised (SUITE305, SUITE306, SUITE308).</param>
/// <param name="Keywords">Every rule for its inputs is seen at work (SUITE307).</param>
/// <param name="Coverage">Its coverage reaches the threshold (SUITE501, SUITE502, SUITE503, SUITE511).</param>
/// <param name="Latency">Its operations hold their thresholds (SUITE321).</param>
/// <param name="Migrations">Its migrations keep what the proofs ask of them (SUITE309).</param>
public sealed record GateLevels(
    GateLevel Contracts = GateLevel.Error,
    GateLevel Keywords = GateLevel.Error,
    GateLevel Coverage = GateLevel.Error,
    GateLevel Latency = GateLevel.Error,
    GateLevel Migrations = GateLevel.Error
)
{
    /// <summary>The names of the gates.</summary>
    public static readonly IReadOnlyList<string> Names = ["contracts", "keywords", "coverage", "latency", "migrations"];

    /// <summary>The names of the levels.</summary>
    public static readonly IReadOnlyList<string> LevelNames = ["off", "warn", "error"];

    /// <summary>The level of an error's gate; of what is no gate's, the strictest.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    public GateLevel Of(string code) =>
        code switch
        {
            ErrorCodes.AnswerNotExercised or ErrorCodes.AnswerNotDocumented or ErrorCodes.ContractBroken => Contracts,
            ErrorCodes.KeywordNotExercised => Keywords,
            ErrorCodes.CoverageBelow or ErrorCodes.CoverageIncomplete or ErrorCodes.CoverageUnreadable or ErrorCodes.CoverageToolFailed =>
                Coverage,
            ErrorCodes.LatencyNotHeld => Latency,
            ErrorCodes.MigrationUnproved => Migrations,
            _ => GateLevel.Error,
        };

    /// <summary>An error as its gate has it: as it is, as a warning, or not at all.</summary>
    public IEnumerable<SuiteError> Judge(SuiteError error) =>
        Of(error.Code) switch
        {
            GateLevel.Error => [error],
            GateLevel.Warn => [error with { IsWarning = true }],
            _ => [],
        };

    /// <summary>The same with other levels for some gates.</summary>
    /// <param name="levels">Gate → level, both by their names.</param>
    /// <exception cref="FormatException">A name is none. The message lists those that there are.</exception>
    public GateLevels With(IEnumerable<KeyValuePair<string, string>> levels) =>
        levels.Aggregate(
            this,
            (gates, pair) =>
                (pair.Key, LevelOf(pair.Value)) switch
                {
                    ("contracts", var level) => gates with { Contracts = level },
                    ("keywords", var level) => gates with { Keywords = level },
                    ("coverage", var level) => gates with { Coverage = level },
                    ("latency", var level) => gates with { Latency = level },
                    ("migrations", var level) => gates with { Migrations = level },
                    _ => throw new FormatException(
                        $"has no gate '{HarmlessText.OneLine(pair.Key, most: 60)}'. There are {string.Join(", ", Names)}"
                    ),
                }
        );

    /// <summary>Reads <c>contracts=warn keywords=off</c>; commas and semicolons separate too, which a command line of MSBuild takes for its own.</summary>
    /// <exception cref="FormatException">It is none of that form, or a name is none.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var pairs = text.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .GroupBy(pair => pair[0])
            .ToDictionary(same => same.Key, same => same.Last().ElementAtOrDefault(1) ?? "");
        new GateLevels().With(pairs);
        return pairs;
    }

    private static GateLevel LevelOf(string text) =>
        text switch
        {
            "off" => GateLevel.Off,
            "warn" => GateLevel.Warn,
            "error" => GateLevel.Error,
            _ => throw new FormatException(
                $"has a level '{HarmlessText.OneLine(text, most: 60)}'. There are {string.Join(", ", LevelNames)}"
            ),
        };
}
