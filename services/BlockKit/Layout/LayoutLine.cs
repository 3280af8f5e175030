using ServiceDefaults.Http;

namespace BlockKit.Layout;

/// <summary>One line of a template.</summary>
/// <param name="Text">Literal text with <c>{{placeholders}}</c>; how they are filled says <see cref="LayoutRenderer"/>.</param>
/// <param name="Align">Where the line stands.</param>
public sealed record LayoutLine([property: MaxCharacters(500)] string Text, Alignment Align = Alignment.Left);
