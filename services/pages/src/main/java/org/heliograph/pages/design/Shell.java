package org.heliograph.pages.design;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What all pages have around their content, and say it with. Templates know it as {@code shell}.
 *
 * @param pages whose page it is
 * @param officer who is signed in; null before that
 * @param path of the page that is shown
 */
public record Shell(
        Words words,
        Locale locale,
        PagesProperties pages,
        @Nullable String officer,
        String path,
        Instant now) {

    /** A part of the pages in the navigation. */
    public record Section(String name, String path, boolean current) {}

    /** In their order. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(pages.start(), home(), path.equals(home())));
        pages.sections().stream()
                .map(name -> new Section(name, home() + "/" + name, path.startsWith(home() + "/" + name)))
                .forEach(sections::add);
        return List.copyOf(sections);
    }

    /** The path of the first page. */
    public String home() {
        return pages.path();
    }

    /** The path of something that pages load. */
    public String asset(String name) {
        return home() + "/assets/" + name;
    }

    /** Of the times that are shown. */
    public ZoneId zone() {
        return pages.zone();
    }

    /** The party whose pages they are. */
    public String own() {
        return pages.owner();
    }

    /** The languages to switch to. */
    public List<String> otherLanguages() {
        return Languages.SPOKEN.stream()
                .map(Locale::getLanguage)
                .filter(language -> !language.equals(locale.getLanguage()))
                .toList();
    }

    /** Without arguments. */
    public String text(String key) {
        return words.text(key);
    }

    /** A text; the last part of its key, where the bundles do not have it. */
    public String label(String key) {
        String known = words.textOrNull(key);
        return known == null ? key.substring(key.lastIndexOf('.') + 1) : known;
    }

    public String word(String vocabulary, Object symbol) {
        return words.word(vocabulary, symbol);
    }

    /** Several words of a vocabulary. */
    public String listed(String vocabulary, Collection<?> symbols) {
        return String.join(
                ", ", symbols.stream().map(symbol -> word(vocabulary, symbol)).toList());
    }

    public String party(String id) {
        return words.party(id);
    }

    public String parties(List<String> ids) {
        return String.join(", ", ids.stream().map(this::party).toList());
    }

    /** A time for people, with its zone. */
    public String time(Instant time) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", locale).format(time.atZone(zone()));
    }

    /** A time of a stored event, as text; itself where it is none. */
    public String time(String time) {
        try {
            return time(Instant.parse(time));
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    /** The time of a day, to the second. */
    public String clock(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(time.atZone(zone()));
    }

    /** A day for people. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(day);
    }

    /** What was counted, in words; as it came, if the bundles do not have it. */
    public String counted(String what) {
        String known = words.textOrNull("count." + what);
        return known == null ? what.replace('-', ' ') : known;
    }

    /** How far away a time is, ahead or back. */
    public String distance(Instant time) {
        Duration distance = Duration.between(now, time).abs();
        if (distance.toHours() >= 48) {
            return words.text("distance.days", distance.toDays());
        }
        return distance.toMinutes() >= 90
                ? words.text("distance.hours", (distance.toMinutes() + 30) / 60)
                : words.text("distance.minutes", Math.max(1, distance.toMinutes()));
    }
}
