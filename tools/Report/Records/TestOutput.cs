using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Records;

/// <summary>What TestKit writes into the output and the message of a test that failed (<c>ServiceTest</c>, <c>ContractHandler</c>).</summary>
/// <param name="Step">Where its story broke: <c>Broke in step 2, "…" at orders: GET /orders/7 → 200.</c></param>
/// <param name="Service">The service of the last request before.</param>
/// <param name="Operation">Method and path of that request.</param>
/// <param name="Curl">A line that repeats the request which broke a contract.</param>
/// <param name="Rest">What the test itself wrote.</param>
internal sealed partial record TestOutput(string? Step, string? Service, string? Operation, string? Curl, string Rest)
{
    // Of MSTest, above what a test writes.
    private const string Heading = "TestContext Messages:";

    // In linear time, whatever a test wrote.
    private static readonly Regex s_broke = new(
        @"^Broke( in step \d+, ""[^\n]*"")?[^\n]*?( at (?<service>[\w~.-]+): (?<operation>[A-Z]+ \S+) → [^\n]*)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>The trace that a failed test printed.</summary>
    public static string? TraceOf(TestResult test) =>
        test is { Outcome: "failed", Output: { } output } && Trace().Match(output) is { Success: true } trace
            ? trace.Groups["id"].Value
            : null;

    /// <summary>Reads it.</summary>
    public static TestOutput Of(TestResult test)
    {
        var output = test.Output ?? "";
        var story = s_broke.Match(output);
        var breach = Breach().Match(test.Message ?? "");
        return new TestOutput(
            story.Success ? story.Value.Trim() : null,
            Value(breach, "service") ?? Value(story, "service"),
            Value(breach, "operation") ?? Value(story, "operation"),
            CurlLine().Match(test.Message + "\n" + output) is { Success: true } curl ? curl.Groups["line"].Value.Trim() : null,
            (story.Success ? output[..story.Index] : output).Replace(Heading, "", StringComparison.Ordinal).Trim()
        );
    }

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"Trace (?<id>[0-9a-f]{32}), as the services logged it")]
    private static partial Regex Trace();

    // «orders: GET /orders/{id} broke its contract with status 500»
    [GeneratedRegex(@"(?<service>[\w-]+): (?<operation>[A-Z]+ \S+) broke its contract with status", RegexOptions.ExplicitCapture)]
    private static partial Regex Breach();

    [GeneratedRegex(@"(?<line>curl -i [^\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex CurlLine();
}
