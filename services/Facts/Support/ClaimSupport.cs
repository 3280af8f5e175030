using ServiceDefaults.Http;

namespace Facts.Support;

/// <summary>Links an exhibit to a claim.</summary>
/// <param name="ExhibitId">The exhibit; it must be known to the Exhibits service.</param>
public sealed record NewClaimExhibit(Guid ExhibitId) : IRequestBody;

/// <summary>What a claim is supported by.</summary>
/// <param name="HasSupport">Whether there is any exhibit.</param>
/// <param name="Exhibits">The linked exhibits that still exist, first linked first.</param>
public sealed record ClaimSupport(bool HasSupport, IReadOnlyList<SupportingExhibit> Exhibits);

/// <summary>An exhibit, as the Exhibits service has it now.</summary>
public sealed record SupportingExhibit(Guid Id, string Title);
