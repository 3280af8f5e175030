using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>What of a Compose file could not be carried over, a line each with its place.</summary>
/// <param name="file">The file.</param>
internal sealed class ComposeNotes(string file)
{
    private readonly List<(int Line, string Text)> _notes = [];

    /// <summary>In the file's order, each once.</summary>
    public IReadOnlyList<string> Lines =>
        [
            .. _notes
                .OrderBy(note => note.Line)
                .Select(note => $"{Path.GetFileName(file)}({note.Line}): {HarmlessText.OneLine(note.Text, 300)}")
                .Distinct(),
        ];

    /// <summary>Adds one.</summary>
    public void Add(PlacedYaml at, string text) => _notes.Add((at.Line, text));

    /// <summary>Something is not as Compose has it.</summary>
    public SuiteException Wrong(PlacedYaml at, string message) => InputFile.Wrong(file, message, at.Line);
}
