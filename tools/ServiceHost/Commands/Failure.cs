using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>Tells errors to a person, and their kind to a script.</summary>
internal static class Failure
{
    /// <summary>Prints them to stderr, one a line.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(SuiteException exception)
    {
        foreach (var error in exception.Errors)
        {
            Console.Error.WriteLine(error);
        }
        return (int)CodeOf(exception.Errors[0].Code);
    }

    private static ExitCode CodeOf(string code) =>
        code switch
        {
            ErrorCodes.AlreadyRunning => ExitCode.AlreadyRunning,
            ErrorCodes.NotRunning => ExitCode.NotRunning,
            ErrorCodes.InternalError => ExitCode.InternalError,
            _ when code.StartsWith("SUITE1", StringComparison.Ordinal) => ExitCode.BadInput,
            _ when code.StartsWith("SUITE4", StringComparison.Ordinal) => ExitCode.StopFailed,
            _ => ExitCode.Failed,
        };
}
