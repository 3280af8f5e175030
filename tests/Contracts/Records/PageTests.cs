using Clients.Records;
using Contracts.Lists;

namespace Contracts.Records;

/// <summary>The templates of a jurisdiction.</summary>
[TestClass]
public sealed class TemplatePageTests() : ListContract("records")
{
    private readonly string _jurisdiction = $"t{Guid.NewGuid():N}";

    protected override string List => $"/api/templates?jurisdiction={_jurisdiction}";

    protected override Task StoreAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateTemplateAsync(new NewTemplate { Jurisdiction = _jurisdiction });

    protected override Task StoreOtherAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateTemplateAsync(new NewTemplate { Jurisdiction = _jurisdiction.ToUpperInvariant() });
}

/// <summary>The cases of a template.</summary>
[TestClass]
public sealed class CasePageTests() : ListContract("records")
{
    private Guid _template;

    protected override string List => $"/api/cases?template_id={_template}&status=open";

    protected override async Task PrepareAsync(HttpClient http) => _template = (await new RecordsClient(http, Cancel).CreateTemplateAsync()).Id;

    protected override Task StoreAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateCaseAsync(new NewCase { TemplateId = _template });

    protected override Task StoreOtherAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateCaseAsync();
}

/// <summary>The drafts of a case.</summary>
[TestClass]
public sealed class DraftPageTests() : ListContract("records")
{
    private Guid _case;

    protected override string List => $"/api/drafts?case_id={_case}";

    protected override async Task PrepareAsync(HttpClient http) => _case = (await new RecordsClient(http, Cancel).CreateCaseAsync()).Id;

    protected override Task StoreAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateDraftAsync(caseId: _case);

    protected override Task StoreOtherAsync(HttpClient http) => new RecordsClient(http, Cancel).CreateDraftAsync();
}
