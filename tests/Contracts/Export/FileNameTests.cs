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
    [DataRow("CON|PRN|AUX|NUL|COM1|COM9|LPT1|LPT9|con|Com5.txt|lpt3.a.b")]
    public async Task A_name_that_Windows_keeps_for_a_device_is_not_used(string titles)
    {
        foreach (var title in titles.Split('|'))
        {
            Assert.AreEqual($"document {title}.docx", (await Export.ExportAsync(Documents.Short(title))).Name);
        }
    }

    [TestMethod]
    [DataRow("COM10|LPT0|CONTRACT|Nullity|Auxiliary")]
    [DataRow("Größe 訴状 עברית|Motion (2nd) [draft] {a} & co, no. 5 - v1.2|É e\u0301|😀 👩🏽")]
    public async Task What_is_safe_stays_as_it_is(string titles)
    {
        foreach (var title in titles.Split('|'))
        {
            Assert.AreEqual($"{title}.docx", (await Export.ExportAsync(Documents.Short(title))).Name);
        }
    }

    [TestMethod]
    public async Task No_character_that_a_system_gives_a_meaning_is_left()
    {
        foreach (var character in "<>:\"/\\|?*;%\t\n\u200b\u00ad\ue000\u2028\u00a0\u3000")
        {
            Assert.AreEqual(
                "a b.docx",
                (await Export.ExportAsync(Documents.Short($" {character}a{character} b{character}"))).Name,
                $"U+{(int)character:X4}"
            );
        }
    }

    [TestMethod]
    [DataRow(97, "😀y")]
    [DataRow(98, "😀")]
    [DataRow(99, "")]
    [DataRow(100, "")]
    public async Task A_long_title_is_cut_after_100_units_and_never_within_a_character(int letters, string kept)
    {
        var name = (await Export.ExportAsync(Documents.Short(new string('x', letters) + "😀" + new string('y', 400)))).Name;
        Assert.AreEqual(new string('x', letters) + kept + ".docx", name);
    }

    [TestMethod]
    [DataRow(" ")]
    [DataRow(".")]
    [DataRow(" . ")]
    public async Task A_title_that_is_cut_ends_with_neither_blank_nor_dot(string between)
    {
        var name = (await Export.ExportAsync(Documents.Short(new string('x', 99) + between + new string('y', 50)))).Name;
        Assert.AreEqual(new string('x', 99) + ".docx", name);
    }
}
