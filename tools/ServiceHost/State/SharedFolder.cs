using ServiceHost.Client;

namespace ServiceHost.State;

/// <summary>This user's folder of what all runs share: control pipes (whose paths must be short) and port reservations.</summary>
internal static class SharedFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Its absolute path; the folder exists.</summary>
    /// <exception cref="SuiteException">It is another user's.</exception>
    public static string Path { get; } = Create();

    private static string Create()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"servicehost-{Environment.UserName}");
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, OwnerOnly); // refused for another user's folder
            }
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.RunDirectoryUnusable, $"The folder '{path}' can't be used: {e.Message} Remove it, or set TMPDIR to a folder of your own."));
        }
    }
}
