using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>The command that begins a session and becomes the program that follows it.</summary>
internal static class Session
{
    private const string OnMac =
        """/usr/bin/perl -MPOSIX -e '$SIG{$_} = "DEFAULT" for qw(PIPE INT QUIT HUP); POSIX::setsid(); exec {$ARGV[0]} @ARGV; die "$ARGV[0]: $!\n"'""";
    private const string Defaults = "--default-signal";

    private static readonly Lazy<string> s_program = new(() => OperatingSystem.IsMacOS() ? OnMac : OnLinux());

    /// <summary>In a shell's words.</summary>
    /// <exception cref="LaunchException">There is no <c>setsid</c>.</exception>
    public static string Program => s_program.Value;

    // By their paths: a service may have a PATH of its own, and .NET would look into the current folder first.
    private static string OnLinux()
    {
        var setsid = Quoted(ProgramPath.Known("setsid") ?? throw ExecutablePath.NotFound("setsid"));
        return ProgramPath.Known("env") is { } env && KnowsSignals(env) ? $"{Quoted(env)} {Defaults} {setsid}" : setsid;
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // .NET ignores SIGPIPE, a shell SIGINT and SIGQUIT of what it starts with "&", and both hand that on; then the writer of a pipeline does not end with its reader.
    // GNU's env(1) takes it back (coreutils 8.31), that of busybox does not.
    private static bool KnowsSignals(string env) =>
        Cli.Wrap(env)
            .WithArguments([Defaults, "true"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync()
            .GetAwaiter()
            .GetResult()
            .ExitCode == 0;
}
