using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>Formats by their RFCs.</summary>
[TestClass]
public sealed class SchemaFormatTests
{
    [TestMethod]
    [DataRow("date-time", "2024-02-29T23:59:59Z")]
    [DataRow("date-time", "2024-02-29t00:00:00.123456789z")]
    [DataRow("date-time", "2024-02-29T00:00:00+23:59")]
    [DataRow("date-time", "2024-02-29T00:00:00-23:59")]
    [DataRow("date-time", "1998-12-31T23:59:60Z")]
    [DataRow("date-time", "1998-12-31T15:59:60.123-08:00")]
    [DataRow("date-time", "1999-01-01T05:29:60+05:30")]
    [DataRow("date", "2024-02-29")]
    [DataRow("uuid", "2EB8AA08-AA98-11EA-B4AA-73B441D16380")]
    [DataRow("uri", "http://foo.bar/?baz=qux#quux")]
    [DataRow("uri", "urn:oasis:names:specification:docbook:dtd:xml:4.1.2")]
    [DataRow("uri", "ldap://[2001:db8::7]/c=GB?objectClass?one")]
    [DataRow("uri", "tel:+1-816-555-1212")]
    [DataRow("uri-reference", "/abc")]
    [DataRow("uri-reference", "")]
    public void A_text_is_of_its_format(string format, string text) => Assert.IsTrue(Has(format, text));

    [TestMethod]
    [DataRow("date-time", "2023-02-29T00:00:00Z")]
    [DataRow("date-time", "2024-02-29 00:00:00Z")]
    [DataRow("date-time", "2024-02-29T00:00:00")]
    [DataRow("date-time", "2024-02-29T24:00:00Z")]
    [DataRow("date-time", "2024-02-29T00:00:00+24:00")]
    [DataRow("date-time", "1998-12-31T23:58:60Z")]
    [DataRow("date-time", "1998-12-31T23:59:61Z")]
    [DataRow("date-time", "1998-12-31T23:59:60+01:00")]
    [DataRow("date-time", "2024-02-2\u0669T00:00:00Z")]
    [DataRow("date-time", "2024-02-29T00:00:00Z\n")]
    [DataRow("date", "2024-2-9")]
    [DataRow("uuid", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}")]
    [DataRow("uri", "/abc")]
    [DataRow("uri", "//foo.bar/?baz=qux")]
    [DataRow("uri", "http://foo.bar/a b")]
    [DataRow("uri", "http://foo.bar/%zz")]
    [DataRow("uri", "abc")]
    [DataRow("uri-reference", "\\\\WINDOWS\\fileshare")]
    public void A_text_is_not_of_its_format(string format, string text) => Assert.IsFalse(Has(format, text));

    private static bool Has(string format, string text) =>
        ContractFormats.Has(JsonSerializer.SerializeToElement(format), JsonSerializer.SerializeToElement(text));
}
