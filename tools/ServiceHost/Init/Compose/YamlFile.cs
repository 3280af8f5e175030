using IntegrationSuite.ServiceHost.Init.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>Reads a YAML file into <see cref="PlacedYaml"/>.</summary>
/// <remarks>Event by event: what is nested without end, or grows by its aliases, is refused before it costs anything.</remarks>
internal sealed class YamlFile
{
    private const int MostDepth = 64;
    private const long MostWeight = 2 << 20; // twice the largest file
    private static readonly string[] s_nulls = ["", "~", "null", "Null", "NULL"];

    private readonly string _file;
    private readonly Parser _parser;
    private long _weight;
    private readonly Dictionary<AnchorName, PlacedYaml> _anchors = [];

    private YamlFile(string file) => (_file, _parser) = (file, new Parser(new StringReader(InputFile.Text(file))));

    /// <summary>Reads its first document.</summary>
    /// <exception cref="Client.SuiteException">It is malformed, with its place: SUITE118.</exception>
    public static PlacedYaml Read(string file)
    {
        try
        {
            return new YamlFile(file).ReadDocument();
        }
        catch (YamlException e)
        {
            throw InputFile.Wrong(file, $"It is no valid YAML: {e.Message}", (int)e.Start.Line, (int)e.Start.Column);
        }
    }

    private PlacedYaml ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            throw InputFile.Wrong(_file, "It is empty.");
        }
        return ReadValue(0);
    }

    private PlacedYaml ReadValue(int depth)
    {
        if (depth > MostDepth)
        {
            throw Wrong(_parser.Current!, $"It is nested more than {MostDepth} deep.");
        }
        return _parser.Consume<ParsingEvent>() switch
        {
            AnchorAlias alias => Counted(
                alias,
                _anchors.GetValueOrDefault(alias.Value) ?? throw Wrong(alias, $"The anchor '{alias.Value}' is not there, or holds itself.")
            ),
            Scalar scalar => Anchored(scalar, new PlacedYaml(LineOf(scalar), IsNull(scalar) ? null : scalar.Value)),
            SequenceStart start => Anchored(start, ReadItems(start, depth)),
            MappingStart start => Anchored(start, ReadMembers(start, depth)),
            var other => throw Wrong(other, "A value is missing."),
        };
    }

    private PlacedYaml ReadItems(SequenceStart start, int depth)
    {
        var items = new List<PlacedYaml>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(depth + 1));
        }
        return new PlacedYaml(LineOf(start), Items: items);
    }

    private PlacedYaml ReadMembers(MappingStart start, int depth)
    {
        var (members, merged) = (new Dictionary<string, PlacedYaml>(), new List<PlacedYaml>());
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Current as Scalar ?? throw Wrong(_parser.Current!, "A key must be a text.");
            _parser.MoveNext();
            var value = ReadValue(depth + 1) with { Line = LineOf(key) };
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged.AddRange(value.AsList);
            }
            else if (!members.TryAdd(key.Value, value))
            {
                throw Wrong(key, $"The key '{key.Value}' stands there twice.");
            }
        }
        merged.ForEach(other => Merge(start, other, members));
        return new PlacedYaml(LineOf(start), Members: members);
    }

    private void Merge(MappingStart start, PlacedYaml other, Dictionary<string, PlacedYaml> members)
    {
        if (other.Members is null)
        {
            throw Wrong(start, "Only mappings can be merged ('<<').");
        }
        foreach (var (key, value) in other.Members)
        {
            members.TryAdd(key, value);
        }
    }

    // What stands for much, again and again, would cost time and memory wherever it is looked at.
    private PlacedYaml Counted(AnchorAlias alias, PlacedYaml value) =>
        (_weight += value.Weight) <= MostWeight
            ? value
            : throw Wrong(alias, "Its aliases stand for too much: more than two million characters.");

    private PlacedYaml Anchored(NodeEvent node, PlacedYaml value) => node.Anchor.IsEmpty ? value : _anchors[node.Anchor] = value;

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && s_nulls.Contains(scalar.Value);

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    private Client.SuiteException Wrong(ParsingEvent at, string message) =>
        InputFile.Wrong(_file, message, LineOf(at), (int)at.Start.Column);
}
