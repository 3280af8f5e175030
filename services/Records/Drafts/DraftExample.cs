namespace Records.Drafts;

/// <summary>A draft for the contract: its document is a LegalDocument that can be exported.</summary>
internal static class DraftExample
{
    public const string Body = """
        {
          "case_id": "0198c0de-0000-7000-8000-000000000001",
          "title": "Motion to Compel",
          "document_json": {
            "meta": {
              "id": "0198c0de-0000-7000-8000-000000000002", "title": "Motion to Compel", "type": "motion",
              "created_at": "2025-03-14T15:09:26Z", "updated_at": "2025-03-14T15:09:26Z"
            },
            "body": {
              "sections": [{
                "id": "0198c0de-0000-7000-8000-000000000003", "title": "ARGUMENT", "level": 1, "type": "section", "children": [],
                "paragraphs": [{
                  "id": "0198c0de-0000-7000-8000-000000000004", "text": "See Brown v. Board of Education, 347 U.S. 483 (1954).", "sentences": [], "format_spans": []
                }]
              }]
            },
            "citations": []
          }
        }
        """;
}
