using Clients.LegalDocuments;

namespace Clients.Docx;

/// <summary>A document's outline as text, so that a test shows at a glance what it expects.</summary>
public static class OutlineText
{
    /// <summary>A line a section: indented by depth, its number, its title, and how many paragraphs stand right below it.</summary>
    public static string Of(LegalDocument document) => string.Join('\n', document.Body.Sections.SelectMany(s => Lines(s, 0)));

    private static IEnumerable<string> Lines(Section section, int depth) =>
        section
            .Children.SelectMany(c => Lines(c, depth + 1))
            .Prepend(
                $"{new string(' ', 2 * depth)}{section.Number ?? "-"} {(section.Title.Length > 0 ? section.Title : section.Type)} ({section.Paragraphs.Count})"
            );
}
