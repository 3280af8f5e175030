using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IntegrationSuite.ServiceHost.Postgres.Unix;

/// <summary>The hidden command <c>servicehost exec-as UID GID -- PROGRAM ARGUMENTS…</c>: gives up root and becomes the program. PostgreSQL refuses to run as root; the process keeps its id, session and group.</summary>
public static class ExecAs
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "exec-as";

    /// <summary>What a shell answers for a program that can't be executed.</summary>
    private const int CannotExecute = 126;

    /// <summary>Does it; returns only when that failed.</summary>
    /// <param name="args">What follows the command's name.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (
            args is not [var user, var group, "--", var program, ..]
            || !uint.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var userId)
            || !uint.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var groupId)
        )
        {
            Console.Error.WriteLine($"usage: servicehost {CommandName} UID GID -- PROGRAM ARGUMENTS…");
            return CannotExecute;
        }

        // The order matters: without root, groups can't be changed any more. .NET ignores SIGPIPE, which a program would inherit.
        _ = Libc.SetSignalHandler(Libc.BrokenPipe, 0);
        Libc.GiveUpNewPrivileges();
        _ =
            Libc.SetGroups(1, [groupId]) == 0
            && Libc.SetGroup(groupId) == 0
            && Libc.SetUser(userId) == 0
            && Libc.Execute(program, [.. args[3..], null]) == 0;
        Console.Error.WriteLine($"'{program}' can't be run as user {userId}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
        return CannotExecute;
    }
}
