namespace LegalDocuments.Docx;

/// <summary>
/// The tags of the content controls (ECMA-376, 17.5.2) that Export puts around the values of a caption and a signature block.
/// Ingestion reads a marked value as it stands, where a foreign document's must be found by CaseBlock and Signature.
/// </summary>
public static class ContentTags
{
    /// <summary>A plaintiff's name.</summary>
    public const string Plaintiff = "caseblock.plaintiff";

    /// <summary>A defendant's name.</summary>
    public const string Defendant = "caseblock.defendant";

    /// <summary>The cause number.</summary>
    public const string CauseNumber = "caseblock.cause_number";

    /// <summary>The court.</summary>
    public const string Court = "caseblock.court";

    /// <summary>The attorney's name.</summary>
    public const string AttorneyName = "signature_block.attorney_name";

    /// <summary>The bar number.</summary>
    public const string BarNumber = "signature_block.bar_number";

    /// <summary>The firm.</summary>
    public const string Firm = "signature_block.firm";

    /// <summary>The postal address.</summary>
    public const string Address = "signature_block.address";

    /// <summary>The telephone number.</summary>
    public const string Phone = "signature_block.phone";

    /// <summary>The e-mail address.</summary>
    public const string Email = "signature_block.email";
}
