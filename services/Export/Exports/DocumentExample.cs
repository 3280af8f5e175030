namespace Export.Exports;

/// <summary>A document for the contract: the rules of <see cref="Checking.DocumentChecks"/> go beyond what its schema can say.</summary>
internal static class DocumentExample
{
    public const string Body = """
        {
          "meta": {
            "id": "0198c0de-0000-7000-8000-000000000001", "title": "Motion to Compel", "type": "motion",
            "created_at": "2025-03-14T15:09:26Z", "updated_at": "2025-03-14T15:09:26Z", "source_file": "motion.docx"
          },
          "body": {
            "sections": [{
              "id": "0198c0de-0000-7000-8000-000000000002", "title": "ARGUMENT", "number": "I.", "level": 1, "type": "section",
              "children": [{
                "id": "0198c0de-0000-7000-8000-000000000003", "title": "Standard", "level": 2, "type": "section", "paragraphs": [], "children": []
              }],
              "paragraphs": [{
                "id": "0198c0de-0000-7000-8000-000000000004", "text": "See 42 U.S.C. § 1983.",
                "sentences": [{"id": "0198c0de-0000-7000-8000-000000000005", "start_offset": 0, "end_offset": 21, "text": "See 42 U.S.C. § 1983."}],
                "format_spans": [{"start_offset": 0, "end_offset": 3, "style": "italic"}]
              }]
            }]
          },
          "citations": [{
            "paragraph_id": "0198c0de-0000-7000-8000-000000000004", "text": "42 U.S.C. § 1983", "start": 4, "end": 20, "type": "statute",
            "components": {"title": 42, "code": "U.S.C.", "section": "1983"}
          }],
          "caseblock": {"plaintiffs": ["Ann Smith"], "defendants": ["Acme Corp."], "cause_number": "D-1-GN-25-000123", "court": "District Court of Travis County, Texas"},
          "signature_block": {"attorney_name": "Jane Roe", "bar_number": "24012345", "firm": "Roe & Partners, LLP", "email": "jane@roe.example"}
        }
        """;
}
