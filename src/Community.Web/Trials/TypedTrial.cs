using System.Globalization;
using Community.Governance;
using Community.Store;
using Community.Web.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Trials;

/// <summary>What was typed where people or a topic are meant.</summary>
static class TypedTrial
{
    extension(CommunityContext db)
    {
        /// <summary>The people who are called so, of those whom the viewer may see.</summary>
        /// <param name="typed">Names with commas between them.</param>
        /// <exception cref="RefusedException">Nobody is called so, or more than one person is.</exception>
        public async Task<List<long>> PeopleNamed(Viewer viewer, string? typed, string field, CancellationToken stop)
        {
            var people = new List<long>();
            foreach (var name in (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostNames))
            {
                var folded = Folded.Of(name.TrimStart('@'));
                var found = await db.PeopleVisibleTo(viewer).AsNoTracking().Where(p => p.NameFolded == folded && p.ClosedAt == null && !p.IsImported).Select(p => p.Id).Take(2).ToListAsync(stop);
                if (found.Count != 1) throw new RefusedException(Refusal.Invalid, "“{0}”: nobody is called so here, or more than one person is.", name) { Field = field };

                people.Add(found[0]);
            }

            return people;
        }
    }

    /// <summary>One more than a trial takes, so that it is the trial that refuses them.</summary>
    const int MostNames = Community.Trials.TrialText.MaxPeople + 1;

    /// <summary>The first part of an address that is a number; 0, which no topic has, where there is none; null where nothing was typed.</summary>
    public static long? TopicOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : typed.Split('/', '#', '?', ' ').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).FirstOrDefault(id => id > 0);
}
