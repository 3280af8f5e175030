using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using ServiceHost.Client;
using ServiceHost.Processes;

namespace ServiceHost.Postgres.Unix;

/// <summary>The user that runs the server when this process is root, which PostgreSQL refuses to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Its id.</param>
/// <param name="GroupId">Its group.</param>
internal sealed record UnprivilegedUser(string Name, uint UserId, uint GroupId)
{
    /// <summary>In the order of preference.</summary>
    private static readonly string[] s_names = ["postgres", "nobody"];

    /// <summary>The user to drop to.</summary>
    /// <returns>Null when this process is not root: the server runs as who we are.</returns>
    /// <exception cref="SuiteException">This is root, and there is no such user.</exception>
    public static UnprivilegedUser? FindIfNeeded()
    {
        if (!Libc.IsRoot)
        {
            return null;
        }

        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        var found = s_names.SelectMany(name => users[name]).FirstOrDefault()
            ?? throw new SuiteException(new SuiteError(
                ErrorCodes.PostgresUserMissing,
                $"PostgreSQL does not run as root, and there is no user {string.Join(" or ", s_names)} to run it. Add one, run as another user, or give a server in PostgresConnectionString."));
        return new UnprivilegedUser(found[0], uint.Parse(found[2], CultureInfo.InvariantCulture), uint.Parse(found[3], CultureInfo.InvariantCulture));
    }

    /// <summary>The same program, run as this user.</summary>
    public ProcessSpec Wrap(ProcessSpec spec) =>
        spec with
        {
            FileName = DotnetHost.FilePath,
            Arguments =
            [
                typeof(UnprivilegedUser).Assembly.Location, ExecAs.CommandName,
                UserId.ToString(CultureInfo.InvariantCulture), GroupId.ToString(CultureInfo.InvariantCulture), "--", spec.FileName, .. spec.Arguments,
            ],
        };

    /// <summary>Gives a file or folder to this user.</summary>
    public void Own(string path)
    {
        if (Libc.ChangeOwner(path, UserId, GroupId) != 0)
        {
            throw new IOException($"'{path}' can't be given to the user {Name}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
        }
    }

    /// <summary>Whether any user gets through to a folder: it and all above it are open to all.</summary>
    public static bool ReachesInto(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            if (at.Exists && (at.UnixFileMode & UnixFileMode.OtherExecute) == UnixFileMode.None)
            {
                return false;
            }
        }

        return true;
    }
}
