using Community.Governance;

namespace Community.Web.Tests.Browser;

/// <summary>What the village wrote.</summary>
static class VillageTexts
{
    public static readonly (string Slug, string Name, string Purpose, Tier Tier)[] Spaces =
    [
        ("front-desk", "Front desk and reading rooms", "Opening, lending, quiet, lost umbrellas. Readers may look in.", Tier.Public),
        ("loans", "Loans between libraries", "What goes out, what comes in, and what happens on the way.", Tier.Institution),
        ("shared-store", "The shared store", "Run with two other libraries in the region.", Tier.Partners),
        ("binding-room", "Binding room", "Repair and binding; with prices, so for its members only.", Tier.Unit),
    ];

    /// <summary>Nothing that is written fits these.</summary>
    public static readonly string[] Missed = ["first aid room", "lift out of order", "canteen menu", "laptop loans", "Rechtsgeschichtezeitschriftenaufsatzdatenbankzugangsberechtigung"];

    public const string Question = """
        We sent a **two-volume atlas** last week. It came back unopened with a yellow sticker:

        ```text
        RETOUR / RETURN   code 17-b   document manquant   (see https://post.example/codes/17b?parcel=00340434161094021501&lang=fr)
        ```

        What I had put in:

        | paper | copies | where |
        | --- | ---: | --- |
        | loan slip | 1 | inside |
        | declaration of contents, with the insured value in both currencies | 3 | outside, in the pouch |
        | letter for the receiving library | 1 | inside |

        1. Is there a form that I do not know of?
        2. Does the *value* matter for things that come back?
        """;

    public const string FirstAnswer = """
        For books we use the short declaration, see `CN-22`. Over the limit it has to be the long one:

        - below the limit: short form, one copy
        - above it: long form, three copies, **signed**

        > The value is what it would cost to buy it again.

        I am not sure about atlases.
        """;

    public const string AcceptedAnswer = """
        Code 17-b is the *temporary export* paper. It says that the thing comes back, so nobody has to pay duty. We keep a pad of them[^pad].

        ### How to fill it in

        Write `temporary` in field 8 and the date of return in field 9. The number is built like this:

        ```python
        number = f"{year}-{country}-{running:05d}"
        ```

        [^pad]: Top shelf, behind the string.
        """;

    public const string ThreadOpening = """
        Since the first of the month the large room is quiet from two to five. We counted **fewer complaints than before**: eleven instead of thirty-one.

        What did you see at your desks?
        """;

    public const string LongWords = """
        The supplier calls it a Schallschutzvorhangschienenbefestigungssatzverlängerungsstück, and the address of its page is
        https://supplier.example/catalogue/curtains/acoustic/rails/fastening/sets/extension-pieces/model-4711-with-a-very-long-name.html
        and its number `RAIL_EXTENSION_ACOUSTIC_CURTAIN_4711_0815_ANTHRACITE_MATT_WITHOUT_SCREWS_BUT_WITH_PLUGS`.

        | left | right | height | width | depth | weight | delivered | paid |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | 12 | 12 | 240 cm | 310 cm | 4 cm | 7.5 kg | in three weeks | on delivery |
        """;

    public const string Secret = "The recipe with " + Browser.Village.Canary + " costs 40 a jar. Keep that among us, please.";

    public const string Note = """
        For volumes that are older than the building, larger than the box, or both.

        ## Before you begin

        Read the loan slip. Where it says *supervised*, stop here and ask.

        ## The board

        Cut two boards that are two fingers wider than the volume on every side. Wrap them in tissue.

        ## The corners

        | corner | what protects it |
        | --- | --- |
        | spine | folded card |
        | fore edge | foam, 2 cm |

        ## The box

        1. Foam at the bottom.
        2. The wrapped volume, spine down.
        3. Foam on top, so that nothing moves when you shake it gently.

        ## The label

        Write `FRAGILE` and the arrow. A label without an arrow is no label.

        ## When it comes back

        Open it over the large table and compare with the pictures. Tell the binding room about *any* new crack.
        """;
}
