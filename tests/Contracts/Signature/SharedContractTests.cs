using Contracts.BlockKit;

namespace Contracts.Signature;

[TestClass]
public sealed class SignatureTemplateTests() : TemplateContract("signature", "attorney_name");

[TestClass]
public sealed class SignatureTemplateApprovalTests() : ApprovalContract("signature");

[TestClass]
public sealed class SignatureTemplateListTests() : TemplateListContract("signature");

[TestClass]
public sealed class SignatureTemplatePageTests() : BlockListContract("signature");

[TestClass]
public sealed class AnyTextAsSignatureTests() : ExtractionContract("signature");
