namespace BlockKit.Layout;

/// <summary>
/// Fills a layout. A line with a placeholder that has no value is left out; a placeholder with several values
/// repeats its line for each; where two lists meet in a line, the shorter ends in blanks.
/// </summary>
public static class LayoutRenderer
{
    /// <summary>Fills a layout.</summary>
    /// <param name="lines">The template's lines.</param>
    /// <param name="values">Placeholder → its values; none, one or several.</param>
    public static FormattedBlock Render(IReadOnlyList<LayoutLine> lines, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        new([.. lines.SelectMany(line => Render(line, values))]);

    private static IEnumerable<FormattedLine> Render(LayoutLine line, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var counts = Placeholders.In(line.Text).Select(name => values[name].Count).DefaultIfEmpty(1).ToList();
        var times = counts.Contains(0) ? 0 : counts.Max();
        return Enumerable
            .Range(0, times)
            .Select(row => Placeholders.Fill(line.Text, name => Value(values[name], row)))
            .Select(text => new FormattedLine(text.TrimEnd(), line.Align));
    }

    private static string Value(IReadOnlyList<string> values, int row) =>
        values.Count == 1 ? values[0] : values.ElementAtOrDefault(row) ?? "";
}
