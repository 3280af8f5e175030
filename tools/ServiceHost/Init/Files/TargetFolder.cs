using System.Text;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Init.Files;

/// <summary>The folder that is written to.</summary>
/// <remarks>A file is there whole or not at all; one that is there already is never lost, and no link is followed.</remarks>
/// <param name="root">The folder.</param>
internal sealed class TargetFolder(string root)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder itself.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>A file of it.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Whether something of that name is there, be it a link that leads nowhere.</summary>
    public bool Has(string relative) =>
        new FileInfo(PathOf(relative)) is var file && (file.Exists || file.LinkTarget is not null || Directory.Exists(file.FullName));

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="SuiteException">It is there, a link is in its way, or it can't be written: SUITE119.</exception>
    public void Create(string relative, string text) => Write(relative, s_utf8.GetBytes(text), replace: false);

    /// <summary>Writes a file, which may be there already.</summary>
    /// <exception cref="SuiteException">It is a link, or can't be written: SUITE119.</exception>
    public void Replace(string relative, byte[] content) => Write(relative, content, replace: true);

    /// <summary>The same with a text.</summary>
    public void Replace(string relative, string text) => Replace(relative, s_utf8.GetBytes(text));

    private void Write(string relative, byte[] content, bool replace)
    {
        var path = PathOf(relative);
        RefuseLinks(relative);
        try
        {
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
            var next = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
            try
            {
                using (var stream = new FileStream(next, FileMode.CreateNew, FileAccess.Write))
                {
                    stream.Write(content);
                }
                File.Move(next, path, replace);
            }
            finally
            {
                File.Delete(next); // moved, it is no longer there
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e.Message);
        }
    }

    // A repository from elsewhere may have 'tests' lead into its owner's home.
    private void RefuseLinks(string relative)
    {
        var at = Root;
        foreach (var part in relative.Split('/'))
        {
            at = Path.Combine(at, part);
            if (part is ".." or "." || new FileInfo(at).LinkTarget is not null)
            {
                throw Unwritable(PathOf(relative), $"'{at}' is a link");
            }
        }
    }

    private static SuiteException Unwritable(string path, string why) =>
        new(
            new SuiteError(
                ErrorCodes.OutputUnwritable,
                $"It can't be written: {HarmlessText.OneLine(why)}. What was there is as it was.",
                File: path,
                Line: 1,
                Column: 1
            )
        );
}
