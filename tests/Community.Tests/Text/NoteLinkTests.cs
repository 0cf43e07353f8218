using Community.Text;

namespace Community.Tests.Text;

/// <summary>Links to notes as they are typed, and as they are stored.</summary>
public sealed class NoteLinkTests
{
    static readonly RenderOptions Options = new() { Prefix = "p", LinksNotes = true };

    [Theory]
    [InlineData("See [[Lost books]].", "See <a class=\"note-link\" href=\"/notes/named?title=Lost%20books\">Lost books</a>.")]
    [InlineData("[[ Lost  books |what we do]]", "<a class=\"note-link\" href=\"/notes/named?title=Lost%20books\">what we do</a>")]
    [InlineData("[[note:17]] and [[note:17|this]]", "<a class=\"note-link\" href=\"/notes/17\">/notes/17</a> and <a class=\"note-link\" href=\"/notes/17\">this</a>")]
    [InlineData("[[R&D <b> \"x\"]]", "<a class=\"note-link\" href=\"/notes/named?title=R%26D%20%3Cb%3E%20%22x%22\">R&amp;D &lt;b&gt; &quot;x&quot;</a>")]
    [InlineData("| a |\n|---|\n| [[x|shown]] |", "<td><a class=\"note-link\" href=\"/notes/named?title=x\">shown</a></td>")]
    public void A_title_in_double_brackets_is_a_link_that_depends_on_no_row(string typed, string stored) =>
        Assert.Contains(stored, Markdown.Render(typed, Options).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("[[7,1,3]]")]
    [InlineData("[[ ]]")]
    [InlineData("[[a\nb]]")]
    [InlineData("[[a]")]
    [InlineData("`[[a]]`")]
    [InlineData("\\[[a]]")]
    [InlineData("[[a|]]")]
    [InlineData("    [[a]]")]
    public void Other_brackets_stay_what_they_are(string typed)
    {
        var rendered = Markdown.Render(typed, Options);

        Assert.DoesNotContain("<a", rendered.Html, StringComparison.Ordinal);
        Assert.Empty(rendered.NoteTitles);
    }

    [Fact]
    public void Texts_of_other_programs_mean_something_else_by_it() => Assert.DoesNotContain("<a", Markdown.Render("[[x]]").Html, StringComparison.Ordinal);

    [Fact]
    public void A_link_within_a_link_is_its_words() => Assert.Equal("<p><a href=\"https://a.example\" rel=\"nofollow noopener ugc\">x y z</a></p>", Markdown.Render("[x [[y]] z](https://a.example)", Options).Html.Trim());

    [Fact]
    public void What_a_quotation_links_to_is_not_the_texts_own() =>
        Assert.Equal(["mine"], Markdown.Render("> [!quote post=3 rev=1]\n> [[theirs]]\n\n[[mine]] [[mine]]", Options).NoteTitles);

    [Theory]
    [InlineData(4, "Lost books", true, "[[Lost books]]")]
    [InlineData(4, "Lost books", false, "[[note:4]]")]
    [InlineData(4, "Lists [a, b]", true, "[[note:4]]")]
    public void What_is_completed_leads_to_the_note(long id, string title, bool isUnique, string written) => Assert.Equal(written, NoteLinkForm.Written(id, title, isUnique));

    [Fact]
    public void Thousands_of_brackets_cost_little()
    {
        var begun = System.Diagnostics.Stopwatch.StartNew();
        Markdown.Render(string.Concat(Enumerable.Repeat("[[a]] ", 10_000)), Options);
        try { Markdown.Render(string.Concat(Enumerable.Repeat("[[", 30_000)), Options); }
        catch (RefusedException) { }

        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(5), $"{begun.Elapsed}");
    }
}
