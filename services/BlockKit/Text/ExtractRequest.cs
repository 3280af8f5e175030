using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace BlockKit.Text;

/// <summary>The text to look through.</summary>
/// <param name="Paragraphs">In the order of the document; a paragraph may hold line breaks. A whole document of some hundred pages fits.</param>
public sealed record ExtractRequest([property: MaxLength(20_000), EachMaxLength(100_000)] IReadOnlyList<string> Paragraphs) : IRequestBody;
