using CliWrap;
using CliWrap.Buffered;

namespace Pipeline.Systems;

/// <summary>Small programs of the machine, such as <c>mount</c> and <c>useradd</c>, run to their end.</summary>
internal static class Programs
{
    /// <summary>Runs one; it must end with 0.</summary>
    public static void Run(string program, params IEnumerable<string> arguments)
    {
        var ended = End(Cli.Wrap(program).WithArguments(arguments));
        Assert.AreEqual(0, ended.ExitCode, $"{program}: {ended.StandardError}");
    }

    /// <summary>Runs a command, however it ends. A program that is not there throws <see cref="System.ComponentModel.Win32Exception"/>.</summary>
    public static BufferedCommandResult End(Command command) =>
        command.WithValidation(CommandResultValidation.None).ExecuteBufferedAsync().GetAwaiter().GetResult();
}
