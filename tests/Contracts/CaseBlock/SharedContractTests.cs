using Contracts.BlockKit;

namespace Contracts.CaseBlock;

[TestClass]
public sealed class CaptionTemplateTests() : TemplateContract("caseblock", "court");

[TestClass]
public sealed class CaptionTemplateApprovalTests() : ApprovalContract("caseblock");

[TestClass]
public sealed class CaptionTemplateListTests() : TemplateListContract("caseblock");

[TestClass]
public sealed class CaptionTemplatePageTests() : BlockListContract("caseblock");

[TestClass]
public sealed class AnyTextAsCaptionTests() : ExtractionContract("caseblock");
