using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>The folder of what is left of test processes that broke, <c>results/dumps</c>. A dump has what was in memory, passwords too.</summary>
internal static class Dumps
{
    /// <summary>Its path.</summary>
    public static string In(string resultsDirectory) => Path.GetFullPath(Path.Combine(resultsDirectory, ProcessEnd.FolderName));

    /// <summary>Takes the dumps of an earlier run away and makes the folder, which nobody else can enter.</summary>
    public static void Open(string resultsDirectory, string manifest)
    {
        RemoveCopies(resultsDirectory);
        if (Directory.Exists(In(resultsDirectory)))
        {
            Directory.Delete(In(resultsDirectory), recursive: true);
        }

        PrivateFolder.Open(In(resultsDirectory), below: Path.GetDirectoryName(Path.GetFullPath(manifest)));
    }

    /// <summary>Removes the copies that TrxReport makes in a folder that others can enter, as of every file that an extension tells of.</summary>
    public static void RemoveCopies(string resultsDirectory) =>
        Directory
            .EnumerateFiles(resultsDirectory, "*.dmp", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(Path.GetFullPath(file)) != In(resultsDirectory))
            .ToList()
            .ForEach(File.Delete);
}
