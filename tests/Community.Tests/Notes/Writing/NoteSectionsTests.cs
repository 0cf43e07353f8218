using Community.Notes.Bench;
using Community.Notes.Writing;

namespace Community.Tests.Notes.Writing;

/// <summary>The form of a note and its text are the same words.</summary>
public sealed class NoteSectionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Only a purpose.\n\nIn two paragraphs.")]
    [InlineData("For whom.\n\n## The steps\n\n1. Look.\n2. Ask.\n\n## My own heading\n\nWords.\n\n## Whom to ask\n\n@Kofi Mensah")]
    [InlineData("## Whom to ask\n\nKofi.\n\n## The steps\n\nFirst.")]
    [InlineData("Code:\n\n```\n## no heading\n```\n\n## The steps\n\n~~~\n## nor this\n~~~")]
    [InlineData("## The steps\n\nOnce.\n\n## The steps\n\nAnd again.")]
    public void A_text_goes_through_the_form_and_back_without_loss(string text)
    {
        var form = NoteSections.Of(text).In(NoteSkeleton.Headings);
        var back = NoteSections.OfFields(form.Purpose, [.. form.Sections.Select(s => s.Heading)], [.. form.Sections.Select(s => s.Text)]);

        Assert.Equal(NoteSections.Of(text).Sections.Where(s => s.Text.Length > 0).Select(s => (s.Heading, s.Text)).Order(), back.Sections.Where(s => s.Text.Length > 0).Select(s => (s.Heading, s.Text)).Order());
        Assert.Equal(form.Purpose, NoteSections.Of(back.Text(isWhole: true)).Purpose);
        Assert.Equal(back.Text(), NoteSections.Of(back.Text(isWhole: true)).Text());
    }

    [Fact]
    public void What_was_left_empty_is_left_out_of_the_note_and_kept_in_the_draft()
    {
        var form = NoteSections.OfFields("For the desk.", [.. NoteSkeleton.Headings], ["Look first.", null, "  ", "", null, null]);

        Assert.Equal("For the desk.\n\n## The steps\n\nLook first.", form.Text());
        Assert.Equal(NoteSkeleton.Headings, NoteSections.Of(form.Text(isWhole: true)).Sections.Select(s => s.Heading));
        Assert.Equal("", NoteSections.OfFields("", [.. NoteSkeleton.Headings], []).Text(isWhole: true));
    }
}
