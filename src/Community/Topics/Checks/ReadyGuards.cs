using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Checks;

/// <summary>Gives an institution the rules that nobody objects to, of each kind that it never had one of. What an administrator ends stays ended.</summary>
public sealed class ReadyGuards(CommunityStore store, TimeProvider clock) : ISweep
{
    static readonly (GuardKind Kind, GuardAct Act, string Name, string Why)[] Ready =
    [
        (GuardKind.Card, GuardAct.Justify, "Payment card", "With a card's number anybody can pay. Nobody here needs it in a text."),
        (GuardKind.Iban, GuardAct.Justify, "Bank account", "Whose account it is concerns that person and the accounts office."),
        (GuardKind.Secret, GuardAct.Justify, "Password or key", "Whoever reads it can use it, and a text is read by more people than it was written for. Change it if it was ever sent."),
        (GuardKind.Embargo, GuardAct.Justify, "Confidential until a day", "Somebody was promised that nobody hears of it before that day."),
        (GuardKind.Marking, GuardAct.Justify, "Marked file", "The file's own name says that it is not for everybody."),
        (GuardKind.Voice, GuardAct.Ask, "Speaks for the institution", "Readers will take it for the institution's word. Say it as your own view, or, if you may speak for it, choose its voice."),
        (GuardKind.Email, GuardAct.Inform, "Somebody's mail address", "Ask before you give somebody else's address to people they do not know."),
        (GuardKind.Phone, GuardAct.Inform, "Somebody's phone number", "Ask before you give somebody else's number to people they do not know."),
    ];

    public async Task<int> Run(CancellationToken stop = default)
    {
        if ((await Missing(stop)).Count == 0) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(ReadyGuards), stop);
            var known = await db.GuardRules.Select(r => r.Kind).Distinct().ToListAsync(stop);
            db.GuardRules.AddRange(Ready.Where(one => !known.Contains(one.Kind)).Select(one => new GuardRule(one.Kind, new GuardWords(one.Name, null, CheckDigit.None, one.Act, one.Why, null, null, null, null), null, clock.Now())));
            await db.SaveChangesAsync(stop);
            return 0;
        }, stop);
    }

    async Task<List<GuardKind>> Missing(CancellationToken stop)
    {
        var known = await store.Read(db => db.GuardRules.Select(r => r.Kind).Distinct().ToListAsync(stop));
        return [.. Ready.Select(one => one.Kind).Except(known)];
    }
}
