namespace Facts.Sentences;

/// <summary>Gives sentences their ids: the best match among the known ones, each used once, else a new one.</summary>
internal sealed class SentenceIds
{
    /// <summary>From here on a sentence is the same one, edited.</summary>
    private const double SameSentence = 0.8;

    private readonly IReadOnlyList<string> _sentences;
    private readonly IReadOnlyList<KnownSentence> _known;
    private readonly Guid?[] _ids;
    private readonly HashSet<Guid> _taken = [];

    private SentenceIds(IReadOnlyList<string> sentences, IReadOnlyList<KnownSentence> known) =>
        (_sentences, _known, _ids) = (sentences, known, new Guid?[sentences.Count]);

    public static Guid[] Assign(IReadOnlyList<string> sentences, IReadOnlyList<KnownSentence> known, CancellationToken cancel)
    {
        var ids = new SentenceIds(sentences, known);
        ids.TakeEqual();
        ids.TakeSimilar(cancel);
        return [.. ids._ids.Select(id => id ?? AscendingIds.Next())];
    }

    /// <summary>Nothing matches better than the same text, which is what most sentences have.</summary>
    private void TakeEqual()
    {
        var byText = _known
            .GroupBy(known => known.Text)
            .ToDictionary(group => group.Key, group => new Queue<Guid>(group.Select(known => known.Id)));
        for (var i = 0; i < _sentences.Count; i++)
        {
            if (byText.TryGetValue(_sentences[i], out var ids) && ids.TryDequeue(out var id))
            {
                _ids[i] = id;
                _taken.Add(id);
            }
        }
    }

    private void TakeSimilar(CancellationToken cancel)
    {
        foreach (var match in Matches(cancel).OrderByDescending(m => m.Similarity).ThenBy(m => m.Sentence).ThenBy(m => m.Known))
        {
            var id = _known[match.Known].Id;
            if (_ids[match.Sentence] is null && _taken.Add(id))
            {
                _ids[match.Sentence] = id;
            }
        }
    }

    private IEnumerable<Match> Matches(CancellationToken cancel)
    {
        for (var j = 0; j < _known.Count; j++)
        {
            if (_taken.Contains(_known[j].Id))
            {
                continue; // no mutants: it saves time alone, as each id is taken once
            }

            cancel.ThrowIfCancellationRequested();
            var text = _known[j].Text;
            var distance = new EditDistance(text);
            for (var i = 0; i < _sentences.Count; i++)
            {
                var (shorter, longer) = (Math.Min(text.Length, _sentences[i].Length), Math.Max(text.Length, _sentences[i].Length));
                // Lengths rule most pairs out without a look at the texts.
                if (
                    _ids[i] is null
                    && shorter >= SameSentence * longer
                    && 1 - ((double)distance.To(_sentences[i]) / longer) is >= SameSentence and var similarity
                )
                {
                    yield return new Match(i, j, similarity);
                }
            }
        }
    }

    private readonly record struct Match(int Sentence, int Known, double Similarity);
}
