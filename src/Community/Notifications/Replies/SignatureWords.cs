using System.Collections.Frozen;

namespace Community.Notifications.Replies;

/// <summary>What people and programs say below a text, in small letters.</summary>
static class SignatureWords
{
    /// <summary>Said nowhere but at an end.</summary>
    public static readonly FrozenSet<string> Closings = Set("""
        best regards, kind regards, regards, warm regards, warmest regards, best wishes, with best wishes, with kind regards, with best regards, many regards, sincerely, sincerely yours, yours sincerely, yours faithfully, yours truly, respectfully, cheers, best, all the best, br
        mit freundlichen grüßen, mit freundlichen grüssen, mit freundlichem gruß, freundliche grüße, freundliche grüsse, beste grüße, beste grüsse, viele grüße, viele grüsse, liebe grüße, liebe grüsse, herzliche grüße, herzliche grüsse, schöne grüße, schönen gruß, mit besten grüßen, mit besten grüssen, gruß, grüße, grüsse, lg, mfg, vg, bg, hochachtungsvoll
        cordialement, bien cordialement, très cordialement, bien à vous, bien à toi, salutations, sincères salutations, meilleures salutations, salutations distinguées, amicalement, amitiés, cdlt
        saludos, un saludo, saludos cordiales, un cordial saludo, atentamente, atte, cordialmente, abrazos, un abrazo, distinti saluti, cordiali saluti, un saluto, saluti, un caro saluto, a presto
        atenciosamente, cumprimentos, com os melhores cumprimentos, melhores cumprimentos, abraços, saudações, att
        met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten, groet, groeten, hartelijke groet, mvg
        vänliga hälsningar, med vänliga hälsningar, med vänlig hälsning, vänligen, hälsningar, mvh, vennlig hilsen, med vennlig hilsen, hilsen, med venlig hilsen, venlig hilsen, de bedste hilsner, mange hilsner
        ystävällisin terveisin, terveisin, parhain terveisin, pozdrawiam, z poważaniem, pozdrowienia, serdecznie pozdrawiam, s pozdravem, s přátelským pozdravem, zdravím, hezký den
        üdvözlettel, tisztelettel, üdv, cu respect, cu stimă, cu drag, o zi bună, toate cele bune
        с уважением, с наилучшими пожеланиями, всего доброго, всего наилучшего, з повагою, з найкращими побажаннями, усього найкращого
        saygılarımla, saygılarımızla, iyi günler, iyi çalışmalar, sevgiler, με εκτίμηση, φιλικά, χαιρετισμούς, με φιλικούς χαιρετισμούς
        敬具, 此致, 敬礼, 祝好, 顺祝商祺, 敬上, 敬啟, 올림, 드림, בברכה, בכבוד רב, تحياتي, مع أطيب التحيات, مع التحية, مع خالص التقدير
        """);

    /// <summary>Said at ends, and elsewhere: followed by a name.</summary>
    public static readonly FrozenSet<string> Thanks = Set("""
        thanks, thank you, many thanks, thanks a lot, thanks again, thanks in advance, thx, danke, vielen dank, besten dank, danke und gruß, merci, merci beaucoup, merci d'avance, gracias, muchas gracias, grazie, grazie mille, obrigado, obrigada, bedankt, dank je wel, alvast bedankt, dank u
        tack, tack på förhand, takk, tak, mange tak, på forhånd tak, kiitos, kiitos etukäteen, dziękuję, z góry dziękuję, děkuji, díky, köszönöm, mulțumesc, спасибо, заранее спасибо, дякую, teşekkürler, teşekkür ederim, ευχαριστώ, ありがとうございます, よろしくお願いします, よろしくお願いいたします, 감사합니다, 谢谢, 謝謝, 감사, תודה, شكرا, شكراً
        """);

    /// <summary>How it begins that a program says by what it was sent; a device stands in the same line.</summary>
    public static readonly string[] SentBy =
    [
        "sent from", "sent via", "sent with", "sent using", "get outlook for", "gesendet von", "gesendet mit", "gesendet über", "diese nachricht wurde von", "outlook für", "envoyé de", "envoyé depuis", "envoyé à partir", "envoyé via", "envoyé avec", "obtenez outlook", "télécharger outlook", "enviado desde", "enviado do", "enviado a partir", "enviado pelo", "enviado via", "enviado con",
        "obtener outlook", "obtenga outlook", "obter o outlook", "descargar outlook", "inviato da", "inviato con", "inviato dal", "ottieni outlook", "scarica outlook", "verstuurd vanaf", "verstuurd met", "verzonden vanaf", "verzonden met", "verzonden via", "outlook voor ios", "outlook voor android", "download outlook voor", "skickat från", "hämta outlook", "sendt fra", "sendt via", "hent outlook", "få outlook", "skaff deg outlook",
        "lähetetty", "hanki outlook", "wysłane z", "wysłano z", "pobierz outlook", "uzyskaj outlook", "odesláno z", "získat outlook", "získejte outlook", "stáhnout outlook", "elküldve", "küldve", "az outlook beszerzése", "az outlook letöltése", "trimis de pe", "trimis din", "obțineți outlook", "отправлено с", "отправлено из", "скачать outlook", "получить outlook",
        "надіслано з", "надіслано із", "відправлено з", "отримати outlook", "στάλθηκε από", "αποστολή από", "λήψη του outlook", "发自", "從我的", "从我的", "寄自", "获取 outlook", "获取outlook", "取得 outlook", "나의", "내", "נשלח מ", "השג את outlook", "أُرسلت من", "أرسلت من", "تم الإرسال من", "مرسل من", "احصل على outlook",
    ];

    /// <summary>How it ends where the device comes first.</summary>
    public static readonly string[] By = ["gönderildi", "outlook'u edinin", "から送信", "より送信", "を入手", "에서 보냄", "다운로드", "傳送"];

    public const int MostWordsBefore = 4;

    public static readonly string[] Devices =
    [
        "iphon", "ipad", "ipod", "macbook", "imac", "apple watch", "android", "samsung", "galaxy", "huawei", "xiaomi", "redmi", "pixel", "oneplus", "nokia", "sony", "motorola", "blackberry", "windows", "outlook", "yahoo", "gmail", "proton", "tutanota", "tuta", "thunderbird", "k-9", "fairmail", "gmx", "web.de", "mail.ru", "yandex", "mailbox.org", "posteo", "airmail",
        "smartphone", "mobile", "mobil", "handy", "telefon", "téléphone", "teléfono", "telefono", "cellulare", "telemóvel", "celular", "puhelim", "телефон", "смартфон", "τηλέφωνο", "κινητό", "手机", "手機", "スマートフォン", "휴대폰", "הנייד", "الهاتف", "tablet",
    ];

    static FrozenSet<string> Set(string words) => words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
