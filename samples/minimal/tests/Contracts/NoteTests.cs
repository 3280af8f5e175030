using System.Net.Http.Json;

[TestClass]
public sealed class NoteTests
{
    private readonly HttpClient _notes = new() { BaseAddress = Suite.Url("notes") };

    [TestMethod]
    public async Task An_empty_note_is_refused() => Assert.AreEqual(400, (int)(await _notes.PostAsJsonAsync("/notes", "")).StatusCode);
}
