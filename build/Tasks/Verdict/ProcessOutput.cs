using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What a test process wrote. Microsoft.Testing.Platform keeps it from the console and puts it beside the results, in UTF-16.</summary>
/// <param name="End">Its first error and its last lines, as an error shows them.</param>
/// <param name="File">A file that holds it in UTF-8.</param>
internal sealed record ProcessOutput(string End, string File)
{
    /// <summary>What the platform writes behind it.</summary>
    private const string Behind = "=== COMMAND LINE ===";

    /// <summary>Looks for it.</summary>
    /// <param name="resultsDirectory">The folder of the results, emptied at the start of the run.</param>
    /// <param name="prefix">How the platform's file begins: assembly and target framework. The rest says the processor.</param>
    /// <param name="project">What the file in UTF-8 is named for.</param>
    /// <returns>Null when there is none: the platform showed it.</returns>
    public static ProcessOutput? Find(string resultsDirectory, string prefix, string project)
    {
        var found = Directory
            .EnumerateFiles(resultsDirectory, "*.log")
            .FirstOrDefault(file => prefix.Length > 0 && Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal));
        return found is null ? null : Copied(found, Path.Combine(resultsDirectory, project + ".log"));
    }

    private static ProcessOutput Copied(string from, string to)
    {
        var (first, last) = ((string?)null, new Queue<string>());
        using var reader = new StreamReader(from); // by its byte order mark
        using var writer = new StreamWriter(to);
        foreach (var line in BoundedText.Lines(reader).TakeWhile(line => line != Behind))
        {
            writer.WriteLine(line);
            first ??= QuotedLines.IsError(line) ? line : null;
            if (!string.IsNullOrWhiteSpace(line))
            {
                last.Enqueue(line);
            }
            if (last.Count > QuotedLines.Most)
            {
                last.Dequeue();
            }
        }

        return new ProcessOutput(QuotedLines.Of(first, last), to);
    }
}
