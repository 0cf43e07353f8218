namespace Community.Tests.Notifications.Replies;

/// <summary>What programs and people say around a reply, in many languages.</summary>
public sealed class LanguageTests
{
    const string Own = "0.6 mm.";

    [Theory]
    [InlineData("On Fri, May 3, 2024 at 10:05 AM Community <letters@community.example> wrote:")]
    [InlineData("Am Freitag, 3. Mai 2024 um 10:05 schrieb Community <letters@community.example>:")]
    [InlineData("Community <letters@community.example> schrieb am Fr., 3. Mai 2024, 10:05:")]
    [InlineData("Le ven. 3 mai 2024 à 10:05, Community <letters@community.example> a\nécrit :")]
    [InlineData("El vie, 3 may 2024 a las 10:05, Community (<letters@community.example>) escribió:")]
    [InlineData("Il giorno ven 3 mag 2024 alle ore 10:05 Community <\nletters@community.example> ha scritto:")]
    [InlineData("Em sex., 3 de mai. de 2024 às 10:05, Community <\nletters@community.example> escreveu:")]
    [InlineData("Op vr 3 mei 2024 om 10:05 schreef Community <letters@community.example>:")]
    [InlineData("Den fre 3 maj 2024 kl 10:05 skrev Community <letters@community.example>:")]
    [InlineData("fre. 3. mai 2024 kl. 10:05 skrev Community <letters@community.example>:")]
    [InlineData("Den fre. 3. maj 2024 kl. 10.05 skrev Community <letters@community.example>:")]
    [InlineData("pe 3. toukok. 2024 klo 10.05 Community (letters@community.example) kirjoitti:")]
    [InlineData("pt., 3 maj 2024 o 10:05 Community <letters@community.example>\nnapisał(a):")]
    [InlineData("W dniu 3.05.2024 o 10:05,\nCommunity\npisze:")]
    [InlineData("pá 3. 5. 2024 v 10:05 odesílatel Community <letters@community.example>\nnapsal:")]
    [InlineData("Community <letters@community.example> ezt írta (időpont: 2024. máj. 3.,\nP, 10:05):")]
    [InlineData("vin., 3 mai 2024, 10:05 Community <letters@community.example> a scris:")]
    [InlineData("пт, 3 мая 2024 г. в 10:05, Community <letters@community.example>:")]
    [InlineData("03.05.2024 10:05, Community пишет:")]
    [InlineData("пт, 3 трав. 2024 р. о 10:05 Community <letters@community.example> пише:")]
    [InlineData("Community <letters@community.example>, 3 May 2024 Cum, 10:05 tarihinde\nşunu yazdı:")]
    [InlineData("Στις Παρ 3 Μαΐ 2024 στις 10:05 π.μ., ο χρήστης Community <\nletters@community.example> έγραψε:")]
    [InlineData("2024年5月3日(金) 10:05 Community <letters@community.example>:")]
    [InlineData("Community <letters@community.example> 于2024年5月3日周五 10:05写道：")]
    [InlineData("Community <letters@community.example> 於 2024年5月3日 週五 上午10:05寫道：")]
    [InlineData("2024년 5월 3일 (금) 오전 10:05, Community <letters@community.example>님이 작성:")]
    [InlineData("\u200fבתאריך יום ו׳, 3 במאי 2024 ב-10:05 מאת \u202aCommunity\u202c\u200f <\u202aletters@community.example\u202c\u200f>:\u202c")]
    [InlineData("في الجمعة، 3 مايو 2024 في 10:05 ص تمت كتابة ما يلي بواسطة Community <\u200fletters@community.example>:")]
    [InlineData("Lau 3. maí 2024 kl. 10:05 ritaði Community (letters@community.example):")]
    [InlineData("* Community <letters@community.example> [2024-05-03 10:05]:")]
    [InlineData("2013/11/28 Community <letters@community.example>")]
    public void Who_wrote_and_when_goes_with_the_quotation(string introduction)
    {
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{introduction}\n> Take 0.6 mm\n"));
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{introduction}\n\n{{quoted}}\n"));
        Assert.Equal($"> Take 0.6 mm\n\n{Own}", ReplyMail.Plain($"{introduction}\n> Take 0.6 mm\n\n{Own}\n"));
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n{introduction}\n\n{{letter}}"));
    }

    [Theory]
    [InlineData("From", "Sent", "To", "Subject")]
    [InlineData("*From*", "*Sent*", "*To*", "*Subject*")]
    [InlineData("Von", "Gesendet", "An", "Betreff")]
    [InlineData("De ", "Envoyé ", "À ", "Objet ")]
    [InlineData("De", "Enviado el", "Para", "Asunto")]
    [InlineData("Da", "Inviato", "A", "Oggetto")]
    [InlineData("De", "Enviada em", "Para", "Assunto")]
    [InlineData("Van", "Verzonden", "Aan", "Onderwerp")]
    [InlineData("Från", "Skickat", "Till", "Ämne")]
    [InlineData("Fra", "Sendt", "Til", "Emne")]
    [InlineData("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe")]
    [InlineData("Od", "Wysłano", "Do", "Temat")]
    [InlineData("Od", "Odesláno", "Komu", "Předmět")]
    [InlineData("Feladó", "Elküldve", "Címzett", "Tárgy")]
    [InlineData("От", "Отправлено", "Кому", "Тема")]
    [InlineData("Від", "Надіслано", "Кому", "Тема")]
    [InlineData("Kimden", "Gönderildi", "Kime", "Konu")]
    [InlineData("Από", "Στάλθηκε", "Προς", "Θέμα")]
    [InlineData("差出人", "送信日時", "宛先", "件名")]
    [InlineData("发件人", "发送时间", "收件人", "主题")]
    [InlineData("寄件者", "寄件日期", "收件者", "主旨")]
    [InlineData("보낸 사람", "보낸 날짜", "받는 사람", "제목")]
    [InlineData("מאת", "נשלח", "אל", "נושא")]
    [InlineData("من", "تم الإرسال", "إلى", "الموضوع")]
    [InlineData("Frá", "Sent þann", "Viðtakandi", "Efni")]
    public void A_block_of_headers_begins_the_letter(string from, string sent, string to, string subject)
    {
        var rest = $"{sent}: 3.5.2024 10:05\n{to}: Mira Tolland\n{subject}: Which nozzle for wood filament?\n\nTake 0.6 mm";

        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{from}: Community <letters@community.example>\n{rest}"));
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n________________________________\n{from}: Community [mailto:letters@community.example]\n{rest}"));
        if (from != "Frá") Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{from}: Community\n{rest}"));
        if (from != "Frá") Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{from.Replace(": ", "：", StringComparison.Ordinal)}：Community\n{rest}"));
    }

    [Theory]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-------- Originalnachricht --------")]
    [InlineData("-----Message d'origine-----")]
    [InlineData("-----Mensaje original-----")]
    [InlineData("-----Messaggio originale-----")]
    [InlineData("-----Mensagem original-----")]
    [InlineData("-----Oorspronkelijk bericht-----")]
    [InlineData("-----Ursprungligt meddelande-----")]
    [InlineData("-----Oprindelig meddelelse-----")]
    [InlineData("-----Alkuperäinen viesti-----")]
    [InlineData("-----Wiadomość oryginalna-----")]
    [InlineData("-----Původní zpráva-----")]
    [InlineData("-----Eredeti üzenet-----")]
    [InlineData("-----Исходное сообщение-----")]
    [InlineData("-----Özgün İleti-----")]
    [InlineData("------------------ 原始邮件 ------------------")]
    [InlineData("-----הודעה מקורית-----")]
    [InlineData("-----الرسالة الأصلية-----")]
    public void Words_between_dashes_begin_the_letter(string dashes) => Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{dashes}\nTake 0.6 mm and print slower."));

    [Theory]
    [InlineData("Sent from my iPhone")]
    [InlineData("Sent from my Galaxy")]
    [InlineData("Sent from Outlook for iOS")]
    [InlineData("Get Outlook for iOS<https://aka.ms/o0ukef>")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Gesendet von Mail für Windows")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Enviado desde mi iPhone")]
    [InlineData("Inviato da iPhone")]
    [InlineData("Enviado do meu iPhone")]
    [InlineData("Verstuurd vanaf mijn iPhone")]
    [InlineData("Skickat från min iPhone")]
    [InlineData("Sendt fra min iPhone")]
    [InlineData("Lähetetty iPhonesta")]
    [InlineData("Wysłane z iPhone'a")]
    [InlineData("Odesláno z iPhonu")]
    [InlineData("Elküldve az iPhone-omról")]
    [InlineData("Trimis de pe iPhone-ul meu")]
    [InlineData("Отправлено с iPhone")]
    [InlineData("Надіслано з iPhone")]
    [InlineData("iPhone'umdan gönderildi")]
    [InlineData("Στάλθηκε από το iPhone μου")]
    [InlineData("iPhoneから送信")]
    [InlineData("发自我的iPhone")]
    [InlineData("從我的 iPhone 傳送")]
    [InlineData("나의 iPhone에서 보냄")]
    [InlineData("נשלח מה-iPhone שלי")]
    [InlineData("أُرسلت من الـ iPhone")]
    [InlineData("-- \nMira Tolland\nWorkshop 4, Harbour Street\n+44 20 5550 0199")]
    [InlineData("--\nMira Tolland")]
    [InlineData("Best regards,\nMira Tolland")]
    [InlineData("Kind regards\n\nM.\nWorkshop 4")]
    [InlineData("Mit freundlichen Grüßen\nMira Tolland\n\nWerkstatt 4")]
    [InlineData("Cordialement,\nMira")]
    [InlineData("Saludos, Mira")]
    [InlineData("Met vriendelijke groet,\nMira")]
    [InlineData("С уважением,\nМира")]
    [InlineData("Thanks,\nMira")]
    [InlineData("Merci !\nMira Tolland")]
    [InlineData("Best regards,\nMira Tolland\n\nSent from my iPhone")]
    public void A_signature_goes(string signature)
    {
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{signature}\n"));
        Assert.Equal(Own, ReplyMail.Plain($"{Own}\n\n{signature}\n\nOn 3 May 2024 at 10:05, Community wrote:\n{{quoted}}"));
        Assert.Equal(Own, ReplyMail.Plain($"{{quoted}}\n\n{Own}\n\n{signature}\n"));
    }
}
