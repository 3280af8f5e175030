using Clients.Records;
using Contracts.Lists;

namespace Contracts.Records;

/// <summary>The templates of a jurisdiction.</summary>
[TestClass]
public sealed class TemplatePageTests() : ListContract("records")
{
    private readonly string _jurisdiction = $"t{Guid.NewGuid():N}";

    protected override string List => $"/api/templates?jurisdiction={_jurisdiction}";

    protected override IEnumerable<string> NotListed => ["document_json"];

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (
            await new RecordsClient(http, Cancel).CreateTemplateAsync(
                new NewTemplate
                {
                    Jurisdiction = _jurisdiction,
                    Description = "For all",
                    Variables = [new Variable("fee", "number", Default: "1", Description: "In dollars")],
                }
            )
        ).Id;

    protected override Task StoreOtherAsync(HttpClient http) =>
        new RecordsClient(http, Cancel).CreateTemplateAsync(new NewTemplate { Jurisdiction = _jurisdiction.ToUpperInvariant() });
}

/// <summary>The cases of a template.</summary>
[TestClass]
public sealed class CasePageTests() : ListContract("records")
{
    private Guid _template;

    protected override string List => $"/api/cases?template_id={_template}&status=open";

    protected override async Task PrepareAsync(HttpClient http) =>
        _template = (await new RecordsClient(http, Cancel).CreateTemplateAsync()).Id;

    protected override IEnumerable<string> NotListed => ["template"];

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (
            await new RecordsClient(http, Cancel).CreateCaseAsync(
                new NewCase
                {
                    TemplateId = _template,
                    FilingDate = new DateOnly(2024, 2, 29),
                    VariableValues = new Dictionary<string, string> { ["fee"] = "1" },
                }
            )
        ).Id;

    protected override Task StoreOtherAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateCaseAsync();
}

/// <summary>The drafts of a case.</summary>
[TestClass]
public sealed class DraftPageTests() : ListContract("records")
{
    private Guid _case;

    protected override string List => $"/api/drafts?case_id={_case}";

    protected override async Task PrepareAsync(HttpClient http) => _case = (await new RecordsClient(http, Cancel).CreateCaseAsync()).Id;

    protected override IEnumerable<string> NotListed => ["document_json", "content_json"];

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (await new RecordsClient(http, Cancel).CreateDraftAsync(caseId: _case)).Id;

    protected override Task StoreOtherAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateDraftAsync();
}
