using Clients.LegalDocuments;

namespace Contracts.Export;

/// <summary>The name of an exported file is safe on every system, and does not deceive whoever reads it.</summary>
[TestClass]
public sealed class FileNameTests : ExportTest
{
    [TestMethod]
    [DataRow("Motion to Compel", "Motion to Compel.docx")]
    [DataRow("Klage Müller ./. Søn 訴状", "Klage Müller . . Søn 訴状.docx")]
    [DataRow("../../etc/passwd", "etc passwd.docx")]
    [DataRow("C:\\windows\\system32", "C windows system32.docx")]
    [DataRow("a\"; filename=\"evil.exe", "a filename= evil.exe.docx")]
    [DataRow("line\nbreak\tand tab", "line break and tab.docx")]
    [DataRow("\u202Excod.exe", "xcod.exe.docx")]
    [DataRow("CON", "document CON.docx")]
    [DataRow("nul.txt", "document nul.txt.docx")]
    [DataRow("...", "document.docx")]
    [DataRow("?*", "document.docx")]
    public async Task A_title_becomes_a_safe_file_name(string title, string name) =>
        Assert.AreEqual(name, (await Export.ExportAsync(Documents.Short(title))).Name);

    [TestMethod]
    public async Task A_long_title_is_cut_and_never_within_a_character()
    {
        var name = (await Export.ExportAsync(Documents.Short(new string('x', 99) + "\U0001F600" + new string('y', 400)))).Name;
        Assert.AreEqual(new string('x', 99) + ".docx", name);
    }
}
