using Community.Notes.Lineage;

namespace Community.Tests.Notes.Lineage;

/// <summary>A block is known again in the next text, wherever it stands and however it was changed, and never taken for another.</summary>
public sealed class BlockAlignmentTests
{
    const string Wrap = "Wrap the volume in acid-free paper, then in the grey reusable box.";
    const string Form = "Fill in CN22 for a packet up to two kilos, CN23 above that.";
    const string Photograph = "Photograph the form and the open box, and attach both to the request.";

    [Fact]
    public void What_stays_what_moves_and_what_is_changed_is_the_same_block()
    {
        Assert.Equal([0, 1, 2], Old([Wrap, Form, Photograph], [Wrap, Form, Photograph]));
        Assert.Equal([2, 0, 1], Old([Wrap, Form, Photograph], [Photograph, Wrap, Form]));
        Assert.Equal([0, 1, 2], Old([Wrap, Form, Photograph], [Wrap, "Fill in CN22 for a packet up to three kilos, else CN23.", Photograph]));
        Assert.Equal([null, 2, 0], Old([Wrap, Form, Photograph], ["The borrower pays nothing.", "Photograph the open box and the form, and attach them to the request.", Wrap]));
    }

    [Fact]
    public void What_was_written_anew_is_a_new_block()
    {
        Assert.Equal([0, null, 2], Old([Wrap, Form, Photograph], [Wrap, "Ask the borrowing library who clears its parcels.", Photograph]));
        Assert.Equal([null], Old([Form], ["Something else entirely stands here now."]));
    }

    [Fact]
    public void Of_blocks_with_the_same_words_the_first_is_the_first()
    {
        Assert.Equal([0, 1, 2], Old(["---", "---", "---"], ["---", "---", "---"]));
        Assert.Equal([0, 1], Old(["---", Wrap, "---"], ["---", Wrap]));
    }

    [Fact]
    public void What_became_one_block_or_two_is_followed()
    {
        var joined = BlockAlignment.Of([Wrap, Form], [Wrap + " " + Form]);
        var divided = BlockAlignment.Of([Wrap + " " + Form], [Wrap, Form]);

        Assert.Equal([0, 1], joined.SelectMany(one => one.Also.Append(one.Old ?? -1)).Order());
        Assert.Equal([0, 0], divided.Select(one => one.Old ?? one.Also.Single()));
    }

    static int?[] Old(string[] before, string[] after) => [.. BlockAlignment.Of(before, after).Select(one => one.Old)];
}
