using System.Text;
using Variorum.Extracting;
using Variorum.Extracting.Encodings;

namespace Variorum.Tests.Extracting;

public sealed class EncodingTests
{
    [Theory]
    [InlineData("iso-8859-1", new byte[] { 0x93, 0xE9, 0x94 }, "“é”")]
    [InlineData("US-ASCII", new byte[] { 0x80 }, "€")]
    [InlineData(" latin2 ", new byte[] { 0xB1, 0xF8 }, "ąř")]
    [InlineData("iso-8859-10", new byte[] { 0xA1, 0xBD }, "Ą―")]
    [InlineData("iso-8859-14", new byte[] { 0xD0, 0xF0 }, "Ŵŵ")]
    [InlineData("iso-8859-16", new byte[] { 0xAA, 0xBA, 0xA4 }, "Șș€")]
    [InlineData("iso-8859-9", new byte[] { 0xFD, 0xDD }, "ıİ")]
    [InlineData("koi8-u", new byte[] { 0xA4, 0xC1 }, "єа")]
    [InlineData("x-mac-ukrainian", new byte[] { 0xE0 }, "а")]
    [InlineData("tis-620", new byte[] { 0xA1 }, "ก")]
    [InlineData("gb2312", new byte[] { 0xD6, 0xD0, 0x81, 0x30, 0x81, 0x30 }, "中\u0080")]
    [InlineData("shift-jis", new byte[] { 0x93, 0xFA, 0x87, 0x90 }, "日≒")]
    [InlineData("ks_c_5601-1987", new byte[] { 0xC7, 0xD1 }, "한")]
    [InlineData("x-user-defined", new byte[] { 0x41, 0x80 }, "A\uF780")]
    [InlineData("hz-gb-2312", new byte[] { 0x41 }, "\uFFFD")]
    public void A_label_means_what_the_web_takes_it_for(string label, byte[] bytes, string text) => Assert.Equal(text, EncodingLabels.DecoderOf(EncodingLabels.NameOf(label)!)(bytes));

    [Fact]
    public void Unknown_labels_are_unknown() => Assert.Null(EncodingLabels.NameOf("utf-7"));

    [Theory]
    [InlineData("windows-1251", "Совет деревни решил в понедельник закрыть старый мост на зиму.")]
    [InlineData("koi8-r", "Совет деревни решил в понедельник закрыть старый мост на зиму.")]
    [InlineData("windows-1253", "Το συμβούλιο του χωριού αποφάσισε να κλείσει την παλιά γέφυρα.")]
    [InlineData("windows-1255", "מועצת הכפר החליטה ביום שני לסגור את הגשר הישן לחורף")]
    [InlineData("windows-1250", "Rada vesnice v pondělí rozhodla, že na zimu uzavře starý most přes řeku.")]
    [InlineData("windows-1252", "Der Rat beschloss, die alte Brücke über den Fluss für den Winter zu schließen.")]
    [InlineData("windows-1254", "Köy meclisi pazartesi günü eski köprüyü kış için kapatmaya karar verdi; şimdi dağ yolu açık.")]
    [InlineData("shift_jis", "村の議会は月曜日、冬の間は古い橋を閉鎖することを決めた。")]
    [InlineData("euc-jp", "村の議会は月曜日、冬の間は古い橋を閉鎖することを決めた。")]
    [InlineData("gb18030", "村委会星期一决定在冬天关闭这座旧桥，人们说这是不得已的办法。")]
    [InlineData("big5", "村委會星期一決定在冬天關閉這座舊橋，人們說這是不得已的辦法。")]
    [InlineData("euc-kr", "마을 의회는 월요일에 겨울 동안 오래된 다리를 닫기로 했다고 말했다.")]
    [InlineData("windows-874", "สภาหมู่บ้านตัดสินใจเมื่อวันจันทร์ว่าจะปิดสะพานเก่าในฤดูหนาว")]
    public void What_nothing_declares_is_told_by_its_bytes(string name, string text)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(name == "shift_jis" ? 932 : name == "euc-jp" ? 51932 : name == "gb18030" ? 936 : name == "big5" ? 950 : name == "euc-kr" ? 949 : name == "koi8-r" ? 20866 : int.Parse(name[8..], System.Globalization.CultureInfo.InvariantCulture))!;

        Assert.Equal(text, TextDecoder.Decode(code.GetBytes(text), null, []));
    }

    [Fact]
    public void An_xml_declaration_is_heard() => Assert.Equal("koi8-r", TextDecoder.DeclaredInMarkup("<?xml version=\"1.0\" encoding='koi8-r'?><rss charset=\"x\">"u8));
}
