package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.wire.message.Attachment;
import congressbot.wire.message.Attachment.Kind;
import congressbot.wire.message.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendableTest {
    private static final String PDF = HexFormat.of().formatHex("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({
        // kind, first bytes, fit
        "IMAGE, ffd8ffe000104a464946, true",
        "IMAGE, 89504e470d0a1a0a, true",
        "IMAGE, 474946383961, false",
        "IMAGE, 255044462d312e37, false",
        "IMAGE, 3c7376673e, false",
        "DOCUMENT, 255044462d312e37, true",
        "DOCUMENT, ffd8ffe000104a464946, true",
        "DOCUMENT, 89504e470d0a1a0a, true",
        "DOCUMENT, 4d5a90000300, false",
        "DOCUMENT, 3c68746d6c3e, false",
        "DOCUMENT, 504b0304, false",
        "DOCUMENT, 00, false",
    })
    void a_file_has_to_be_what_it_is_sent_as(Kind kind, String firstBytes, boolean fit) {
        Sendable sendable = Sendable.of(with(kind, "a.pdf", firstBytes));

        assertThat(sendable instanceof Sendable.Fit).isEqualTo(fit);
    }

    @Test
    void what_is_no_base64_is_refused() {
        OutgoingMessage message = SendingGateway.to("1@lid").with(new Attachment(Kind.IMAGE, "a.png", "iVBOR@@@"));

        assertThat(Sendable.of(message)).isEqualTo(new Sendable.Unfit("a file that is no base64"));
    }

    @Test
    void a_file_has_five_mebibytes_at_most() {
        byte[] largest = Arrays.copyOf(HexFormat.of().parseHex(PDF), Attachment.MAX_BYTES);
        byte[] larger = Arrays.copyOf(largest, Attachment.MAX_BYTES + 1);

        assertThat(Sendable.of(with(largest))).isInstanceOf(Sendable.Fit.class);
        assertThat(Sendable.of(with(larger))).isInstanceOf(Sendable.Unfit.class);
    }

    @ParameterizedTest
    @CsvSource({"4096, false, true", "4097, false, false", "1024, true, true", "1025, true, false"})
    void a_text_has_a_limit_and_a_shorter_one_beside_a_file(int characters, boolean file, boolean fit) {
        OutgoingMessage text = new OutgoingMessage(
                "1@lid", SendingGateway.CHANNEL, SendingGateway.ACCOUNT, "x".repeat(characters), List.of());
        OutgoingMessage message = file ? text.with(attachment(Kind.DOCUMENT, "a.pdf", PDF)) : text;

        assertThat(Sendable.of(message) instanceof Sendable.Fit).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // wanted|sent
                "ingresso.pdf|ingresso.pdf",
                "Inscrição nº 7 (Maria).PDF|Inscrição nº 7 (Maria).pdf",
                "ingresso|ingresso.pdf",
                "ingresso.exe|ingresso.exe.pdf",
                "../../etc/passwd|_.._etc_passwd.pdf",
                "C:\\a\\b.pdf|C__a_b.pdf",
                ".htaccess|htaccess.pdf",
                "  a.pdf . |a.pdf",
                "...|_.pdf",
                "fdp\u202eexe.pdf|fdp_exe.pdf",
                "a\u0000b.pdf|a_b.pdf",
                "\uD83D\uDC68\u200D\uD83D\uDC69.pdf|___.pdf",
                "\"; rm -rf .pdf|__ rm -rf .pdf",
                "e\u0301.pdf|\u00e9.pdf",
                ".pdf|pdf.pdf",
            })
    void a_name_can_do_no_harm(String wanted, String sent) {
        assertThat(name(wanted)).isEqualTo(sent);
    }

    @Test
    void a_name_has_one_line() {
        assertThat(name("a\r\nSet-Cookie: b.pdf")).isEqualTo("a__Set-Cookie_ b.pdf");
    }

    @Test
    void a_long_name_is_cut_and_keeps_its_ending() {
        assertThat(name("x".repeat(500) + ".pdf")).isEqualTo("x".repeat(100) + ".pdf");
    }

    private static String name(String wanted) {
        Sendable.Fit fit = (Sendable.Fit) Sendable.of(with(Kind.DOCUMENT, wanted, PDF));
        return fit.message().attachment().orElseThrow().fileName();
    }

    private static OutgoingMessage with(Kind kind, String fileName, String hex) {
        return SendingGateway.to("1@lid").with(attachment(kind, fileName, hex));
    }

    private static OutgoingMessage with(byte[] file) {
        String base64 = Base64.getEncoder().encodeToString(file);
        return SendingGateway.to("1@lid").with(new Attachment(Kind.DOCUMENT, "a.pdf", base64));
    }

    private static Attachment attachment(Kind kind, String fileName, String hex) {
        return new Attachment(
                kind,
                fileName,
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
    }
}
