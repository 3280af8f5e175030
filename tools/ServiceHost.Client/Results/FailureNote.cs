using System.Text.RegularExpressions;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>Lines in the output of a failed test that the build tells with its error: TestKit writes them, whatever the test platform.</summary>
public static partial class FailureNote
{
    // As SuiteError.ToString writes it; not the words that lead on to the last lines of a log. In linear time, whatever the text.
    private static readonly Regex s_cause = new(
        $"\\bservicehost: error (?<note>(?:{ErrorCodes.ServiceDied}|{ErrorCodes.SupervisorLost}|{ErrorCodes.StoppedInUse}|{ErrorCodes.StoppedListening}|{ErrorCodes.PostgresDied}): .+?)( [^.]+:)?\\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>How the line begins that tells the step, the service and the operation at which the test broke.</summary>
    public const string Broke = "Broke ";

    /// <summary>Where a test broke, as its output tells.</summary>
    /// <returns>Null when it does not.</returns>
    public static string? PlaceIn(string output) => First(Place().Match(output));

    /// <summary>Why tests fail through no fault of their own: a service, the database server or the supervisor went away.</summary>
    /// <returns>The code and the message of that error; null when the text has none.</returns>
    public static string? CauseIn(string text) => First(s_cause.Match(text));

    private static string? First(Match match) => match.Success ? match.Groups["note"].Value.Trim() : null;

    [GeneratedRegex($"^(?<note>{Broke}.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
