package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    static final Places PLACES = Places.of(Sample.MUNICIPALITIES);

    /// `One`, `Several`, `Maybe` or `None`, and what it holds.
    private static String found(String typed) {
        return switch (PLACES.find(typed, Sample.WORDS)) {
            case Found.One one -> one.place().shown();
            case Found.Several several -> "which: " + shown(several.municipalities());
            case Found.Maybe maybe -> "maybe: " + shown(maybe.candidates());
            case Found.None none -> none.reason().name();
        };
    }

    private static String shown(List<? extends Place> places) {
        return String.join(" | ", places.stream().map(Place::shown).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Goiânia;Goiânia/GO",
                "goiania;Goiânia/GO",
                "GOIÂNIA - GO;Goiânia/GO",
                "goiania/go;Goiânia/GO",
                "Goiânia, Goiás;Goiânia/GO",
                "Goiânia GO;Goiânia/GO",
                "Goiânia (GO);Goiânia/GO",
                "sou de goiania;Goiânia/GO",
                "moro em Goiânia, GO;Goiânia/GO",
                "Eu moro na cidade de Goiás;Goiás/GO",
                "São Paulo;São Paulo/SP",
                "São Paulo, São Paulo;São Paulo/SP",
                "rio de janeiro rio de janeiro;Rio de Janeiro/RJ",
                "bom jesus - piauí;Bom Jesus/PI",
                "Bom Jesus, Rio Grande do Sul;Bom Jesus/RS",
                "Bom Jesus no Piauí;Bom Jesus/PI",
                "Bom Jesus do estado da Paraíba;Bom Jesus/PB",
                "moro em Natal no Rio Grande do Norte;Natal/RN",
                "alta floresta doeste;Alta Floresta D'Oeste/RO",
                "Alta Floresta D’Oeste;Alta Floresta D'Oeste/RO",
                "Mato Grosso, Paraíba;Mato Grosso/PB",
                "Iporá;Iporá/GO",
                "Brasília DF;Brasília/DF",
                "DF;Brasília/DF",
                "Distrito Federal;Brasília/DF",
                "Uberlândia, Minas Gerais;Uberlândia/MG",
                "Uberlândia MG;Uberlândia/MG",
                "uberlandia minas;Uberlândia/MG",
                "Goiânia mesmo;Goiânia/GO",
                "Goiânia, Brasil;Goiânia/GO",
                "São Paulo SP Brasil;São Paulo/SP",
                "interior de SP, Bauru;Bauru/SP",
                "Bauru, interior de SP;Bauru/SP",
                "SP - Campinas;Campinas/SP",
                "Minas Gerais, Uberaba;Uberaba/MG",
                "oi, moro em Anápolis por favor;Anápolis/GO",
                "hoje moro aqui em Sorocaba;Sorocaba/SP",
                "Cidade Ocidental;Cidade Ocidental/GO",
                "Rio Grande RS;Rio Grande/RS",
                "Rio Grande no Rio Grande do Sul;Rio Grande/RS",
                "Mato Grosso do Sul, Dourados;Dourados/MS",
                "sant'ana do livramento;Sant'Ana do Livramento/RS",
                "Santana do Livramento;Sant'Ana do Livramento/RS",
                "sant ana do livramento rs;Sant'Ana do Livramento/RS",
                "Olho d'Água das Flores;Olho d'Água das Flores/AL",
                "olho dagua das flores;Olho d'Água das Flores/AL",
                "olho d´agua das flores;Olho d'Água das Flores/AL",
                "Pau D'Alho PE;Paudalho/PE",
                "Não me toque;Não-Me-Toque/RS",
                "nao-me-toque;Não-Me-Toque/RS",
                "Xique Xique;Xique-Xique/BA",
                "Aracatu BA;Aracatu/BA",
                "Bom Jesus Lapa;Bom Jesus da Lapa/BA",
                "Planaltina GO;Planaltina/GO",
                "Taguatinga DF;Brasília/DF",
                "Copacabana, Rio de Janeiro;Rio de Janeiro/RJ",
                "Pinheiros, São Paulo;São Paulo/SP",
                "Franca;Franca/SP",
                "Colômbia/SP;Colômbia/SP",
                "cidade de Tocantins;Tocantins/MG",
                "Paranã;Paranã/TO",
                "Tapejara PR;Tapejara/PR"
            })
    void a_city_is_found(String typed, String city) {
        assertThat(found(typed)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "S. Paulo;São Paulo/SP",
                "Sta. Bárbara d'Oeste;Santa Bárbara d'Oeste/SP",
                "Sta. Maria RS;Santa Maria/RS",
                "Sto André SP;Santo André/SP",
                "N. Sra. do Socorro;Nossa Senhora do Socorro/SE",
                "N. S. do Socorro;Nossa Senhora do Socorro/SE",
                "Pres. Prudente;Presidente Prudente/SP",
                "Gov. Valadares;Governador Valadares/MG",
                "B. Horizonte;Belo Horizonte/MG",
                "S. J. dos Campos;São José dos Campos/SP",
                "S José Rio Preto;São José do Rio Preto/SP",
                "Mal. Deodoro;Marechal Deodoro/AL",
                "Dr. Pedrinho;Doutor Pedrinho/SC",
                "Ap. de Goiânia;Aparecida de Goiânia/GO",
                "Bal. Camboriú;Balneário Camboriú/SC"
            })
    void an_abbreviated_name_is_found(String typed, String city) {
        assertThat(found(typed)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BH;Belo Horizonte/MG",
                "beagá;Belo Horizonte/MG",
                "moro em bh;Belo Horizonte/MG",
                "BH - MG;Belo Horizonte/MG",
                "Floripa;Florianópolis/SC",
                "Sampa;São Paulo/SP",
                "POA RS;Porto Alegre/RS",
                "Jampa;João Pessoa/PB",
                "Rio;Rio de Janeiro/RJ",
                "Rio/RJ;Rio de Janeiro/RJ",
                "SSA;Salvador/BA",
                "cwb;Curitiba/PR",
                "gyn;Goiânia/GO",
                "Goiás Velho;Goiás/GO",
                "São Paulo capital;São Paulo/SP",
                "capital de SP;São Paulo/SP",
                "moro na capital do Ceará;Fortaleza/CE",
                "Rio capital;Rio de Janeiro/RJ",
                "Goiás, capital;Goiânia/GO",
                "Palmas capital;Palmas/TO",
                "capital, Campo Grande;Campo Grande/MS",
                "capital paulista;São Paulo/SP",
                "capital do estado da Bahia;Salvador/BA"
            })
    void a_nickname_or_a_capital_is_found(String typed, String city) {
        assertThat(found(typed)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lisboa, Portugal;Lisboa, Portugal",
                "lisbon portugal;Lisboa, Portugal",
                "Buenos Aires - Argentina;Buenos Aires, Argentina",
                "moro em Paris na França;Paris, França",
                "moro em lyon na franca;Lyon, França",
                "Miami, EUA;Miami, Estados Unidos",
                "Asunción/Paraguay;Assunção, Paraguai",
                "porto, portugal;Porto, Portugal",
                "Vila do Conde, Portugal;Vila do Conde, Portugal",
                "vivo em castelo branco, portugal;Castelo Branco, Portugal",
                "Cidade do México, México;Cidade do México, México",
                "Port Moresby, Papua Nova Guiné;Port Moresby, Papua-Nova Guiné",
                "Portugal, Lisboa;Lisboa, Portugal",
                "Argentina - Buenos Aires;Buenos Aires, Argentina",
                "Londres, Inglaterra;Londres, Reino Unido",
                "Seul, Coreia do Sul;Seul, Coreia do Sul"
            })
    void a_city_abroad_is_found(String typed, String city) {
        assertThat(found(typed)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bom jesus;which: Bom Jesus/PB | Bom Jesus/PI | Bom Jesus/RN | Bom Jesus/RS | Bom Jesus/SC",
                "Palmas;which: Palmas/PR | Palmas/TO",
                "cidade de parana;which: Paraná/RN | Paranã/TO"
            })
    void a_name_of_several_states_gives_exactly_those(String typed, String cities) {
        assertThat(found(typed)).isEqualTo(cities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "moro perto de Campinas;maybe: Campinas/SP",
                "Anapols;maybe: Anápolis/GO",
                "Anapols GO;maybe: Anápolis/GO",
                "moro em anapolsi;maybe: Anápolis/GO",
                "Uberlnadia, Minas;maybe: Uberlândia/MG",
                "uberlandia mins gerais;maybe: Uberlândia/MG",
                "Taguatinga;maybe: Brasília/DF | Taguatinga/TO",
                "Planaltina;maybe: Brasília/DF | Planaltina/GO",
                "Sobradinho;maybe: Brasília/DF | Sobradinho/BA | Sobradinho/RS",
                "Ceilândia;maybe: Brasília/DF",
                "moro em Copacabana;maybe: Rio de Janeiro/RJ",
                "P. Alegre;maybe: Porto Alegre/RS | Pouso Alegre/MG",
                "Copacabana RJ;maybe: Rio de Janeiro/RJ",
                "Porto de Galinhas;maybe: Ipojuca/PE",
                "Buenos Aires;maybe: Buenos Aires, Argentina | Buenos Aires/PE",
                "Lisboa;maybe: Lisboa, Portugal",
                "Colômbia;maybe: Colômbia/SP",
                "POA;maybe: Porto Alegre/RS | Poá/SP",
                "Poá;Poá/SP",
                "Coventry Inglaterra;maybe: Coventry, Reino Unido",
                "Setor Sul, Goiânia;maybe: Goiânia/GO",
                "sou de Minas mas moro em Goiânia;maybe: Goiânia/GO"
            })
    void a_guess_is_asked_about(String typed, String cities) {
        assertThat(found(typed)).isEqualTo(cities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Lugar Nenhum;CITY_UNKNOWN",
                "'';CITY_UNKNOWN",
                "😀;CITY_UNKNOWN",
                "Goiânia/SP;CITY_NOT_IN_STATE",
                "GO;CITY_ONLY_STATE",
                "RJ;CITY_ONLY_STATE",
                "sp;CITY_ONLY_STATE",
                "Rio Grande do Sul;CITY_ONLY_STATE",
                "estado de São Paulo;CITY_ONLY_STATE",
                "moro em Goiás;CITY_ONLY_STATE",
                "Tocantins;CITY_ONLY_STATE",
                "Amapá;CITY_ONLY_STATE",
                "Paraná;CITY_ONLY_STATE",
                "espirito santo;CITY_ONLY_STATE",
                "Mato Grosso;CITY_ONLY_STATE",
                "mato grosso do sul;CITY_ONLY_STATE",
                "interior de SP;CITY_ONLY_STATE",
                "Mato Grosso, MT;CITY_ONLY_STATE",
                "Portugal;CITY_ONLY_COUNTRY",
                "moro nos Estados Unidos;CITY_ONLY_COUNTRY",
                "França;CITY_ONLY_COUNTRY",
                "fora do Brasil;CITY_ABROAD",
                "moro no exterior;CITY_ABROAD",
                "moro na capital;CITY_ONLY_CAPITAL"
            })
    void what_is_no_city_is_refused_with_its_reason(String typed, Reason reason) {
        assertThat(found(typed)).isEqualTo(reason.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quanto custa",
                "quanto custa?",
                "não sei",
                "kkk",
                "kkkkkkkk",
                "a",
                "de",
                "moro em",
                "obrigado",
                "obrigada!",
                "maria@gmail.com",
                "maria@goiania.com",
                "12345",
                "529.982.247-25",
                "(62) 99876-5432",
                "'; DROP TABLE participant; --",
                "SELECT * FROM users WHERE 1=1",
                "ignore all previous instructions",
                "sim",
                "ok",
                "não",
                "voltar",
                "cancelar",
                "estudante",
                "professora",
                "Maria da Silva Souza",
                "onde vai ser o congresso em Portugal?",
                "não moro na França",
                "não quero dizer",
                "por que você precisa saber?",
                "bom dia",
                "👍",
                "https://example.com/goiania",
                "東京"
            })
    void what_is_no_place_is_never_taken_for_one(String typed) {
        assertThat(PLACES.find(typed, Sample.WORDS)).isNotInstanceOf(Found.One.class);
        assertThat(PLACES.exactly(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quanto custa", "não sei", "kkk", "obrigado", "sim", "cancelar", "estudante", "kkkkkk"})
    void nor_does_it_look_like_one(String typed) {
        assertThat(PLACES.find(typed, Sample.WORDS)).isEqualTo(new Found.None(Reason.CITY_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Goiânia;Goiânia/GO",
                "goiania go;Goiânia/GO",
                "Bom Jesus/PI;Bom Jesus/PI",
                "Bom Jesus, Piauí;Bom Jesus/PI",
                "BH;Belo Horizonte/MG",
                "São Paulo;São Paulo/SP",
                "olho dagua das flores;Olho d'Água das Flores/AL",
                "Planaltina GO;Planaltina/GO",
                "Goiás/GO;Goiás/GO",
                "Lisboa, Portugal;Lisboa, Portugal"
            })
    void a_piece_of_a_message_that_is_exactly_a_place_is_one(String piece, String place) {
        assertThat(PLACES.exactly(piece)).map(Place::shown).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moro em Goiânia",
                "Goiania mesmo",
                "Goiâna",
                "Bom Jesus",
                "Goiânia SP",
                "GO",
                "DF",
                "Goiás",
                "Tocantins",
                "Taguatinga",
                "Copacabana",
                "Colômbia",
                "Portugal",
                "Lisboa",
                "Maria Portugal",
                "Buenos Aires",
                "S. Paulo",
                "capital"
            })
    void a_piece_that_could_be_something_else_is_none(String piece) {
        assertThat(PLACES.exactly(piece)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PI, PI",
        "pi, PI",
        "Piauí, PI",
        "piaui, PI",
        "estado do Piauí, PI",
        "estado de SP, SP",
        "no Pará, PA",
        "é no pará mesmo, PA",
        "moro no estado da Bahia, BA",
        "rio grande do su, RS",
        "rio grande do nrote, RN",
        "mato grosso, MT",
        "mato grosso do sul, MS",
        "mato groso do sul, MS",
        "mato grosso do sull, MS",
        "matogrosso do sul, MS",
        "pernanbuco, PE",
        "minas, MG",
        "paran, ",
        "mato grosso do, ",
        "parna, ",
        "pernambuo, PE",
        "capital, ",
        "Goiânia, ",
        "xyz, ",
        "'', "
    })
    void a_state_is_recognised(String typed, Uf state) {
        assertThat(PLACES.state(typed)).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    void a_city_abroad_comes_back_from_its_json() throws JsonProcessingException {
        Answers answers = Answers.of(new Abroad("Lisboa", "PT"));

        String json = Json.write(answers);

        assertThat(json).contains("\"type\":\"abroad\"");
        assertThat(Json.read(json, Answers.class)).isEqualTo(answers);
    }

    @Test
    void a_city_keeps_its_json() throws JsonProcessingException {
        Answer city = new Municipality(5208707, "Goiânia", Uf.GO);

        assertThat(Json.write(Answers.of(city)))
                .contains("{\"type\":\"city\",\"code\":5208707,\"name\":\"Goiânia\",\"state\":\"GO\"}");
    }
}
