using System.ComponentModel.DataAnnotations;
using Caselaw.Citations;
using ServiceDefaults.Http;

namespace Caselaw.Authorities;

/// <summary>A new authority.</summary>
/// <param name="Citation">How it is cited.</param>
/// <param name="Type">What it is; a citation that is recognised must be of that type.</param>
public sealed record NewAuthority([property: NotBlank, MaxCharacters(500)] string Citation, CitationType Type) : IRequestBody;

/// <summary>An authority. No two have the same normalised citation.</summary>
/// <param name="Citation">How it is cited.</param>
/// <param name="NormalizedCitation">What identifies it: for a case its volume, reporter and first page.</param>
public sealed record Authority(Guid Id, string Citation, CitationType Type, string NormalizedCitation, DateTimeOffset CreatedAt);
