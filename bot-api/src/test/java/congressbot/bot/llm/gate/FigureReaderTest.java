package congressbot.bot.llm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.llm.gate.Figure.Day;
import congressbot.bot.llm.gate.Figure.Grouped;
import congressbot.bot.llm.gate.Figure.Money;
import congressbot.bot.llm.gate.Figure.Percent;
import congressbot.bot.llm.gate.Figure.Plain;
import congressbot.bot.llm.gate.Figure.Time;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FigureReaderTest {
    private static final FigureReader READER = new FigureReader();

    static Stream<Arguments> figures() {
        return Stream.of(
                figures("R$ 1.250,00", new Money("r$", 125_000)),
                figures("R$80", new Money("r$", 8_000)),
                figures("80 reais", new Money("reais", 8_000)),
                figures("US$ 1,250.50", new Money("us$", 125_050)),
                figures("8h", new Time(480)),
                figures("8h30", new Time(510)),
                figures("8:30", new Time(510)),
                figures("8h30min", new Time(510)),
                figures("8 horas e 30 minutos", new Time(510)),
                figures("12h 28", new Time(720), new Plain("28")),
                figures("das 8 \u00e0s 18h", new Time(480), new Time(1080)),
                figures("7:30 am", new Time(450)),
                figures("7 p.m.", new Time(1140)),
                figures("12 am", new Time(0)),
                figures("18/05/2027", new Day(18, 5), new Plain("2027")),
                figures("2027-05-18", new Day(18, 5), new Plain("2027")),
                figures("18 de maio de 2027", new Day(18, 5), new Plain("2027")),
                figures("1\u00ba de abril", new Day(1, 4)),
                figures("18, 19 e 20 de maio", new Day(18, 5), new Day(19, 5), new Day(20, 5)),
                figures("May 18", new Day(18, 5)),
                figures("May 18, 8:30am", new Day(18, 5), new Time(510)),
                figures("20 de maio, 8h \u00e0s 12h", new Day(20, 5), new Time(480), new Time(720)),
                figures("80%", new Percent("80")),
                figures("3,5 %", new Percent("3.5")),
                figures("1.400 vagas", new Plain("1400")),
                figures("05", new Plain("5")),
                figures("(62) 3000-2027", new Grouped("6230002027")),
                figures("32/18", new Plain("32"), new Plain("18")));
    }

    private static Arguments figures(String text, Figure... figures) {
        return Arguments.of(text, List.of(figures));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_figure_is_read_however_it_is_written(String text, List<Figure> figures) {
        assertThat(READER.read(text, false)).containsExactlyInAnyOrderElementsOf(figures);
    }

    @Test
    void the_days_between_two_count_where_they_are_asked_for() {
        assertThat(READER.read("de 18 a 20 de maio", true)).contains(new Day(19, 5));
        assertThat(READER.read("de 18 a 20 de maio", false)).doesNotContain(new Day(19, 5));
    }
}
