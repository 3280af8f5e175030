using System.Text;
using EvolveDb.Migration;

namespace IntegrationSuite.Migrations.Files;

/// <summary>The migrations of one database, read once, all problems at once: Evolve's own loader stops at the first.</summary>
public sealed class MigrationFolder : IMigrationLoader
{
    /// <summary>How files begin that are no migrations: <c>seed2.sql</c> holds rows of version 2, for tests to start from.</summary>
    private const string Seed = "seed";

    /// <summary><c>expect3.sql</c> and <c>expect3.undo.sql</c> hold queries for rows that are not what version 3, or its undo, was to make of them.</summary>
    private const string Expect = "expect";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private MigrationFolder(
        string path,
        IEnumerable<MigrationFile> files,
        IReadOnlyDictionary<string, string> placeholders,
        MigrationFormat format
    )
    {
        (Path, Placeholders, Format) = (path, placeholders, format);
        var byKind = files.ToLookup(file => file.Kind);
        Versioned = [.. byKind[MigrationKind.Versioned].OrderBy(file => file.Version)];
        Undo = [.. byKind[MigrationKind.Undo].OrderBy(file => file.Version)];
        Repeatable = [.. byKind[MigrationKind.Repeatable].OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Whose files they are.</summary>
    public MigrationFormat Format { get; }

    /// <summary>The values of Evolve's placeholders: by <c>name</c> what stands for <c>${name}</c>.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; }

    /// <summary>The <c>V</c> files, oldest first.</summary>
    public IReadOnlyList<MigrationFile> Versioned { get; }

    /// <summary>The <c>R</c> files, in the order of their names.</summary>
    public IReadOnlyList<MigrationFile> Repeatable { get; }

    /// <summary>The <c>U</c> files, oldest first.</summary>
    public IReadOnlyList<MigrationFile> Undo { get; }

    /// <summary>What Evolve calls its placeholders: <c>${name}</c> and what stands for it.</summary>
    internal Dictionary<string, string> PlaceholderTexts => TextsOf(Placeholders);

    /// <summary>The SQL of the seed file of a version.</summary>
    /// <returns>Null when there is none.</returns>
    public string? SeedOf(MigrationVersion version) => SqlOf($"{Seed}{version}.sql");

    /// <summary>The SQL of the queries for rows that are not what a version made of them.</summary>
    /// <param name="file">A <c>V</c> file or a <c>U</c> file.</param>
    /// <returns>Null when there is none.</returns>
    public string? ExpectationOf(MigrationFile file) => SqlOf(ExpectationNameOf(file));

    /// <summary>How the file of these queries is called.</summary>
    public static string ExpectationNameOf(MigrationFile file) =>
        $"{Expect}{file.Version}{(file.Kind == MigrationKind.Undo ? ".undo" : "")}.sql";

    /// <summary>The files up to a version, and the repeatables if it is the newest: they may rest on it.</summary>
    /// <param name="target">The version; null is the newest.</param>
    public MigrationFolder UpTo(MigrationVersion? target)
    {
        var reachesNewest = target is null || Versioned.Count == 0 || target >= Versioned[^1].Version;
        return reachesNewest
            ? this
            : new MigrationFolder(Path, [.. Versioned.Where(file => file.Version <= target), .. Undo], Placeholders, Format);
    }

    IEnumerable<MigrationScript> IMigrationLoader.GetMigrations() => Versioned;

    IEnumerable<MigrationScript> IMigrationLoader.GetRepeatableMigrations() => Repeatable;

    /// <summary>Reads a folder with the folders below it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="placeholders">By <c>name</c> what stands for <c>${name}</c> in the files. As in Evolve, a name that is not among them stays as it is.</param>
    /// <param name="format">Whose files they are; Evolve's unless said otherwise.</param>
    /// <exception cref="MigrationException">All its problems at once: no folder, unreadable names, two files of a version, an undo of nothing.</exception>
    public static MigrationFolder Read(
        string path,
        IReadOnlyDictionary<string, string>? placeholders = null,
        MigrationFormat? format = null
    )
    {
        var root = System.IO.Path.GetFullPath(path);
        var problems = new List<MigrationProblem>();
        var values = placeholders ?? new Dictionary<string, string>();
        var tool = format ?? MigrationFormat.Evolve;
        var folder = new MigrationFolder(root, ReadFiles(root, TextsOf(values), tool, problems), values, tool);
        problems.AddRange(Duplicates(folder.Versioned).Concat(Duplicates(folder.Undo)).Concat(Duplicates(folder.Repeatable)));
        problems.AddRange(folder.ExpectationsOfNothing());
        problems.AddRange(folder.Undo.Where(undo => !folder.Versioned.Any(file => file.Version == undo.Version)).Select(UndoOfNothing));
        return problems.Count == 0 ? folder : throw new MigrationException(problems);
    }

    private string? SqlOf(string fileName) =>
        System.IO.Path.Combine(Path, fileName) is var file && File.Exists(file)
            ? FilledText.Of(ReadText(file), PlaceholderTexts).Text
            : null;

    /// <summary>One that nobody would ever ask must not look like one that is fulfilled.</summary>
    private IEnumerable<MigrationProblem> ExpectationsOfNothing()
    {
        var known = Versioned.Concat(Undo).Select(ExpectationNameOf).ToHashSet();
        return from path in Directory.EnumerateFiles(Path, $"{Expect}*.sql", SearchOption.AllDirectories)
            where !known.Contains(System.IO.Path.GetRelativePath(Path, path))
            select new MigrationProblem(
                MigrationCodes.UnreadableName,
                $"{System.IO.Path.GetFileName(path)} expects something of no file. Name it {Expect}<version>.sql for V<version>__….sql, {Expect}<version>.undo.sql for its undo, beside {Path}.",
                path
            );
    }

    private static Dictionary<string, string> TextsOf(IReadOnlyDictionary<string, string> placeholders) =>
        placeholders.ToDictionary(pair => $"${{{pair.Key}}}", pair => pair.Value);

    private static List<MigrationFile> ReadFiles(
        string root,
        Dictionary<string, string> values,
        MigrationFormat format,
        List<MigrationProblem> problems
    )
    {
        var files = new List<MigrationFile>();
        try
        {
            foreach (var path in Directory.EnumerateFiles(root, "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var fileName = System.IO.Path.GetFileName(path);
                if (format.NameOf(fileName) is { } name)
                {
                    files.Add(new MigrationFile(name, path, ReadText(path), values, format));
                }
                else if (
                    format.IsOurs
                    && !fileName.StartsWith(Seed, StringComparison.Ordinal)
                    && !fileName.StartsWith(Expect, StringComparison.Ordinal)
                )
                {
                    problems.Add(UnreadableName(path));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new MigrationProblem(MigrationCodes.FolderUnreadable, $"The migrations cannot be read: {e.Message}", root),
                e
            );
        }

        return files;
    }

    private static string ReadText(string path)
    {
        try
        {
            var text = File.ReadAllText(path, StrictUtf8);
            return text.Contains('\0') ? throw NotUtf8(path, "it has null characters, as UTF-16 without a byte order mark has.") : text;
        }
        catch (DecoderFallbackException e)
        {
            throw NotUtf8(path, e.Message, e);
        }
    }

    private static MigrationException NotUtf8(string path, string why, Exception? inner = null) =>
        new(
            new MigrationProblem(
                MigrationCodes.FolderUnreadable,
                $"{System.IO.Path.GetFileName(path)} is not UTF-8: {why} Save it as UTF-8.",
                path
            ),
            inner
        );

    private static MigrationProblem UnreadableName(string path) =>
        new(
            MigrationCodes.UnreadableName,
            "This is no name of a migration. Name it V<version>__<words>.sql, R__<words>.sql or U<version>__<words>.sql, with two underscores.",
            path
        );

    private static IEnumerable<MigrationProblem> Duplicates(IEnumerable<MigrationFile> files) =>
        from file in files
        group file by file.Version is { } version ? string.Join('.', version.VersionParts) : file.Name into same
        where same.Count() > 1
        select new MigrationProblem(
            MigrationCodes.Duplicate,
            $"{string.Join(" and ", same.Select(file => file.Name))} are {(same.First().Version is { } version ? $"both version {version}" : "of one name")}. Rename one.",
            same.Last().Path
        );

    private static MigrationProblem UndoOfNothing(MigrationFile undo) =>
        new(
            MigrationCodes.UndoWithoutMigration,
            $"{undo.Name} takes back version {undo.Version}, but there is no V{undo.Version}__….sql. Give it its migration's version, or remove it.",
            undo.Path
        );
}
