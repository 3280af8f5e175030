using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Records.Documents;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Records.Templates;

/// <summary>A document to start from, with variables in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">What kind of document it is, such as <c>motion</c>.</param>
/// <param name="Jurisdiction">Where it is filed, such as <c>TX</c>.</param>
/// <param name="CourtLevel">Before which courts, such as <c>district</c>.</param>
/// <param name="Description">What it is for.</param>
/// <param name="DocumentJson">The document.</param>
/// <param name="Variables">What differs from case to case.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record Template(
    Guid Id,
    string Name,
    string Category,
    string Jurisdiction,
    string CourtLevel,
    JsonObject DocumentJson,
    IReadOnlyList<Variable> Variables,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Description = null
);

/// <summary>A template as a list shows it: all but the document.</summary>
/// <inheritdoc cref="Template" path="/param" />
public sealed record TemplateSummary(
    Guid Id,
    string Name,
    string Category,
    string Jurisdiction,
    string CourtLevel,
    IReadOnlyList<Variable> Variables,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Description = null
);

/// <summary>A template to be.</summary>
/// <inheritdoc cref="Template" path="/param" />
public sealed record NewTemplate(
    [property: NotBlank, MinLength(1), MaxCharacters(200)] string Name,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string Category,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string Jurisdiction,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string CourtLevel,
    [property: StorableJson] JsonObject DocumentJson,
    [property:
        Examples(
            """[[], [{"name": "court", "type": "text"}, {"name": "amount", "type": "number", "default": "1500.00", "required": false, "description": "In dollars"}]]"""
        ),
        MaxLength(100)
    ]
        IReadOnlyList<Variable> Variables,
    [property: MaxCharacters(2000)] string? Description = null
) : IRequestBody;

/// <summary>What changes in a template; what is absent or null stays. Drafts that exist already do not change.</summary>
/// <inheritdoc cref="Template" path="/param" />
public sealed record TemplateChange(
    [property: NotBlank, MinLength(1), MaxCharacters(200)] string? Name = null,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string? Category = null,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string? Jurisdiction = null,
    [property: NotBlank, MinLength(1), MaxCharacters(100)] string? CourtLevel = null,
    [property: StorableJson] JsonObject? DocumentJson = null,
    [property:
        Examples(
            """[[], [{"name": "court", "type": "text"}, {"name": "amount", "type": "number", "default": "1500.00", "required": false, "description": "In dollars"}]]"""
        ),
        MaxLength(100)
    ]
        IReadOnlyList<Variable>? Variables = null,
    [property: MaxCharacters(2000)] string? Description = null
) : IRequestBody;
