namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>The tests of a project that need not run, as the build tells them to its test process: a file with since when they stand, and a key a line.</summary>
/// <param name="Since">Since when their outcomes stand, in words.</param>
/// <param name="Keys"><see cref="TestKey"/>s.</param>
public sealed record LeftOutTests(string Since, IReadOnlySet<string> Keys)
{
    /// <summary>What the message of such a test has in it; it ends as one that was skipped.</summary>
    public const string Mark = "Left out by the build: unchanged since ";

    /// <summary>The option of a test process that names the file.</summary>
    public const string Option = "integration-left-out";

    /// <summary>Nothing is left out.</summary>
    public static LeftOutTests None { get; } = new("", new HashSet<string>());

    /// <summary>What a test that is left out says.</summary>
    public string Message => $"{Mark}{Since}.";

    /// <summary>Reads a file.</summary>
    public static LeftOutTests Read(string file) =>
        File.ReadAllLines(file) is [var since, .. var keys] ? new(since, keys.ToHashSet()) : None;

    /// <summary>Writes one.</summary>
    public void Write(string file) => File.WriteAllLines(file, [Since, .. Keys]);
}
