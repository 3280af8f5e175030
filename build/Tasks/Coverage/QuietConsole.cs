using System.Text;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>Keeps what coverlet prints by itself (a table for each call, past MSBuild's loggers; CoverageResultTask of 10.0.1 has no property against it) off the console: only on the thread that asks, others go on printing.</summary>
internal sealed class QuietConsole : TextWriter
{
    [ThreadStatic]
    private static bool quiet;

    private static readonly Lock Installing = new();
    private static bool installed;
    private readonly TextWriter _console;

    private QuietConsole(TextWriter console) => _console = console;

    /// <inheritdoc />
    public override Encoding Encoding => _console.Encoding;

    /// <summary>Runs something whose prints go nowhere.</summary>
    public static T Run<T>(Func<T> work)
    {
        Install();
        quiet = true;
        try
        {
            return work();
        }
        finally
        {
            quiet = false;
        }
    }

    /// <inheritdoc />
    public override void Write(char value)
    {
        if (!quiet)
        {
            _console.Write(value);
        }
    }

    /// <inheritdoc />
    public override void Write(string? value)
    {
        if (!quiet)
        {
            _console.Write(value);
        }
    }

    /// <inheritdoc />
    public override void WriteLine(string? value)
    {
        if (!quiet)
        {
            _console.WriteLine(value);
        }
    }

    /// <inheritdoc />
    public override void Flush() => _console.Flush();

    private static void Install()
    {
        lock (Installing)
        {
            if (!installed)
            {
                installed = true;
                Console.SetOut(new QuietConsole(Console.Out));
            }
        }
    }
}
