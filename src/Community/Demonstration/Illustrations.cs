namespace Community.Demonstration;

/// <summary>The pictures that stories show, by name.</summary>
static class Illustrations
{
    const string Paper = "#faf8f3";
    const string Wall = "#24221d";
    const string Wood = "#cdb48e";
    const string Seat = "#8a7a5c";
    const string Silent = "#d8e8dc";
    const string Quiet = "#f3e6c4";
    const string Glass = "#d7e4ee";

    public static Stream Draw(string name) => name switch
    {
        "third-floor" => ThirdFloor(),
        "spine-label" => SpineLabel(),
        "label-strip" => LabelStrip(),
        _ => throw new FormatException($"There is no picture named {name}."),
    };

    static Stream ThirdFloor()
    {
        using var ink = new Ink(1200, 760, Paper);
        ink.Fill(Silent, "M40 40H1160V360H40Z").Fill(Quiet, "M40 360H1160V720H40Z").Fill(Glass, "M40 480H400V720H40Z");
        for (var table = 0; table < 4; table++)
        {
            var x = 100 + 260 * table;
            for (var chair = 0; chair < 4; chair++) ink.Circle(Seat, x + 30 + 50 * chair, 142, 13).Circle(Seat, x + 30 + 50 * chair, 238, 13);
            ink.Fill(Wood, $"M{x} 155H{x + 210}V225H{x}Z");
        }

        foreach (var (x, y) in new[] { (520, 540), (700, 620), (860, 520) })
        {
            ink.Circle(Seat, x, y - 62, 13).Circle(Seat, x, y + 62, 13).Circle(Seat, x - 62, y, 13).Circle(Seat, x + 62, y, 13).Circle(Wood, x, y, 48);
        }

        ink.Fill(Wood, "M90 570H180V640H90ZM270 570H360V640H270Z")
            .Line("#5c7f99", 5, "M40 480H400V720M220 480V720")
            .Line(Wall, 4, "M980 560H1160M980 560V720M1070 560V720M980 560L1070 720M1070 560L980 720M1092 590H1140M1092 620H1140M1092 650H1140M1092 680H1140")
            .Line(Wall, 10, "M40 40H1160V720H40Z").Line(Paper, 5, "M90 40H330M370 40H610M650 40H890M930 40H1110")
            .Write("#2f5d44", 480, 288, 40, "SILENT").Write("#6f5211", 470, 384, 32, "TALK QUIETLY");
        return ink.Dry();
    }

    static Stream SpineLabel()
    {
        using var ink = new Ink(900, 520, Paper);
        ink.Fill("#2f5d50", "M120 0H420V520H120Z").Line("#234a3f", 6, "M150 0V520M390 0V520").Line(Wood, 8, "M120 60H420M120 84H420")
            .Fill("#fffefb", "M150 190H390V460H150Z").Line(Wall, 3, "M150 190H390V460H150Z")
            .Write(Wall, 182, 218, 48, "823.8").Write(Wall, 182, 302, 48, "THO").Write(Wall, 182, 386, 48, "V2");
        foreach (var (y, number) in new[] { (242, "1"), (326, "2"), (410, "3") })
            ink.Line("#6f5211", 4, $"M410 {y}H560").Circle("#f3e6c4", 600, y, 34).Write("#6f5211", 592, y - 17, 34, number);
        return ink.Dry();
    }

    static Stream LabelStrip()
    {
        using var ink = new Ink(1000, 300, Paper);
        ink.Fill("#e6dfcf", "M0 40H1000V260H0Z");
        for (var label = 0; label < 5; label++)
        {
            var x = 30 + 194 * label;
            ink.Fill("#fffefb", $"M{x} 60H{x + 164}V240H{x}Z").Line("#8a8373", 2, $"M{x} 60H{x + 164}V240H{x}Z");
            if (label % 2 == 0) ink.Write(Wall, x + 22, 84, 34, "823").Write(Wall, x + 22, 136, 34, "THO").Write(Wall, x + 22, 188, 34, "V" + (label / 2 + 1));
        }

        return ink.Dry();
    }
}
