using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Storage;
using Microsoft.Win32.SafeHandles;

namespace IntegrationSuite.ServiceHost.Postgres.Unix;

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
        if (!Users.IsRoot)
        {
            return null;
        }

        var users = Users.Entries("/etc/passwd").Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        var found =
            s_names.SelectMany(name => users[name]).FirstOrDefault()
            ?? throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresUserMissing,
                    $"PostgreSQL does not run as root, and there is no user {string.Join(" or ", s_names)} to run it. Add one, run as another user, or give a server in PostgresConnectionString."
                )
            );
        return new UnprivilegedUser(
            found[0],
            uint.Parse(found[2], CultureInfo.InvariantCulture),
            uint.Parse(found[3], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The same program, run as this user.</summary>
    public ProcessSpec Wrap(ProcessSpec spec) =>
        spec with
        {
            FileName = DotnetHost.FilePath,
            Arguments =
            [
                typeof(UnprivilegedUser).Assembly.Location,
                ExecAs.CommandName,
                UserId.ToString(CultureInfo.InvariantCulture),
                GroupId.ToString(CultureInfo.InvariantCulture),
                "--",
                spec.FileName,
                .. spec.Arguments,
            ],
        };

    /// <summary>Gives a folder to this user.</summary>
    public void Own(string folder)
    {
        using var opened =
            FileCalls.TryOpenFolder(FileCalls.CurrentFolder, folder) ?? throw new IOException($"'{folder}' is not a folder.");
        Own(opened);
    }

    /// <summary>Gives an open file or folder to this user.</summary>
    public void Own(SafeFileHandle opened) => FileCalls.Own(opened, UserId, GroupId);

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
