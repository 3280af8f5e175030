namespace ServiceDefaults.Settings;

/// <summary>A missing or malformed environment variable: the service ends with one line and exit code 78 (EX_CONFIG of sysexits.h).</summary>
public sealed class SettingException(string message) : Exception(message)
{
    /// <summary>EX_CONFIG.</summary>
    public const int ExitCode = 78;
}
