using System.Collections.Frozen;

namespace Community.Notifications.Replies;

/// <summary>What mail programs say above a quotation, in small letters.</summary>
static class ReplyWords
{
    /// <summary>That somebody wrote.</summary>
    public static readonly string[] Wrote =
    [
        "wrote", "writes", "schrieb", "geschrieben", "a écrit", "ecrit", "écrit", "escribió", "escribio", "escribe", "ha scritto", "scrisse", "scrive", "escreveu", "escreve", "schreef", "geschreven",
        "skrev", "skreiv", "kirjoitti", "napisał", "pisze", "napsal", "napísal", "írta", "ezt írta", "a scris", "scris:", "написал", "пишет", "писал", "пише", "написав", "писав", "yazdı", "yazdi",
        "έγραψε", "γράφει", "写道", "寫道", "写了", "wrote：", "書きました", "のメール", "작성", "썼습니다", "님이", "כתב", "כתבה", "كتب", "كتبت", "قال",
    ];

    /// <summary>With what the line begins.</summary>
    public static readonly string[] Openers =
    [
        "on", "am", "le", "el", "il", "em", "no dia", "op", "den", "på", "pe", "în", "w dniu", "dnia", "dne", "v", "в", "на", "le", "el día", "em", "tors", "ons", "man", "tir", "fre", "lør", "søn", "mån", "tis", "lör", "sön", "ma", "ti", "ke", "to", "pe", "la", "su",
        "στις", "την", "tarihinde", "在", "于", "於", "בתאריך", "ב-", "في", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "po", "út", "st", "čt", "pá", "so", "ne", "lun", "mar", "mie", "joi", "vin", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "нд",
    ];

    /// <summary>Names of headers.</summary>
    public static readonly FrozenSet<string> Headers = Set("""
        from, sent, date, to, cc, bcc, subject, reply-to, importance, attachments
        von, gesendet, datum, an, betreff, kopie, blindkopie, antwort an, wichtigkeit, anlagen
        de, envoyé, envoyé le, date, à, objet, copie à, répondre à
        enviado, enviado el, fecha, para, asunto, responder a
        da, inviato, data, a, oggetto, rispondi a, per
        enviada em, enviado em, enviada, assunto, responder para
        van, verzonden, aan, onderwerp, antwoord aan
        från, skickat, till, ämne, kopia
        fra, sendt, dato, til, emne, kopi
        lähettäjä, lähetetty, päivämäärä, vastaanottaja, kopio, aihe
        od, wysłano, wysłane, data, do, dw, temat
        odesláno, datum, komu, kopie, předmět
        feladó, küldve, elküldve, dátum, címzett, másolat, tárgy
        trimis, către, subiect, data
        от, отправлено, дата, кому, копия, тема, от кого
        від, надіслано, кому, копія, тема, відправлено
        kimden, gönderen, gönderme tarihi, gönderildi, tarih, kime, alıcı, bilgi, konu
        από, στάλθηκε, ημερομηνία, προς, θέμα, κοιν
        差出人, 送信日時, 送信元, 日時, 宛先, 件名, 日付
        发件人, 发送时间, 发送日期, 收件人, 主题, 抄送, 日期, 时间, 寄件者, 寄件人, 收件者, 主旨, 傳送時間, 副本, 寄件日期
        보낸 사람, 보낸사람, 보낸 날짜, 날짜, 받는 사람, 받는사람, 제목, 참조
        מאת, נשלח, תאריך, אל, נושא, עותק
        من, تم الإرسال, أرسل, تاريخ, التاريخ, إلى, الموضوع, نسخة
        """);

    /// <summary>What stands between dashes above a letter that is answered.</summary>
    public static readonly FrozenSet<string> Original = Set("""
        original message, original mail, original email, message original, message d'origine, message d’origine, courriel original, ursprüngliche nachricht, originalnachricht, original-nachricht, urspr. nachricht
        mensaje original, messaggio originale, messaggio original, mensagem original, oorspronkelijk bericht, oorspronkelijke bericht, ursprungligt meddelande, originalmeddelande, opprinnelig melding, opprinnelig meddelelse, original meddelelse
        oprindelig meddelelse, oprindelig besked, alkuperäinen viesti, wiadomość oryginalna, oryginalna wiadomość, původní zpráva, pôvodná správa, eredeti üzenet, mesaj original, mesajul original
        исходное сообщение, оригинальное сообщение, первоначальное сообщение, оригінальне повідомлення, вихідне повідомлення, özgün ileti, orijinal mesaj, orijinal ileti, αρχικό μήνυμα
        元のメッセージ, 原始邮件, 原邮件, 原始郵件, 원본 메시지, 원본 메일, הודעה מקורית, الرسالة الأصلية, رسالة أصلية
        """);

    /// <summary>How the announcement of a forwarded letter begins.</summary>
    public static readonly string[] Forwarded =
    [
        "begin forwarded message", "anfang der weitergeleiteten", "début du message", "inizio messaggio inoltrato", "inicio del mensaje reenviado", "início da mensagem", "begin doorgestuurd bericht", "vidarebefordrat brev", "videresendt", "videresend", "välitetty viesti",
        "początek przekazanej", "začátek přeposlané", "továbbított", "начало переадресованного", "переслане повідомлення", "iletilmiş mesaj", "転送されたメッセージ", "下面是被转发", "開始轉寄", "전달된 메시지", "התחלת ההודעה", "بدء الرسالة",
    ];

    static FrozenSet<string> Set(string words) => words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
