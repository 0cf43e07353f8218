using Community.Notes.Refining;
using Community.Text;

namespace Community.Tests.Notes.Refining;

/// <summary>Two people write at once, and both texts are there.</summary>
public sealed class BlockMergeTests
{
    const string Before = "# Lending\n\nAsk who clears the parcels.\n\nWrap the volume in paper.\n\nPhotograph the form.\n";

    [Fact]
    public void Changes_at_different_blocks_stand_together()
    {
        var merged = BlockMerge.Of(Before, Before.Replace("in paper", "in acid-free paper", StringComparison.Ordinal), Before.Replace("the form", "the form and the box", StringComparison.Ordinal));

        Assert.Empty(merged.Clashes);
        Assert.Equal("# Lending\n\nAsk who clears the parcels.\n\nWrap the volume in acid-free paper.\n\nPhotograph the form and the box.\n", merged.Text);
    }

    [Fact]
    public void What_one_added_and_another_took_out_or_moved_is_so()
    {
        Assert.Equal("# Lending\n\nNew here.\n\nAsk who clears the parcels.\n\nPhotograph the form.\n",
            BlockMerge.Of(Before, Before.Replace("# Lending\n", "# Lending\n\nNew here.\n", StringComparison.Ordinal), Before.Replace("Wrap the volume in paper.\n\n", "", StringComparison.Ordinal)).Text);
        Assert.Equal("# Lending\n\nWrap the volume in paper.\n\nAsk who clears all parcels.\n\nPhotograph the form.\n",
            BlockMerge.Of(Before, "# Lending\n\nWrap the volume in paper.\n\nAsk who clears the parcels.\n\nPhotograph the form.\n", Before.Replace("the parcels", "all parcels", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void Where_both_changed_the_same_block_both_stand_and_somebody_is_asked_to_look()
    {
        var merged = BlockMerge.Of(Before, Before.Replace("in paper", "in acid-free paper", StringComparison.Ordinal), Before.Replace("in paper", "in bubble wrap", StringComparison.Ordinal));

        Assert.Equal(("Wrap the volume in acid-free paper.", "Wrap the volume in bubble wrap."), (Assert.Single(merged.Clashes).Mine!.Trim(), merged.Clashes[0].Theirs!.Trim()));
        Assert.Contains("Wrap the volume in bubble wrap.\n\nWrap the volume in acid-free paper.\n\nPhotograph", merged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_changed_stays_though_the_other_took_it_out()
    {
        var (changed, without) = (Before.Replace("in paper", "in acid-free paper", StringComparison.Ordinal), Before.Replace("Wrap the volume in paper.\n\n", "", StringComparison.Ordinal));
        foreach (var merged in (MergedText[])[BlockMerge.Of(Before, changed, without), BlockMerge.Of(Before, without, changed)])
        {
            Assert.Contains("parcels.\n\nWrap the volume in acid-free paper.\n\nPhotograph", merged.Text, StringComparison.Ordinal);
            Assert.Single(merged.Clashes);
        }
    }

    /// <summary>Three people work on one note, each from what they last saw, each with words that nobody else writes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void However_three_people_edit_no_words_are_lost(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var (count, now) = (0, "");
            now = string.Join("\n\n", Enumerable.Range(0, random.Next(3, 9)).Select(_ => Sentence(random, ref count))) + "\n";
            var bases = new[] { now, now, now };
            var wanted = new HashSet<string>();
            for (var step = 0; step < 9; step++)
            {
                var person = random.Next(3);
                var blocks = Markdown.Split(bases[person]).Select(block => block.Trim()).ToList();
                var (written, removed) = (new List<string>(), "");
                switch (random.Next(4))
                {
                    case 0: blocks.Insert(random.Next(blocks.Count + 1), Note(Sentence(random, ref count))); break;
                    case 1: blocks[random.Next(blocks.Count)] += " " + Note($"word{count++:0000}"); break;
                    case 2 when blocks.Count > 2: removed = blocks[^1]; blocks.RemoveAt(blocks.Count - 1); break;
                    default: var moved = blocks[0]; blocks.RemoveAt(0); blocks.Insert(random.Next(blocks.Count + 1), moved); break;
                }

                var mine = string.Join("\n\n", blocks) + "\n";
                now = BlockMerge.Of(bases[person], mine, now).Text;
                // Who takes a block out takes its words out as they stood before that person.
                if (removed.Length > 0) wanted.RemoveWhere(word => removed.Contains(word, StringComparison.Ordinal));
                wanted.UnionWith(written);
                bases[person] = now;
                Assert.All(wanted, words => Assert.Contains(words, now, StringComparison.Ordinal));

                string Note(string words)
                {
                    written.Add(words);
                    return words;
                }
            }
        }
    }

    static string Sentence(Random random, ref int count)
    {
        var from = count;
        count += random.Next(4, 12);
        return string.Join(' ', Enumerable.Range(from, count - from).Select(n => $"word{n:0000}")) + ".";
    }
}
