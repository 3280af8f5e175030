using IntegrationSuite.Report.Files;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Records;

/// <summary>The results of all test projects; of a process that was killed also what its dump's notes say.</summary>
internal static class TestFiles
{
    /// <summary>Reads them.</summary>
    public static IEnumerable<TestResults> Read(RecordFolder results)
    {
        var notes = results
            .Files(ProcessEnd.FolderName, "*")
            .Where(file => results.Has($"{ProcessEnd.FolderName}/{file}"))
            .Select(file => Path.Combine(results.Root, ProcessEnd.FolderName, file))
            .ToList();
        var projects = results
            .Files("", "*.trx")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Union(notes.Select(ProjectOfNotes).OfType<string>());
        foreach (var project in projects.Order(StringComparer.Ordinal))
        {
            var trx = ReadTrx(results, project);
            yield return ProcessEnd.Of(notes, project) is { } end ? Complete(trx, end) : trx;
        }
    }

    private static TestResults ReadTrx(RecordFolder results, string project)
    {
        var file = project + ".trx";
        using var stream = results.TryOpen(file);
        if (stream is null)
        {
            return new TestResults(project, [], []);
        }

        var (read, fault) = TrxFile.ReadAsFarAsPossible(stream, project);
        if (fault is not null)
        {
            results.Note($"{file} was cut short or is malformed: {fault.Message} The {read.Tests.Count} tests before that are shown.");
        }

        // Their outcomes are an earlier run's; the verdict names it.
        return read with
        {
            Tests = [.. read.Tests.Where(test => !test.IsLeftOut)],
        };
    }

    private static TestResults Complete(TestResults trx, ProcessEnd end) =>
        trx with
        {
            Tests = [.. trx.Tests, .. end.Ended.ExceptBy(trx.Tests.Select(test => test.Name), test => test.Name)],
            Breaks = [.. trx.Breaks, end.ToString()],
        };

    /// <summary>Only a process that did not come to its end leaves one of these, <c>Project.crash..dmp_ab12.sequence.log</c> or <c>Project.hang.7.log</c>.</summary>
    private static string? ProjectOfNotes(string file)
    {
        var name = Path.GetFileName(file);
        var end = new[] { ".crash.", ".hang." }.Select(kind => name.LastIndexOf(kind, StringComparison.Ordinal)).Max();
        return end > 0 ? name[..end] : null;
    }
}
