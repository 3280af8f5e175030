using System.Text.Json;

namespace Export.Sources;

/// <summary>What Export needs of a draft, as Records holds it.</summary>
internal sealed record Draft(Guid Id, Guid CaseId, string Title, int Version, JsonElement DocumentJson);
