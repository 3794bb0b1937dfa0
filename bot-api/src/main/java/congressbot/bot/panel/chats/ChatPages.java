package congressbot.bot.panel.chats;

import congressbot.bot.account.Accounts;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Right;
import congressbot.bot.attention.Attending;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Part;
import congressbot.wire.gateway.GatewayClient;
import java.net.URI;
import java.time.InstantSource;

/// Everything below `/painel/conversas`, the canned replies, and the bell.
public final class ChatPages implements Part {
    static final String PATH = "/painel/conversas";

    private final ListPage list;
    private final ChatPage chat;
    private final Deeds deeds;
    private final Live live;
    private final Media media;
    private final CannedPage canned;
    private final Bell bell;

    /// Who may look after chats, and where it is written down who read what.
    public record Colleagues(Accounts accounts, AuditLog auditLog) {}

    public ChatPages(
            Attending attending, Pages pages, Colleagues colleagues, GatewayClient gateway, InstantSource time) {
        list = new ListPage(attending.list(), pages);
        chat = new ChatPage(attending, pages, colleagues, time);
        deeds = new Deeds(attending, pages, chat, colleagues.accounts(), time);
        live = new Live(attending.reader(), pages, chat);
        media = new Media(attending.reader(), pages, gateway);
        canned = new CannedPage(attending.cannedReplies(), pages);
        bell = new Bell(attending.alerts(), pages);
    }

    /// Where chats are read; the number of one follows.
    public static URI address(URI publicUrl) {
        return publicUrl.resolve(PATH + "/");
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/conversas", Right.SEE_CHATS, list::show);
        desk.poll("/conversas/lista", Right.SEE_CHATS, list::showLines);
        desk.get("/conversas/{id}", Right.SEE_CHATS, chat::show);
        desk.poll("/conversas/{id}/ao-vivo", Right.SEE_CHATS, live::tell);
        desk.get("/conversas/{id}/arquivo/{message}", Right.SEE_CHATS, media::show);
        desk.post("/conversas/{id}/assumir", Right.ANSWER_CHATS, deeds::take);
        desk.post("/conversas/{id}/devolver", Right.ANSWER_CHATS, deeds::giveBack);
        desk.post("/conversas/{id}/dizer", Right.ANSWER_CHATS, deeds::say);
        desk.post("/conversas/{id}/nota", Right.ANSWER_CHATS, deeds::note);
        desk.post("/conversas/{id}/nota/{note}/apagar", Right.ANSWER_CHATS, deeds::removeNote);
        desk.post("/conversas/{id}/lida", Right.ANSWER_CHATS, deeds::read);
        desk.post("/conversas/{id}/atribuir", Right.ANSWER_CHATS, deeds::assign);
        desk.get("/respostas", Right.ANSWER_CHATS, canned::show);
        desk.post("/respostas", Right.ANSWER_CHATS, canned::add);
        desk.post("/respostas/{id}", Right.ANSWER_CHATS, canned::change);
        desk.post("/respostas/{id}/apagar", Right.ANSWER_CHATS, canned::remove);
        desk.poll("/avisos", Right.SEE_CHATS, bell::show);
    }
}
