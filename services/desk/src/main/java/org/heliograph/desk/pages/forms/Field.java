package org.heliograph.desk.pages.forms;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heliograph.desk.web.Vocabulary;

/**
 * A field of a form. Its label is in the bundles as {@code field.<name>}, what else helps as {@code field.<name>.hint},
 * and what is said of a wrong value as {@code field.<name>.wrong}.
 *
 * @param name as the REST layer calls it; with a dot, of a part of an object
 * @param max characters; 0 where the kind of field sets none
 * @param vocabulary under which the bundles have the words of the options
 * @param options to choose from; empty for other fields
 * @param labels of those options that no vocabulary has
 */
public record Field(
        String name,
        Type type,
        boolean required,
        int max,
        String vocabulary,
        List<String> options,
        Map<String, String> labels) {

    /** How it is filled in. */
    public enum Type {
        LINE,
        TEXT,
        /** A list of texts, each on a line of its own. */
        LINES,
        /** A list of ids of parties. */
        PARTIES,
        TIME,
        DAY,
        NUMBER,
        CHOICE,
        /** A choice of which each option says what it means, in the bundles as {@code <vocabulary>.<option>.means}. */
        EXPLAINED,
        CHECKS,
        YES_NO,
        /** Documents that are kept elsewhere: of each a title, an address and a digest. */
        DOCUMENTS,
        /** Events of this party to choose from, and others and addresses, each on a line of its own. */
        RESULTS,
        /** Of each thing that was counted a word and a number. */
        COUNTS
    }

    /** How many documents there is room for. */
    public static final int MOST_DOCUMENTS = 3;

    /** How many counted things there is room for. */
    public static final int MOST_COUNTS = 5;

    public Field {
        options = List.copyOf(options);
        labels = Map.copyOf(labels);
    }

    private Field(String name, Type type, int max, String vocabulary, List<String> options) {
        this(name, type, true, max, vocabulary, options, Map.of());
    }

    public static Field line(String name, int max) {
        return new Field(name, Type.LINE, max, "", List.of());
    }

    public static Field text(String name, int max) {
        return new Field(name, Type.TEXT, max, "", List.of());
    }

    public static Field lines(String name) {
        return new Field(name, Type.LINES, 0, "", List.of());
    }

    public static Field day(String name) {
        return new Field(name, Type.DAY, 0, "", List.of());
    }

    public static Field number(String name) {
        return new Field(name, Type.NUMBER, 0, "", List.of());
    }

    public static Field documents(String name) {
        return new Field(name, Type.DOCUMENTS, 0, "", List.of());
    }

    public static Field explained(String name, String vocabulary, Class<? extends Enum<?>> options) {
        return new Field(name, Type.EXPLAINED, 0, vocabulary, Vocabulary.words(options));
    }

    public static Field time(String name) {
        return new Field(name, Type.TIME, 0, "", List.of());
    }

    public static Field yesNo(String name) {
        return new Field(name, Type.YES_NO, 0, "answer", List.of("true", "false"));
    }

    public static Field counts(String name) {
        return new Field(name, Type.COUNTS, 0, "", List.of());
    }

    /** Results, of which these are at hand, each with what it is called. */
    public static Field results(String name, SequencedMap<String, String> offered) {
        return new Field(name, Type.RESULTS, true, 0, "", List.copyOf(offered.keySet()), offered);
    }

    /** Ids of parties, of which these are at hand. */
    public static Field parties(String name, List<String> known) {
        return new Field(name, Type.PARTIES, 0, "party", known);
    }

    public static Field choice(String name, String vocabulary, List<? extends Enum<?>> options) {
        return new Field(name, Type.CHOICE, 0, vocabulary, names(options));
    }

    public static Field choice(String name, String vocabulary, Class<? extends Enum<?>> options) {
        return new Field(name, Type.CHOICE, 0, vocabulary, Vocabulary.words(options));
    }

    public static Field checks(String name, String vocabulary, Class<? extends Enum<?>> options) {
        return new Field(name, Type.CHECKS, 0, vocabulary, Vocabulary.words(options));
    }

    /** The same, which may be left empty. */
    public Field optional() {
        return new Field(name, type, false, max, vocabulary, options, labels);
    }

    private static List<String> names(List<? extends Enum<?>> options) {
        return options.stream().<String>map(Enum::name).toList();
    }
}
