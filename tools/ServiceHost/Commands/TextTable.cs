using Spectre.Console;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary>Columns of text, for people and for <c>grep</c>: no colours, no frames, no line broken.</summary>
internal static class TextTable
{
    /// <summary>Wider than any row: a line that is broken at the terminal's width is found by no <c>grep</c>.</summary>
    private const int Width = 100_000;

    /// <summary>The rows, two blanks between their columns; all have the same number of cells.</summary>
    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var grid = new Grid();
        foreach (var _ in rows[0])
        {
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var row in rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        using var written = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(written),
            }
        );
        console.Profile.Width = Width;
        console.Write(grid);
        return string.Join(Environment.NewLine, written.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }
}
