using System.Text.Json.Nodes;
using Clients;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Laws;

/// <summary>What holds for every text that a service stores.</summary>
[TestClass]
public sealed class StoredTextTests : ServiceTest
{
    private const string Letters = "É e\u0301 Å A\u030a ﬁ İ ı ſ ß ẞ Ω Ω Ⅳ ²"; // Equal to some other text once folded or normalised.
    private const string Symbols = "👩🏽‍⚖️ 𝄞 \u202e\u200b\u00ad\ufeff <b>&amp;</b> \"'\\ {0} %s $1 --; null";
    private const string Controls = "a\u0001\u0008\u001b\u001f\u007f\u0085b\r\nc\rd\ve\ff";

    private Services Services => new(Client, Cancel);

    public static IEnumerable<(string Operation, string Field)> Fields => FieldsWhere(_ => true);

    public static IEnumerable<(string Operation, string Field)> BoundedFields => FieldsWhere(text => text.Longest > 0);

    public static IEnumerable<(string Operation, string Field)> WordyFields => FieldsWhere(text => !text.MayBeBlank);

    public static IEnumerable<(string Operation, string Field)> BlankFields => FieldsWhere(text => text.MayBeBlank);

    [TestMethod]
    [DynamicData(nameof(Fields))]
    public async Task A_text_is_kept_letter_by_letter(string operation, string field)
    {
        var writer = await WriterAsync(operation);

        foreach (var text in new[] { $" \u3000\t{Letters}{Unique()}\n\u00a0 ", $"  {Unique()}  {Symbols}", $"{Controls}{Unique()}" })
        {
            AssertKept(text, await writer.StoreAsync(field, text), operation, field);
        }
    }

    [TestMethod]
    [DynamicData(nameof(BoundedFields))]
    public async Task A_text_of_as_many_characters_as_allowed_is_taken_and_one_more_is_not(string operation, string field)
    {
        var writer = await WriterAsync(operation);
        var longest = Field(operation, field).Longest;

        foreach (var character in new[] { "x", "😀" })
        {
            var text = Unique() + string.Concat(Enumerable.Repeat(character, longest - Unique().Length));
            AssertKept(text, await writer.StoreAsync(field, text), operation, field);
            await ExpectRefusedAsync(writer.SendAsync(field, text + character), operation, field);
        }
    }

    [TestMethod]
    [DynamicData(nameof(WordyFields))]
    public async Task A_text_of_nothing_but_white_space_is_refused(string operation, string field)
    {
        var writer = await WriterAsync(operation);

        foreach (var blank in new[] { "", " ", "\t\r\n", "\u00a0", "\u2003\u3000" })
        {
            await ExpectRefusedAsync(writer.SendAsync(field, blank), operation, field);
        }
    }

    [TestMethod]
    [DynamicData(nameof(BlankFields))]
    public async Task Where_a_text_may_be_blank_it_stays_as_blank_as_it_was(string operation, string field)
    {
        var writer = await WriterAsync(operation);

        foreach (var blank in new[] { "", " ", "\n\u00a0" })
        {
            AssertKept(blank, await writer.StoreAsync(field, blank), operation, field);
        }
    }

    private static IEnumerable<(string Operation, string Field)> FieldsWhere(Func<TextField, bool> holds) =>
        Writings.All.SelectMany(writing => writing.Texts.Where(holds).Select(field => (writing.ToString(), field.Place)));

    private static TextField Field(string operation, string field) => Writings.Find(operation).Texts.Single(text => text.Place == field);

    private static string Unique() => $"{Guid.CreateVersion7()}";

    private Task<Writer> WriterAsync(string operation) => Writer.PrepareAsync(Services, Writings.Find(operation), Cancel);

    private static void AssertKept(string text, JsonObject stored, string operation, string field) =>
        Assert.AreEqual(text, (string?)Members.At(stored, field), $"{operation} did not keep {field} as it was sent.");

    private static async Task ExpectRefusedAsync(Task<HttpResponseMessage> sent, string operation, string field)
    {
        var problem = await sent.ExpectProblemAsync(400);
        Assert.AreEqual(field, problem.Errors!.Keys.Single(), $"{operation} refused something else: {problem.Detail}");
    }
}
