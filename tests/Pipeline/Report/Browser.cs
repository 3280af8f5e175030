using System.ComponentModel;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Report;

/// <summary>A Chromium of this machine, if it has one.</summary>
internal static class Browser
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Opens a file as a person does who has downloaded it.</summary>
    /// <returns>The page as its script has made it, and what the browser's console said.</returns>
    public static async Task<(string Page, string Console)> OpenAsync(string file)
    {
        using var profile = new PlantedRun(); // its cache and settings
        foreach (var name in s_names)
        {
            try
            {
                var run = await ProgramRun.RunAsync(Cli.Wrap(name).WithArguments(Arguments(profile.Folder, file)), s_patience);
                Assert.AreEqual(0, run.ExitCode, run.Error);
                var said = run.Error.Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal));
                return (run.Output, string.Join('\n', said));
            }
            catch (Win32Exception)
            {
                // The next one.
            }
        }

        throw new AssertInconclusiveException($"There is no {string.Join(", ", s_names)} on this machine's PATH.");
    }

    private static string[] Arguments(string profile, string file) =>
        [
            "--headless",
            "--disable-gpu",
            "--disable-background-networking",
            "--enable-logging=stderr",
            $"--user-data-dir={profile}",
            // Root can't have one, nor can a container; the page is the test's own.
            "--no-sandbox",
            "--dump-dom",
            new Uri(file).AbsoluteUri,
        ];
}
