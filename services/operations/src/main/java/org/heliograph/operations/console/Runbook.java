package org.heliograph.operations.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of what to do, read from the little of Markdown that these pages use: a title, headings, paragraphs, numbered
 * steps, code. Links to other documents become their text, as these are not served here.
 */
record Runbook(String title, List<Block> blocks) {

    private static final Pattern STEP = Pattern.compile("\\d+\\. .*", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
    private static final String FENCE = "```";

    Runbook {
        blocks = List.copyOf(blocks);
    }

    enum Kind {
        HEADING,
        PARAGRAPH,
        STEP,
        CODE
    }

    /** A heading, a paragraph, a step, or lines of code. */
    record Block(Kind kind, List<Piece> pieces) {}

    /** Some words of a block. */
    record Piece(String text, boolean code) {}

    static Runbook of(String markdown) {
        String title = "";
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean fenced = false;
        for (String line : (markdown + "\n\n").split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith(FENCE)) {
                close(open, fenced, blocks);
                fenced = !fenced;
            } else if (fenced) {
                open.append(open.isEmpty() ? "" : "\n").append(text);
            } else if (text.startsWith("## ")) {
                close(open, false, blocks);
                blocks.add(new Block(Kind.HEADING, List.of(new Piece(text.substring(3), false))));
            } else if (text.startsWith("# ")) {
                title = text.substring(2);
            } else if (text.isEmpty() || STEP.matcher(text).matches()) {
                close(open, false, blocks);
                open.append(text);
            } else {
                open.append(open.isEmpty() ? "" : " ").append(text);
            }
        }
        return new Runbook(title, blocks);
    }

    private static void close(StringBuilder open, boolean fenced, List<Block> blocks) {
        String text = open.toString();
        open.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        if (fenced) {
            blocks.add(new Block(Kind.CODE, List.of(new Piece(text, true))));
            return;
        }
        // Its number stays in the text: code may stand between two steps.
        blocks.add(new Block(STEP.matcher(text).matches() ? Kind.STEP : Kind.PARAGRAPH, pieces(text)));
    }

    /** What is between backticks is code. */
    private static List<Piece> pieces(String text) {
        String plain = LINK.matcher(text).replaceAll("$1").replace("**", "");
        List<Piece> pieces = new ArrayList<>();
        boolean code = false;
        for (String part : plain.split("`", -1)) {
            if (!part.isEmpty()) {
                pieces.add(new Piece(part, code));
            }
            code = !code;
        }
        return pieces;
    }
}
