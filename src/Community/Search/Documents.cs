using System.Globalization;
using Community.Text;
using Community.Topics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>Makes index documents. Nothing readable is stored: what a page shows comes from the database, through the gate.</summary>
static class Documents
{
    /// <summary>Only which documents have a word.</summary>
    static readonly FieldType OnlyWhere = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true };

    public static Document Of(TopicRow topic, PostRow post)
    {
        var tags = string.Join(' ', topic.Tags);
        var text = PlainPost.Of(post.Html);
        var authorId = post.IsUnnamed ? 0 : post.AuthorId;
        var document = new Document
        {
            new StringField(Fields.Key, Fields.PostKey(post.Id), Field.Store.NO),
            new StringField(Fields.Type, Fields.Post, Field.Store.NO),
            new StringField(Fields.Topic, topic.Id.ToString(CultureInfo.InvariantCulture), Field.Store.NO),
            new StringField(Fields.Part, post.Part.ToString(), Field.Store.NO),
            new NumericDocValuesField(Fields.Id, post.Id),
            new NumericDocValuesField(Fields.Topic, topic.Id),
            new NumericDocValuesField(Fields.Stamp, Stamp.Of(topic, post)),
            new NumericDocValuesField(Fields.Space, topic.SpaceId),
            new NumericDocValuesField(Fields.Kind, (long)topic.Kind),
            new NumericDocValuesField(Fields.Flags, (long)topic.FlagsOf(post.Id)),
            new NumericDocValuesField(Fields.Begun, topic.CreatedAt.Year),
            new NumericDocValuesField(Fields.Due, topic.Note is { } note ? Priors.DayOf(note.ReviewAt) : 0),
            new NumericDocValuesField(Fields.Part, (long)post.Part),
            new NumericDocValuesField(Fields.AuthorId, authorId),
            new NumericDocValuesField(Fields.At, post.At.Ticks),
            new NumericDocValuesField(Fields.Score, post.Score),
            new TextField(Fields.Text, text, Field.Store.NO),
            new Field(Fields.Word, text, OnlyWhere),
            new TextField(Fields.Head, topic.Title, Field.Store.NO),
            new TextField(Fields.Head, tags, Field.Store.NO),
            new TextField(Fields.Author, post.IsUnnamed ? "" : post.AuthorName, Field.Store.NO),
        };
        if (post.Reports is { } reports) document.Add(new NumericDocValuesField(Fields.Reports, BitConverter.SingleToInt32Bits(reports)));
        // What a topic is called is said by its opening: a short reply would else be the best post for every word of the title.
        if (post.Part == Part.Opening)
        {
            document.Add(new TextField(Fields.Text, topic.Title, Field.Store.NO));
            document.Add(new TextField(Fields.Text, tags, Field.Store.NO));
            foreach (var field in new[] { Fields.Word, Fields.HeadWord })
            {
                document.Add(new Field(field, topic.Title, OnlyWhere));
                document.Add(new Field(field, tags, OnlyWhere));
            }

            foreach (var tag in topic.Tags) document.Add(new StringField(Fields.Tag, tag, Field.Store.NO));
        }

        foreach (var tag in topic.Tags) document.Add(new SortedSetDocValuesField(Fields.Tag, new BytesRef(tag)));
        return document;
    }

    public static Document Of(PersonRow person) => new()
    {
        new StringField(Fields.Key, Fields.PersonKey(person.Id), Field.Store.NO),
        new StringField(Fields.Type, Fields.Person, Field.Store.NO),
        new NumericDocValuesField(Fields.Id, person.Id),
        new NumericDocValuesField(Fields.Stamp, Stamp.Of(person)),
        new BinaryDocValuesField(Fields.Name, new BytesRef(person.Name)),
        new TextField(Fields.Name, person.Name, Field.Store.NO),
        new Field(Fields.NameWord, person.Name, OnlyWhere),
        new TextField(Fields.Unit, person.Unit, Field.Store.NO),
        new TextField(Fields.Position, person.Position, Field.Store.NO),
        new TextField(Fields.About, person.AskMeAbout, Field.Store.NO),
    };
}
