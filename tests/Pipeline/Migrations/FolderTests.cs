using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;

namespace Pipeline.Migrations;

[TestClass]
public sealed class FolderTests
{
    [TestMethod]
    [DataRow("V1__a.sql", "1", "a")]
    [DataRow("V1_2__a_b.sql", "1.2", "a b")]
    [DataRow("V01.02__create_x__y.sql", "01.02", "create x  y")]
    public void A_name_gives_version_and_description(string name, string version, string description)
    {
        using var folder = new ScratchFolder();
        var file = MigrationFolder.Read(folder.With(name, "").Path).Versioned.Single();

        Assert.AreEqual((version, description), (file.Version!.Label, file.Description));
    }

    [TestMethod]
    [DataRow("V1_a.sql")]
    [DataRow("V__a.sql")]
    [DataRow("V1__.sql")]
    [DataRow("Vx__a.sql")]
    [DataRow("V1.__a.sql")]
    [DataRow("V-1__a.sql")]
    [DataRow("V0__a.sql")]
    [DataRow("V1x2__a.sql")]
    [DataRow("V99999999999999999999__a.sql")]
    [DataRow("R1__a.sql")]
    [DataRow("v1__a.sql")]
    [DataRow("create.sql")]
    public void A_name_outside_the_grammar_is_an_error(string name)
    {
        using var folder = new ScratchFolder();

        Assert.AreEqual(MigrationCodes.UnreadableName, ProblemsOf(folder.With(name, "")).Single().Code);
    }

    [TestMethod]
    public void Two_files_of_one_version_are_an_error_however_it_is_written()
    {
        using var folder = new ScratchFolder();

        var problem = ProblemsOf(folder.With("V1__a.sql", "").With("V01__b.sql", "")).Single();

        Assert.AreEqual(MigrationCodes.Duplicate, problem.Code);
        StringAssert.Contains(problem.Message, "V01__b.sql and V1__a.sql");
    }

    [TestMethod]
    public void An_undo_without_its_migration_is_an_error()
    {
        using var folder = new ScratchFolder();

        Assert.AreEqual(MigrationCodes.UndoWithoutMigration, ProblemsOf(folder.With("U1__a.sql", "")).Single().Code);
    }

    [TestMethod]
    public void All_problems_of_a_folder_come_at_once()
    {
        using var folder = new ScratchFolder();

        Assert.HasCount(3, ProblemsOf(folder.With("U1__a.sql", "").With("nothing.sql", "").With("V2__a.sql", "").With("V2__b.sql", "")));
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_an_error()
    {
        var problem = Assert.ThrowsExactly<MigrationException>(() => MigrationFolder.Read("/no/such/folder")).Problems.Single();

        Assert.AreEqual((MigrationCodes.FolderUnreadable, "/no/such/folder"), (problem.Code, problem.File));
    }

    [TestMethod]
    public void Folders_below_and_other_files_are_as_in_Evolve()
    {
        using var folder = new ScratchFolder();

        var read = MigrationFolder.Read(folder.With("2024/V1__a.sql", "").With("readme.md", "").With("seed1.sql", "").Path);

        Assert.AreEqual("V1__a.sql", read.Versioned.Single().Name);
    }

    [TestMethod]
    [DataRow("", "D41D8CD98F00B204E9800998ECF8427E")]
    [DataRow("SELECT 1;\n", "2BDF1665F56C0CE5B966D9C60A7F7EAC")]
    [DataRow("SELECT 'ä€🦉';\r\nSELECT ${placeholder};\r\n", "0360EE35A2A094F945A02FBC60CAF920")]
    public void A_checksum_is_Evolves(string text, string checksum)
    {
        using var folder = new ScratchFolder();

        Assert.AreEqual(checksum, MigrationFolder.Read(folder.With("V1__a.sql", text).Path).Versioned.Single().CalculateChecksum());
    }

    [TestMethod]
    [DataRow("utf-16")]
    [DataRow("utf-16BE")]
    public void UTF_16_with_a_byte_order_mark_is_read_as_in_Evolve(string encoding)
    {
        using var folder = new ScratchFolder();
        var text = "SELECT 'ä€🦉';\r\nSELECT ${placeholder};\r\n";

        var file = MigrationFolder.Read(folder.With("V1__a.sql", text, encoding).Path).Versioned.Single();

        Assert.AreEqual((text, "0360EE35A2A094F945A02FBC60CAF920"), (file.Content, file.CalculateChecksum()));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void UTF_16_without_a_byte_order_mark_is_an_error(bool bigEndian)
    {
        using var folder = new ScratchFolder();
        var bytes = new System.Text.UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("SELECT 1;");
        File.WriteAllBytes(Path.Combine(folder.Path, "V1__a.sql"), bytes);

        var problem = ProblemsOf(folder).Single();

        Assert.AreEqual((MigrationCodes.FolderUnreadable, Path.Combine(folder.Path, "V1__a.sql")), (problem.Code, problem.File));
        StringAssert.Contains(problem.Message, "UTF-16 without a byte order mark");
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("-- nothing\r/* at all; */ ;\n", true)]
    [DataRow("-- something\rSELECT 1", false)]
    public void A_file_without_a_statement_is_known(string text, bool empty)
    {
        using var folder = new ScratchFolder();

        Assert.AreEqual(empty, MigrationFolder.Read(folder.With("V1__a.sql", text).Path).Versioned.Single().IsEmpty);
    }

    private static IReadOnlyList<MigrationProblem> ProblemsOf(ScratchFolder folder) =>
        Assert.ThrowsExactly<MigrationException>(() => MigrationFolder.Read(folder.Path)).Problems;
}
