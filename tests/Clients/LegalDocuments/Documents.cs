namespace Clients.LegalDocuments;

/// <summary>Documents that are valid as they are, so that a test says only what it is about.</summary>
public static class Documents
{
    private static readonly DateTimeOffset Written = new(2025, 3, 14, 15, 9, 26, TimeSpan.Zero);

    /// <summary>A document of one section with one paragraph.</summary>
    public static LegalDocument Short(string title = "Motion to Compel") => Of(title, Section("ARGUMENT", "The motion should be granted."));

    /// <summary>A document of these sections.</summary>
    public static LegalDocument Of(string title, params Section[] sections) =>
        new(new DocumentMeta(Guid.CreateVersion7(), title, "motion", Written, Written.AddDays(1)), new DocumentBody(sections), []);

    /// <summary>A petition with everything that a document can have: caption, preamble, three levels, formats, citations, signature block.</summary>
    public static LegalDocument Petition() =>
        Of(
            "Plaintiff’s Original Petition",
            Section("", "COMES NOW Plaintiff and files this petition.") with
            {
                Type = "preamble",
            },
            Section("PARTIES", "Plaintiff is Ann Smith, who lives at 12 Elm St. in Austin.") with
            {
                Children =
                [
                    Section("Plaintiff", "Ann Smith — née Müller — is an individual.", "She may be served with process.") with
                    {
                        Level = 2,
                    },
                    Section("Defendants", "There are two defendants.") with
                    {
                        Level = 2,
                        Children =
                        [
                            Section("Acme", "Acme Corp. sells anvils.\tThey fall.\nOften.") with
                            {
                                Level = 3,
                            },
                            Section("Doe", "John Doe drove.") with
                            {
                                Level = 3,
                            },
                        ],
                    },
                ],
            },
            Section("ARGUMENT", "Separate is not equal. Brown v. Board of Education, 347 U.S. 483 (1954). See also 42 U.S.C. § 1983.") with
            {
                Paragraphs = [Argument()],
            },
            Section("PRAYER", "Plaintiff prays for relief.  Two spaces stay.")
        ) with
        {
            Caseblock = new CaseBlock(
                ["Ann Smith"],
                ["Acme Corp.", "Smith, Jones and Doe, LLP"],
                "D-1-GN-25-000123",
                "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"
            ),
            SignatureBlock = new SignatureBlock(
                "Jane Roe",
                "24012345",
                "Roe & Partners, LLP",
                "500 Congress Ave.\nAustin, TX 78701",
                "(512) 555-0100",
                "jane@roe.example"
            ),
        };

    /// <summary>A section at level 1.</summary>
    public static Section Section(string title, params string[] paragraphs) =>
        new(Guid.CreateVersion7(), title, 1, "section", [.. paragraphs.Select(Paragraph)], []);

    /// <summary>A paragraph of plain text.</summary>
    public static Paragraph Paragraph(string text) => new(Guid.CreateVersion7(), text, [], []);

    private static Paragraph Argument()
    {
        const string Case = "Brown v. Board of Education";
        const string Text = $"Separate is not equal. {Case}, 347 U.S. 483 (1954). See also 42 U.S.C. § 1983.";
        var start = Text.IndexOf(Case, StringComparison.Ordinal);
        return Paragraph(Text) with
        {
            FormatSpans =
            [
                new FormatSpan(0, 8, FormatStyle.Bold),
                new FormatSpan(start, start + Case.Length, FormatStyle.Italic),
                new FormatSpan(start + 6, start + Case.Length, FormatStyle.Underline),
            ],
        };
    }
}
