namespace Community.Demonstration;

/// <summary>How somebody wears their hair.</summary>
enum Cut { Short, Bob, Long, Bun, Curls, Thin }

/// <summary>A face, drawn from a few words: nobody is portrayed.</summary>
sealed record Portrait(Cut Cut, string Ground, string Skin, string Hair, string Coat, bool Glasses = false, bool Beard = false)
{
    const int Side = 400;
    const string Features = "#3a302b";
    const string Fringe = "M133 172C130 104 166 86 206 88C250 88 271 116 267 172C252 152 238 140 226 122C204 146 168 156 133 172Z";
    const string Cap = "M131 176C122 100 158 74 204 74C252 74 280 104 269 176C264 150 256 134 240 126C208 134 170 128 152 136C140 146 135 160 131 176Z";

    public Stream Draw()
    {
        using var ink = new Ink(Side, Side, Ground);
        Behind(ink);
        ink.Fill(Coat, "M48 400C50 322 118 292 200 292C282 292 350 322 352 400Z")
            .Fill(Skin, "M170 225H230V296C230 318 170 318 170 296Z")
            .Fill(Skin, "M134 168C134 112 164 92 200 92C236 92 266 112 266 168C266 226 236 262 200 262C164 262 134 226 134 168Z");
        if (Beard) ink.Fill(Hair, "M134 176C136 244 166 276 200 276C234 276 264 244 266 176C258 206 244 214 226 212C208 204 192 204 174 212C156 214 142 206 134 176Z");
        ink.Circle(Features, 175, 178, 6).Circle(Features, 225, 178, 6).Line(Beard ? Skin : Features, 5, "M182 226C192 236 208 236 218 226");
        if (Glasses) ink.Line(Features, 5, "M154 178A21 21 0 1 0 196 178A21 21 0 1 0 154 178ZM204 178A21 21 0 1 0 246 178A21 21 0 1 0 204 178ZM196 174C198 170 202 170 204 174");
        InFront(ink);
        return ink.Dry();
    }

    void Behind(Ink ink)
    {
        if (Cut == Cut.Bob) ink.Fill(Hair, "M116 250C98 140 126 68 200 68C274 68 302 140 284 250C262 268 138 268 116 250Z");
        if (Cut == Cut.Long) ink.Fill(Hair, "M108 352C88 150 122 64 200 64C278 64 312 150 292 352C262 366 138 366 108 352Z");
        if (Cut == Cut.Bun) ink.Circle(Hair, 200, 64, 34);
        if (Cut != Cut.Curls) return;

        foreach (var (x, y) in new[] { (128, 190), (118, 152), (130, 112), (160, 84), (200, 74), (240, 84), (270, 112), (282, 152), (272, 190) }) ink.Circle(Hair, x, y, 34);
    }

    void InFront(Ink ink)
    {
        if (Cut is Cut.Bob or Cut.Long) ink.Fill(Hair, Fringe);
        if (Cut is Cut.Short or Cut.Bun or Cut.Curls) ink.Fill(Hair, Cap);
        if (Cut == Cut.Thin) ink.Fill(Hair, "M130 190C120 150 130 122 146 112C140 140 140 160 136 190ZM270 190C280 150 270 122 254 112C260 140 260 160 264 190Z");
    }
}
