using Clients.Export;
using Clients.LegalDocuments;
using CliWrap;
using CliWrap.Buffered;

namespace Workflows.DraftToDocx;

/// <summary>The exported file is read by a program that nobody of this project wrote.</summary>
[TestClass]
public sealed class LibreOfficeTests : WorkflowTest
{
    [TestMethod]
    public async Task LibreOffice_opens_an_exported_petition_and_reads_every_line_of_it()
    {
        var office = FindOnPath("soffice") ?? FindOnPath("libreoffice");
        if (office is null)
        {
            Assert.Inconclusive(
                "There is no LibreOffice ('soffice') on this machine's PATH; on Debian: apt-get install libreoffice-writer-nogui."
            );
        }

        Step("a petition is exported");
        var petition = Documents.Petition();
        var draft = await DraftAsync(petition);
        var file = await Services.Export.ExportAsync(new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true));

        Step("LibreOffice reads it");
        var text = await ReadAsync(office!, file.Bytes);
        foreach (var line in petition.AllParagraphs().SelectMany(paragraph => paragraph.Text.Split('\n')))
        {
            StringAssert.Contains(text, line);
        }

        StringAssert.Contains(text, petition.SignatureBlock!.AttorneyName);
        StringAssert.Contains(text, petition.Caseblock!.CauseNumber);
    }

    private async Task<string> ReadAsync(string office, byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "petition.docx"), docx, Cancel);
            // A profile of its own: two that run at once with one profile refuse each other.
            await RunAsync(
                office,
                folder.FullName,
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}",
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "petition.docx"
            );
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "petition.txt"), Cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(string program, string folder, params string[] arguments)
    {
        var ended = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Cancel);
        Assert.AreEqual(0, ended.ExitCode, ended.StandardOutput + ended.StandardError);
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
