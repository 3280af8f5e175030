using Clients.CaseBlock;
using Clients.Signature;

namespace Performance.Operations;

/// <summary>Texts of a common size.</summary>
internal static class Samples
{
    public const string Paragraph =
        "Plaintiff entered into a written lease with Defendant on March 1, 2023. Dr. Smith witnessed it at 123 Main St. in Austin. "
        + "Defendant has paid nothing since June 1, 2023. See Brown v. Board of Education, 347 U.S. 483 (1954); 42 U.S.C. § 1983; 29 C.F.R. § 541.100.";

    public static readonly string[] CaptionLines =
    [
        "CAUSE NO. D-1-GN-25-000123",
        "ANN SMITH,",
        "Plaintiff,",
        "v.",
        "ACME CORP.,",
        "Defendant.",
        "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS",
    ];

    public static readonly string[] SignatureLines =
    [
        "Respectfully submitted,",
        "/s/ Jane Roe",
        "Jane Roe",
        "State Bar No. 24012345",
        "ROE & PARTNERS, LLP",
        "500 Congress Ave.",
        "Austin, TX 78701",
        "(512) 555-0100",
        "jane@roe.example",
    ];

    public static readonly Caption Caption = new(
        ["Ann Smith"],
        ["Acme Corp."],
        "D-1-GN-25-000123",
        "IN THE DISTRICT COURT OF TRAVIS COUNTY, TEXAS"
    );

    public static readonly SignatureFields Signature = new(
        "Jane Roe",
        "24012345",
        "Roe & Partners, LLP",
        "500 Congress Ave.",
        "(512) 555-0100",
        "jane@roe.example"
    );
}
