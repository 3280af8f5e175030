using System.ComponentModel.DataAnnotations;
using BlockKit.Layout;
using ServiceDefaults.Http;

namespace BlockKit.Templates;

/// <summary>What a caller says of a template, whole, when it is made and when it is changed.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Lines">The layout, from top to bottom.</param>
public sealed record TemplateBody(
    [property: NotBlank, MinLength(1), MaxCharacters(200)] string Name,
    [property: MinLength(1), MaxLength(100)] IReadOnlyList<LayoutLine> Lines
) : IRequestBody;
