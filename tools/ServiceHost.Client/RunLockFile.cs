namespace ServiceHost.Client;

/// <summary>The file that a supervisor keeps locked as long as it lives (<see cref="LaunchOptions.LockFile"/>), for those who only look.</summary>
public static class RunLockFile
{
    /// <summary>Whether somebody holds it.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return File.Exists(path);
        }
        catch (UnauthorizedAccessException)
        {
            return false; // no run of this user
        }
    }
}
