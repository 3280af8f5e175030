using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Which shell starts a program (Linux, macOS).</summary>
internal static partial class Shell
{
    private const string Usual = "/bin/sh";

    /// <summary>One that hands on all of an environment. Variables whose names are no identifiers, such as <c>spring.datasource.url</c>, are dropped by dash and kept by bash.</summary>
    /// <exception cref="LaunchException">There are such, and there is no bash.</exception>
    public static string For(IReadOnlyDictionary<string, string> environment) =>
        environment.Keys.FirstOrDefault(name => !Identifier().IsMatch(name) && !name.StartsWith("BASH_FUNC_", StringComparison.Ordinal))
            is not { } odd
            ? Usual
            : ProgramPath.Known("bash")
                ?? throw new LaunchException(
                    $"The environment variable '{odd}' has a name that only bash hands on, and bash is not installed. Rename the variable or install bash."
                );

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier();
}
